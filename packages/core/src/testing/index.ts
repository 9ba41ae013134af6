export { testDatabase, type TestDatabase } from './database.ts';
export { bringMentors } from './mentors.ts';
export { dumpRows, writingsOf, writingsOfText } from './dump.ts';
