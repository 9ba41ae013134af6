import type { Actor } from '../kernel/actor.ts';
import { changeMentorship, type MentorshipAnswer, type OfMentorship } from './change-mentorship.ts';
import type { SessionInput } from './contract.ts';
import { type NoSession, noteSession } from './mentorship.ts';
import type { LearningDeps } from './ports.ts';

/** One of the two notes that they met. */
export async function noteMentoringSession(
  deps: LearningDeps,
  actor: Actor,
  { heldOn, note, ...of }: SessionInput & OfMentorship,
): MentorshipAnswer<NoSession> {
  const session = { heldOn, note, by: actor.personId };
  const timeZone = await deps.mentoring.timeZoneOf(actor.personId);
  return changeMentorship(deps, actor, of, (mentorship, now) => noteSession(mentorship, session, { now, timeZone }));
}
