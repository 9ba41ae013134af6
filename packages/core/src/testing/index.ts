export { testDatabase, type TestDatabase } from './database.ts';
export { dumpRows, writingsOf } from './dump.ts';
