export type { GatheringEvent } from './events.ts';
export type { MeetingDraft } from './meeting.ts';
export type { MeetingMaker, MeetingRefusal, Organiser } from './ports.ts';
export { gatheringPermissions, type GatheringAction, type Relation } from './permission.ts';
