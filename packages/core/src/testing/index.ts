export { testDatabase, type TestDatabase } from './database.ts';
export { dumpRows, writingsOf, writingsOfText } from './dump.ts';
