import type { Actor } from '../kernel/actor.ts';
import type { MentorshipId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { MyMentoringView } from './contract.ts';
import type { Mentorship, MentorshipChange } from './mentorship.ts';
import type { LearningDeps } from './ports.ts';

export type OfMentorship = { readonly mentorshipId: string };
export type MentorshipAnswer<Reason extends string> = Promise<Result<MyMentoringView, Reason | 'no-such-mentorship'>>;

/** What all changes to a mentorship share: they are for the two alone. */
export async function changeMentorship<Reason extends string>(
  { mentorships, learningViews, now }: LearningDeps,
  actor: Actor,
  { mentorshipId }: OfMentorship,
  rule: (mentorship: Mentorship, now: Date) => Result<MentorshipChange | undefined, Reason>,
): MentorshipAnswer<Reason> {
  const mentorship = await mentorships.find(actor, mentorshipId as MentorshipId);
  if (!mentorship) return refuse('no-such-mentorship');
  const changed = rule(mentorship, now());
  if (!changed.ok) return changed;
  if (changed.value) await mentorships.save(changed.value, now());
  return ok(await learningViews.mine(actor));
}
