export { openDatabase, type Database, type DatabaseOptions } from './database.ts';
export { migrateToLatest } from './migrate.ts';
export { rebuildSearch } from '../search/store.ts';
export { asOneIntent, doneBefore, doneFor, type DoneIds, isDoneBefore, uuidFrom } from './intent.ts';
export { together } from './together.ts';
