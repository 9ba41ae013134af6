/** Inputs and views of every slice, as zod schemas and types: what surfaces and the HTTP API are made from. */
export * from './communities/contract.ts';
export * from './consultations/contract.ts';
export * from './discovery/contract.ts';
export * from './gatherings/contract.ts';
export * from './gatherings/meeting-contract.ts';
export * from './identity/contract.ts';
export * from './introductions/contract.ts';
export { personCard, type PersonCard } from './kernel/contract.ts';
export * from './learning/contract.ts';
export * from './notifications/contract.ts';
export * from './practices/contract.ts';
export * from './publishing/contract.ts';
export * from './publishing/view-contract.ts';
export * from './questions/contract.ts';
export * from './impact/contract.ts';
export * from './search/contract.ts';
export * from './stewardship/contract.ts';
export * from './trust/contract.ts';
