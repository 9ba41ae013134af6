import type { Actor } from '../kernel/actor.ts';
import { changeMentorship, type MentorshipAnswer, type OfMentorship } from './change-mentorship.ts';
import { resumeMentorship as resume } from './mentorship.ts';
import type { LearningDeps } from './ports.ts';

/** It goes on after a pause. */
export async function resumeMentorship(
  deps: LearningDeps,
  actor: Actor,
  of: OfMentorship,
): MentorshipAnswer<'mentorship-closed'> {
  return changeMentorship(deps, actor, of, resume);
}
