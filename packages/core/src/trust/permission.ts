import type { Role } from '../communities/role.ts';

/** In what capacity somebody looks after trust in a community. */
export type Capacity = Role | 'member' | 'administrator';

export const trustActions = ['acknowledge-conduct', 'edit-conduct', 'moderate', 'unmask'] as const;
export type TrustAction = (typeof trustActions)[number];

const stewards = ['knowledge-steward', 'coordinator'] as const;

/**
 * The one permission table of trust.
 *
 * An administrator may moderate, so that no community is left without help, but never takes part in unmasking: they hold
 * the organisation's other means of finding somebody, and must not add this one.
 */
export const trustPermissions: Readonly<Record<TrustAction, readonly Capacity[]>> = {
  'acknowledge-conduct': ['member'],
  'edit-conduct': [...stewards, 'facilitator', 'administrator'],
  moderate: [...stewards, 'administrator'],
  unmask: stewards,
};

/** Whether any of these capacities allows the action. */
export const allows = (capacities: readonly Capacity[], action: TrustAction) =>
  trustPermissions[action].some((capacity) => capacities.includes(capacity));
