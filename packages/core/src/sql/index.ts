export { openDatabase, type Database, type DatabaseOptions } from './database.ts';
export { migrateToLatest } from './migrate.ts';
export { rebuildSearch } from '../search/store.ts';
export { asOneIntent, doneFor, isDoneBefore } from './intent.ts';
