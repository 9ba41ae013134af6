import { type Change, change } from '../kernel/change.ts';
import { DAY_MS } from '../kernel/durations.ts';
import type { CommunityId, MentorshipId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { MentorshipEvent } from './events.ts';
import { type Here, wrongDay } from './held-day.ts';
import { daysOf, mentoringLimits, type MentorshipState, type Rhythm } from './mentoring.ts';

/** One meeting, as one of the two noted it; both may read it, and nobody else. */
export type Session = { readonly heldOn: string; readonly note: string; readonly by: PersonId; readonly at: Date };

/** What one of the two takes with them in the end; the other reads it, and nobody else. */
export type Reflection = { readonly by: PersonId; readonly text: string; readonly at: Date };

/** A mentor and somebody who learns from them, until one of them closes it. */
export type Mentorship = {
  readonly id: MentorshipId;
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  readonly mentorId: PersonId;
  readonly menteeId: PersonId;
  readonly goal: string;
  readonly topics: readonly string[];
  readonly rhythm: Rhythm;
  readonly state: MentorshipState;
  /** While it is paused: when it goes on by itself, unless that is left open. */
  readonly pausedUntil: Date | undefined;
  readonly sessions: readonly Session[];
  readonly reflections: readonly Reflection[];
  readonly beganAt: Date;
  readonly closedAt: Date | undefined;
  /** When the two are reminded, unless they meet by then. */
  readonly remindAt: Date | undefined;
  readonly revision: number;
};
export type MentorshipChange = Change<Mentorship, MentorshipEvent>;
export type NoSession = 'mentorship-closed' | 'day-to-come' | 'day-before-beginning' | 'too-many-sessions';
type Agreed = Pick<
  Mentorship,
  'id' | 'organisationId' | 'communityId' | 'mentorId' | 'menteeId' | 'goal' | 'topics' | 'rhythm'
>;

/** The two are reminded when one and a half times their rhythm has passed without a meeting. */
const PATIENCE = 1.5;

export const beginMentorship = (agreed: Agreed, now: Date): Mentorship => ({
  ...agreed,
  state: 'active',
  pausedUntil: undefined,
  sessions: [],
  reflections: [],
  beganAt: now,
  closedAt: undefined,
  remindAt: later(agreed.rhythm, now),
  revision: 1,
});

export const isOneOf = ({ mentorId, menteeId }: Pick<Mentorship, 'mentorId' | 'menteeId'>, personId: PersonId) =>
  personId === mentorId || personId === menteeId;

/**
 * Notes that the two met, on a day that has come and not before they began. What has been ends no pause: that does one of
 * the two, or its day.
 */
export function noteSession(
  mentorship: Mentorship,
  { heldOn, note, by }: Omit<Session, 'at'>,
  here: Here,
): Result<MentorshipChange, NoSession> {
  if (mentorship.state === 'closed') return refuse('mentorship-closed');
  const wrong = wrongDay(heldOn, mentorship.beganAt, here);
  if (wrong) return refuse(wrong);
  if (mentorship.sessions.length >= mentoringLimits.sessions) return refuse('too-many-sessions');
  const sessions = [...mentorship.sessions, { heldOn, note, by, at: here.now }];
  const remindAt = mentorship.state === 'paused' ? mentorship.remindAt : later(mentorship.rhythm, here.now);
  return ok(change({ ...mentorship, remindAt, sessions }));
}

/** Rests until a day, or until one of the two goes on. */
export function pauseMentorship(
  mentorship: Mentorship,
  until: Date | undefined,
  by: PersonId,
  now: Date,
): Result<MentorshipChange, 'mentorship-closed' | 'term-in-the-past'> {
  if (mentorship.state === 'closed') return refuse('mentorship-closed');
  if (until && until <= now) return refuse('term-in-the-past');
  const paused = { ...mentorship, state: 'paused', pausedUntil: until, remindAt: until } as const;
  return ok(change(paused, { type: 'mentorship.paused', ...about(mentorship), personId: theOther(mentorship, by) }));
}

export function resumeMentorship(
  mentorship: Mentorship,
  now: Date,
): Result<MentorshipChange | undefined, 'mentorship-closed'> {
  if (mentorship.state === 'closed') return refuse('mentorship-closed');
  return ok(mentorship.state === 'active' ? undefined : change(goOn(mentorship, now)));
}

/**
 * Ends it, with what the one who closes it takes with them. The other says theirs afterwards, in the same way; said
 * again, it takes the place of what was said before.
 */
export function closeMentorship(mentorship: Mentorship, reflection: string, by: PersonId, now: Date): MentorshipChange {
  const reflections = withReflection(mentorship, reflection, by, now);
  if (mentorship.state === 'closed') return change({ ...mentorship, reflections });
  const closed: Mentorship = {
    ...mentorship,
    state: 'closed',
    closedAt: now,
    pausedUntil: undefined,
    remindAt: undefined,
    reflections,
  };
  return change(closed, { type: 'mentorship.closed', ...about(mentorship), personId: theOther(mentorship, by) });
}

/**
 * What is due by the clock: a pause that is over ends, and two who have not met for long are reminded, both of them and
 * again after another such time.
 */
export function wakeMentorship(mentorship: Mentorship, now: Date): MentorshipChange | undefined {
  const { remindAt, state } = mentorship;
  if (state === 'closed' || !remindAt || remindAt > now) return undefined;
  if (state === 'paused') return change(goOn(mentorship, now));
  const { mentorId, menteeId } = mentorship;
  return change(
    { ...mentorship, remindAt: later(mentorship.rhythm, now) },
    { type: 'mentorship.quiet', ...about(mentorship), personId: mentorId },
    { type: 'mentorship.quiet', ...about(mentorship), personId: menteeId },
  );
}

const goOn = (mentorship: Mentorship, now: Date): Mentorship => ({
  ...mentorship,
  state: 'active',
  pausedUntil: undefined,
  remindAt: later(mentorship.rhythm, now),
});

const withReflection = ({ reflections }: Mentorship, text: string, by: PersonId, now: Date) => [
  ...reflections.filter((one) => one.by !== by),
  ...(text === '' ? [] : [{ by, text, at: now }]),
];

const theOther = ({ mentorId, menteeId }: Mentorship, by: PersonId) => (by === mentorId ? menteeId : mentorId);
const later = (rhythm: Rhythm, now: Date) => new Date(now.getTime() + daysOf[rhythm] * PATIENCE * DAY_MS);
const about = ({ id, communityId }: Mentorship) => ({ mentorshipId: id, communityId });
