export { explainDatabaseError } from './cluster.ts';
export { type EmbeddedDatabase, type EmbeddedDatabaseOptions, startEmbeddedDatabase } from './embedded.ts';
export { explainGivenDatabase } from './given.ts';
export { demandVersion } from './version-store.ts';
export { DatabaseTrouble, type TroubleKind } from './trouble.ts';
export { findRunningDatabase } from './join.ts';
