export { testDatabase, type TestDatabase } from './database.ts';
export { carryOutRound } from './introduced.ts';
export { bringMentors } from './mentors.ts';
export { dumpRows, writingsOf, writingsOfText } from './dump.ts';
export { aNoticeScene, type NoticeScene } from './notice-scene.ts';
export { untilSomebodyWaits, whileLocked } from './waiting.ts';
