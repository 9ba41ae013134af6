import type { Actor } from '../kernel/actor.ts';
import { changeMentorship, type MentorshipAnswer, type OfMentorship } from './change-mentorship.ts';
import type { PauseInput } from './contract.ts';
import { pauseMentorship as pause } from './mentorship.ts';
import type { LearningDeps } from './ports.ts';

/** One of the two lets it rest, until a day or until one of them goes on. */
export async function pauseMentorship(
  deps: LearningDeps,
  actor: Actor,
  { until, ...of }: PauseInput & OfMentorship,
): MentorshipAnswer<'mentorship-closed' | 'term-in-the-past'> {
  const day = until === undefined ? undefined : new Date(until);
  return changeMentorship(deps, actor, of, (mentorship, now) => pause(mentorship, day, actor.personId, now));
}
