import type { CommunityId, IntroductionId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { IntroductionEvent } from './events.ts';
import type { MeetingOutcome } from './limits.ts';

/** Somebody's part in an introduction, with which of the times the others could come. */
export type Part = {
  readonly introductionId: IntroductionId;
  readonly communityId: CommunityId;
  readonly personId: PersonId;
  readonly at: Date;
  readonly times: readonly Date[];
  readonly suits: readonly number[];
  readonly othersSuit: readonly (readonly number[])[];
  readonly met: MeetingOutcome | undefined;
  readonly useful: boolean | undefined;
};

/** What is saved of an answer: the new part, and what others are told. */
export type Answer = {
  readonly suits: readonly number[];
  readonly met: MeetingOutcome | undefined;
  readonly useful: boolean | undefined;
  readonly answered: boolean;
  readonly events: readonly IntroductionEvent[];
};

/** Days in which answers are taken; afterwards they would say little. */
const ANSWERED_WITHIN_MS = 120 * 24 * 60 * 60 * 1000;
export const isOver = (at: Date, now: Date) => now.getTime() - at.getTime() > ANSWERED_WITHIN_MS;

/** The first of the times that all can come to. */
export const agreedOn = (times: readonly Date[], suits: readonly (readonly number[])[]): Date | undefined =>
  times.find((_, place) => suits.length > 1 && suits.every((one) => one.includes(place)));

/**
 * Says at which of the proposed times one can come. The others hear of it when that makes a time which suits all.
 * Saying the same again changes nothing.
 */
export function suitTimes(
  mine: Part,
  places: readonly number[],
  now: Date,
): Result<Answer | undefined, 'introduction-over' | 'time-not-proposed'> {
  if (isOver(mine.at, now)) return refuse('introduction-over');
  const suits = [...new Set(places)].sort((a, b) => a - b);
  if (suits.some((place) => mine.times[place] === undefined)) return refuse('time-not-proposed');
  if (suits.join() === mine.suits.join()) return ok(undefined);

  const before = agreedOn(mine.times, [mine.suits, ...mine.othersSuit]);
  const agreed = agreedOn(mine.times, [suits, ...mine.othersSuit]);
  const { introductionId, communityId, personId, met, useful } = mine;
  const isNews = agreed !== undefined && agreed.getTime() !== before?.getTime();
  const events: readonly IntroductionEvent[] = isNews
    ? [{ type: 'introduction.time-found', introductionId, communityId, personId }]
    : [];
  return ok({ suits, met, useful, answered: met !== undefined, events });
}

/** Says whether one has met, and whether it was useful; that says something only of a meeting that took place. */
export function tellOfMeeting(
  mine: Part,
  told: { readonly met: MeetingOutcome; readonly useful?: boolean | undefined },
  now: Date,
): Result<Answer | undefined, 'introduction-over'> {
  if (isOver(mine.at, now)) return refuse('introduction-over');
  const useful = told.met === 'met' ? told.useful : undefined;
  if (told.met === mine.met && useful === mine.useful) return ok(undefined);
  return ok({ suits: mine.suits, met: told.met, useful, answered: true, events: [] });
}
