/** Questions for surfaces and for those who follow what happens. */
export type { QuestionEvent } from './events.ts';
export { questionActions, questionPermissions, type QuestionAction, type Relation } from './permission.ts';
