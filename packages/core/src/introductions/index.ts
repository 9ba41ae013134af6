export type { IntroductionEvent } from './events.ts';
export { introductionPermissions } from './permission.ts';
