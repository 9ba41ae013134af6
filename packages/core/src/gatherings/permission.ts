import type { Role } from '../communities/role.ts';

/** How somebody relates to a gathering: the community roles they hold, and whether they host it. */
export type Relation = Role | 'host' | 'member' | 'colleague' | 'partner' | 'administrator';

export const gatheringActions = [
  'schedule',
  'see-hours',
  'change',
  'cancel',
  'answer',
  'add-agenda',
  'remove-any-agenda',
  'check-in',
  'note-attendance',
  'write-recap',
  'moderate',
] as const;
export type GatheringAction = (typeof gatheringActions)[number];

const organisers = ['coordinator', 'facilitator', 'administrator'] as const;
const hosts = ['host', ...organisers] as const;
const anybody = ['host', 'member', 'colleague', 'partner'] as const;

/**
 * The one permission table of gatherings: who may do what, before it is looked at whether that is possible now.
 *
 * Whoever cannot see a gathering is told that there is none, so seeing is not in the table; whoever sees it may come.
 */
export const gatheringPermissions: Readonly<Record<GatheringAction, readonly Relation[]>> = {
  schedule: organisers,
  'see-hours': ['host', 'member', ...organisers],
  change: hosts,
  cancel: hosts,
  answer: anybody,
  'add-agenda': ['host', 'member', ...organisers],
  'remove-any-agenda': hosts,
  'check-in': anybody,
  'note-attendance': hosts,
  'write-recap': [...hosts, 'knowledge-steward'],
  // As in trust, which decides.
  moderate: ['knowledge-steward', 'coordinator', 'administrator'],
};

/** Whether any of these relations allows the action. */
export const allows = (relations: readonly Relation[], action: GatheringAction) =>
  gatheringPermissions[action].some((relation) => relations.includes(relation));
