import type { Role } from '../communities/role.ts';

/** How somebody relates to a practice: the community roles they hold, and what they have to do with the text itself. */
export type Relation = Role | 'owner' | 'author' | 'member' | 'colleague' | 'partner' | 'administrator';

export type PracticeAction =
  | 'see-draft'
  | 'draft'
  | 'edit'
  | 'entrust'
  | 'propose'
  | 'withdraw'
  | 'endorse-as-community'
  | 'put-in-use'
  | 'start-review'
  | 'confirm'
  | 'retire'
  | 'revive'
  | 'endorse'
  | 'adopt'
  | 'take-back-any-adoption'
  | 'publish'
  | 'report';

const editors: readonly Relation[] = ['owner', 'author', 'knowledge-steward', 'coordinator', 'administrator'];
const stewards: readonly Relation[] = ['knowledge-steward', 'coordinator', 'administrator'];

/**
 * The one permission table of practices: who may do what, before the state of the practice is looked at.
 *
 * `entrust` is changing the owner or who may see it. `endorse-as-community` is the step of its life; `endorse` is one
 * person's vote of trust. Whoever cannot see a practice is told that there is none, so seeing is not in the table.
 */
export const practicePermissions: Readonly<Record<PracticeAction, readonly Relation[]>> = {
  'see-draft': editors,
  draft: ['member'],
  edit: editors,
  entrust: ['owner', ...stewards],
  propose: editors,
  withdraw: ['owner', ...stewards],
  'endorse-as-community': ['expert', ...stewards],
  'put-in-use': editors,
  'start-review': ['owner', 'expert', ...stewards],
  confirm: ['expert', ...stewards],
  retire: ['owner', ...stewards],
  revive: stewards,
  endorse: ['member'],
  adopt: ['member', 'colleague', 'partner'],
  'take-back-any-adoption': stewards,
  publish: editors,
  report: ['member', 'colleague', 'partner'],
};

/** Whether any of these relations allows the action. */
export const allows = (relations: readonly Relation[], action: PracticeAction) =>
  practicePermissions[action].some((relation) => relations.includes(relation));
