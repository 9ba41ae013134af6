export { openDatabase, type Database, type DatabaseOptions } from './database.ts';
export { migrateToLatest } from './migrate.ts';
