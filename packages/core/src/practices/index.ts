export type { PracticeEvent } from './events.ts';
export type { LifeRefusal } from './life-step.ts';
export { practicePermissions, type PracticeAction, type Relation } from './permission.ts';
