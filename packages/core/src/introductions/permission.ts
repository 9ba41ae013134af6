import type { Situation } from '../communities/community.ts';
import { type Capacity, capacitiesOf } from '../communities/permission.ts';
import { refuse } from '../kernel/result.ts';

export const introductionActions = ['takePart', 'arrange'] as const;
export type IntroductionAction = (typeof introductionActions)[number];

/** The one permission table of introductions. `arrange`: how often, how many, beginning a round, seeing its plan. */
export const introductionPermissions: Readonly<Record<IntroductionAction, readonly Capacity[]>> = {
  takePart: ['member'],
  arrange: ['coordinator', 'facilitator', 'administrator'],
};

/** Whether the actor may do it, in a community that has not been closed. */
export function mayIn({ actor, community, me }: Situation, action: IntroductionAction, now: Date): boolean {
  const acting = { administrator: actor.administrator, member: me?.state === 'member', roles: me?.roles ?? [] };
  const capacities = capacitiesOf(acting, community.visibility, now);
  return !community.closed && introductionPermissions[action].some((capacity) => capacities.includes(capacity));
}

/** Why not, where `mayIn` says no. */
export const whyNot = ({ community }: Situation) =>
  community.closed ? refuse('community-closed') : refuse('not-allowed');
