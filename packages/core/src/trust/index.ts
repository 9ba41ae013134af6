/** Trust for surfaces and for those who follow what happens. */
export type { TrustEvent } from './events.ts';
export { trustActions, trustPermissions, type Capacity, type TrustAction } from './permission.ts';
export type { Sealing } from './sealing.ts';
