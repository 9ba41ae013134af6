import { change } from '../kernel/change.ts';
import type { AdoptionId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PracticeEvent } from './events.ts';
import type { Life } from './life.ts';
import { allows } from './permission.ts';
import {
  about,
  type Adoption,
  type Endorsement,
  type Practice,
  type PracticeChange,
  type Practitioner,
} from './practice.ts';

/** In these states the community weighs a practice or stands behind it. */
export const weighed: ReadonlySet<Life> = new Set(['proposed', 'endorsed', 'in-use', 'under-review']);
const worthUsing: ReadonlySet<Life> = new Set(['endorsed', 'in-use', 'under-review']);

type EndorseRefusal = 'not-allowed' | 'own-practice' | 'not-possible-now';

/**
 * One member's word that this practice is good. Given twice, it changes the note and the version that was read.
 *
 * Owners and authors cannot vouch for themselves.
 */
export function endorse(
  practice: Practice,
  by: Practitioner,
  { note, at }: Pick<Endorsement, 'note' | 'at'>,
): Result<PracticeChange | undefined, EndorseRefusal> {
  if (!allows(by.relations, 'endorse') || by.closed) return refuse('not-allowed');
  if (by.relations.includes('owner') || by.relations.includes('author')) return refuse('own-practice');
  if (!weighed.has(practice.life)) return refuse('not-possible-now');

  const before = practice.endorsements.find(({ personId }) => personId === by.personId);
  if (before && before.note === note && before.version === practice.version) return ok(undefined);

  const others = practice.endorsements.filter(({ personId }) => personId !== by.personId);
  const endorsements = [...others, { personId: by.personId, version: practice.version, note, at }];
  return ok(change({ ...practice, endorsements }, { type: 'practice.endorsed', ...about(practice, by) }));
}

/** Takes one's own endorsement back; doing so twice changes nothing. */
export function takeBackEndorsement(practice: Practice, by: Practitioner): Result<PracticeChange | undefined> {
  const endorsements = practice.endorsements.filter(({ personId }) => personId !== by.personId);
  if (endorsements.length === practice.endorsements.length) return ok(undefined);
  return ok(change({ ...practice, endorsements }, { type: 'practice.endorsement-taken-back', ...about(practice, by) }));
}

/** Whether somebody could record an adoption of this kind now. */
export const mayAdopt = ({ life }: Pick<Practice, 'life'>, by: Practitioner, kind: Adoption['kind']) =>
  allows(by.relations, 'adopt') && (worthUsing.has(life) || (kind === 'tried' && life === 'proposed'));

/**
 * Records «we use this» or «we tried it: this happened».
 *
 * A proposal may be tried, but only what is endorsed is «used»; the first use puts an endorsed practice in use.
 */
export function recordAdoption(
  practice: Practice,
  by: Practitioner,
  adoption: Omit<Adoption, 'by'>,
): Result<PracticeChange, 'not-allowed' | 'not-possible-now'> {
  if (!allows(by.relations, 'adopt')) return refuse('not-allowed');
  if (!mayAdopt(practice, by, adoption.kind)) return refuse('not-possible-now');

  const starts = adoption.kind === 'uses' && practice.life === 'endorsed';
  const state: Practice = {
    ...practice,
    adoptions: [...practice.adoptions, { ...adoption, by: by.personId }],
    ...(starts ? { life: 'in-use' as const, lifeSince: adoption.at, lifeReason: undefined } : {}),
  };
  const facts = about(practice, by);
  const adopted = { type: 'practice.adopted', adoptionId: adoption.id, kind: adoption.kind, ...facts } as const;
  if (!starts) return ok(change(state, adopted));
  return ok(
    change<Practice, PracticeEvent>(state, adopted, {
      type: 'practice.life-changed',
      action: 'put-in-use',
      life: 'in-use',
      ...facts,
    }),
  );
}

/** Takes an adoption record back: one's own, or anyone's for those who keep the community's knowledge in order. */
export function takeBackAdoption(
  practice: Practice,
  by: Practitioner,
  adoptionId: AdoptionId,
): Result<PracticeChange, 'not-allowed' | 'no-such-adoption'> {
  const adoption = practice.adoptions.find(({ id }) => id === adoptionId);
  if (!adoption) return refuse('no-such-adoption');
  if (adoption.by !== by.personId && !allows(by.relations, 'take-back-any-adoption')) return refuse('not-allowed');

  const adoptions = practice.adoptions.filter(({ id }) => id !== adoptionId);
  const fact = { type: 'practice.adoption-taken-back', adoptionId, ...about(practice, by) } as const;
  return ok(change({ ...practice, adoptions }, fact));
}
