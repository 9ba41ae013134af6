import type { Actor } from '../kernel/actor.ts';
import type { GatheringId, OrganisationId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { DatesPreview, PreviewDatesInput } from './contract.ts';
import { tidyGiven } from './gathering.ts';
import { horizonOf, planDates } from './plan.ts';
import type { TimingRefusal } from './recurrence.ts';
import { ruleInWords } from './rule-words.ts';
import { utc } from '../kernel/instant.ts';

const SHOWN = 8;

/** What a timing comes to, before anything is scheduled by it: the next dates, and how it recurs in words. */
export async function previewDates(
  { now }: { readonly now: () => Date },
  _actor: Actor,
  { rule, ...given }: PreviewDatesInput,
): Promise<Result<DatesPreview, TimingRefusal | 'lasts-too-short' | 'lasts-too-long' | 'no-date-ahead'>> {
  const timing = tidyGiven({ ...given, rule });
  if (!timing.ok) return timing;
  const nothingYet = {
    id: '' as GatheringId,
    organisationId: '' as OrganisationId,
    communityId: '' as never,
    hosts: [],
    rotates: false,
  };
  const after = now();
  const dates = planDates(
    { ...nothingYet, ...timing.value },
    { after, until: horizonOf(timing.value, after), newId: () => '' },
  );
  if (!dates.ok) return dates;
  if (dates.value.length === 0) return refuse('no-date-ahead');
  const { startsLocal, rule: tidy } = timing.value;
  const recurs = ruleInWords(timing.value);
  return ok({
    startsLocal,
    ...(tidy === undefined ? {} : { rule: tidy }),
    ...(recurs === undefined ? {} : { recurs }),
    dates: dates.value.slice(0, SHOWN).map(({ startsAt, endsAt }) => ({
      startsAt: utc(startsAt),
      endsAt: utc(endsAt),
    })),
  });
}
