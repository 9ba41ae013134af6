/** Identity for surfaces: the proofs that they verify, and the words of its facts. Stores are not exported. */
export type { PersonEvent, SiteEvent } from './events.ts';
export { type PersonCardRow, viewPersonCard } from './person-card.ts';
export { SOMEONE_FROM_CONFLUENCE, SOMEONE_FROM_TEAMS } from './person.ts';
export type { AtlassianAppProof, AtlassianProof, BotProof, EntraProof, Proof } from './proof.ts';
