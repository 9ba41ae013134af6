/** Communities for surfaces and for those who follow what happens. */
export type { CommunityEvent, MembershipEvent } from './events.ts';
export { type Capacity, communityActions, communityPermissions, type CommunityAction } from './permission.ts';
