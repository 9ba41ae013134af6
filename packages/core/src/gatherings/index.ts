export type { GatheringEvent } from './events.ts';
export { gatheringPermissions, type GatheringAction, type Relation } from './permission.ts';
