/** Words, constants and limits for surfaces: no zod, no SQL, safe in a browser bundle. */
export * from './communities/archetype.ts';
export * from './communities/limits.ts';
export * from './communities/role.ts';
export * from './communities/stage.ts';
export * from './gatherings/format.ts';
export * from './gatherings/limits.ts';
export * from './identity/profile.ts';
export * from './introductions/limits.ts';
export { LINK_CODE_MINUTES } from './identity/link-code.ts';
export * from './learning/mentoring.ts';
export * from './notifications/kind.ts';
export * from './practices/life.ts';
export * from './practices/limits.ts';
export * from './publishing/limits.ts';
export * from './publishing/state.ts';
export * from './questions/state.ts';
export * from './trust/subject.ts';
