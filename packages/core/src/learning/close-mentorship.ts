import type { Actor } from '../kernel/actor.ts';
import { changeMentorship, type MentorshipAnswer, type OfMentorship } from './change-mentorship.ts';
import type { ReflectionInput } from './contract.ts';
import { closeMentorship as close } from './mentorship.ts';
import { ok } from '../kernel/result.ts';
import type { LearningDeps } from './ports.ts';

/** One of the two ends it. Said after it was closed, only what they take with them is noted. */
export async function closeMentorship(
  deps: LearningDeps,
  actor: Actor,
  { reflection, ...of }: ReflectionInput & OfMentorship,
): MentorshipAnswer<never> {
  return changeMentorship(deps, actor, of, (mentorship, now) => ok(close(mentorship, reflection, actor.personId, now)));
}
