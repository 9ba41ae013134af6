import { change } from '../kernel/change.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Life, LifeAction } from './life.ts';
import { allows, type PracticeAction } from './permission.ts';
import { about, type Practice, type PracticeChange, type Practitioner } from './practice.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** The life of a practice as data: from where each step leads where, who may take it, and whether it must say why. */
const steps: Readonly<
  Record<
    LifeAction,
    { readonly from: readonly Life[]; readonly to: Life; readonly needs: PracticeAction; readonly why?: true }
  >
> = {
  propose: { from: ['draft'], to: 'proposed', needs: 'propose' },
  withdraw: { from: ['proposed'], to: 'draft', needs: 'withdraw', why: true },
  endorse: { from: ['proposed', 'under-review'], to: 'endorsed', needs: 'endorse-as-community' },
  'put-in-use': { from: ['endorsed'], to: 'in-use', needs: 'put-in-use' },
  'start-review': { from: ['endorsed', 'in-use'], to: 'under-review', needs: 'start-review' },
  confirm: { from: ['under-review'], to: 'endorsed', needs: 'confirm' },
  retire: { from: ['proposed', 'endorsed', 'in-use', 'under-review'], to: 'retired', needs: 'retire', why: true },
  revive: { from: ['retired'], to: 'proposed', needs: 'revive' },
};

/** A practice is looked at again after a year, unless somebody sets another day. */
const REVIEW_AFTER_DAYS = 365;

type Step = {
  readonly action: LifeAction;
  readonly reason?: string | undefined;
  readonly reviewBy?: string | undefined;
  readonly at: Date;
};

export type LifeRefusal =
  | 'not-allowed'
  | 'not-possible-now'
  | 'reason-needed'
  | 'endorsement-needed'
  | 'nothing-written'
  | 'community-closed';

/**
 * Takes one step in the life of a practice.
 *
 * The community's endorsement needs the trust of at least one person beside the owner, and is never given by the owner:
 * that is what tells an endorsed practice from somebody's own opinion. Nothing empty is proposed. To send back and to
 * retire needs a reason, which everyone can read. Endorsing and confirming set the next review.
 */
export function takeStep(practice: Practice, by: Practitioner, step: Step): Result<PracticeChange, LifeRefusal> {
  const { from, needs, why } = steps[step.action];
  if (!allows(by.relations, needs)) return refuse('not-allowed');
  if (by.closed && step.action !== 'retire') return refuse('community-closed');
  if (!from.includes(practice.life)) return refuse('not-possible-now');
  if (step.action === 'endorse' && by.personId === practice.ownerId) return refuse('not-allowed');
  if (step.action === 'endorse' && !hasOthersTrust(practice)) return refuse('endorsement-needed');
  if (step.action === 'propose' && practice.body.trim() === '') return refuse('nothing-written');
  if (why && !step.reason) return refuse('reason-needed');

  const life = step.action === 'confirm' && usingTeams(practice) > 0 ? 'in-use' : steps[step.action].to;
  const reviews = step.action === 'endorse' || step.action === 'confirm';
  const state: Practice = {
    ...practice,
    life,
    lifeSince: step.at,
    lifeReason: step.reason || undefined,
    reviewBy: step.reviewBy ?? (reviews ? dayAfter(step.at, REVIEW_AFTER_DAYS) : practice.reviewBy),
    updatedAt: step.at,
  };
  return ok(change(state, { type: 'practice.life-changed', action: step.action, life, ...about(practice, by) }));
}

/** What `possibleSteps` needs to know of a practice: a list knows no more. */
export type LifeFacts = Pick<Practice, 'life' | 'ownerId'> & { readonly trusted: boolean; readonly written: boolean };

/** The steps that would be taken, not refused, if this person chose them now (with a reason where one is needed). */
export function possibleSteps(practice: LifeFacts, by: Practitioner): readonly LifeAction[] {
  return (Object.keys(steps) as LifeAction[]).filter((action) => {
    const { from, needs } = steps[action];
    if (!from.includes(practice.life) || !allows(by.relations, needs)) return false;
    if (by.closed && action !== 'retire') return false;
    if (action === 'endorse') return practice.trusted && by.personId !== practice.ownerId;
    return action !== 'propose' || practice.written;
  });
}

const hasOthersTrust = ({ endorsements, ownerId }: Practice) =>
  endorsements.some(({ personId }) => personId !== ownerId);

/** How many different teams say that they work this way; spelling and case do not make another team. */
export const usingTeams = ({ adoptions }: Pick<Practice, 'adoptions'>) =>
  new Set(adoptions.filter(({ kind }) => kind === 'uses').map(({ team }) => team.trim().toLowerCase())).size;

const dayAfter = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS).toISOString().slice(0, 10);
