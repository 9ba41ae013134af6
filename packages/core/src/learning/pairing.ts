import type { MentoringRequestId, PersonId } from '../kernel/ids.ts';
import { assign, type Option } from './assignment.ts';
import { type Fit, fitOf, type MentorSide, type Side } from './fit.ts';

export type Mentor = MentorSide & {
  /** Seekers they can take on now. */ readonly room: number;
};

export type Seeker = Side & {
  readonly requestId: MentoringRequestId;
  /** Whom they wished for. */
  readonly wishedId: PersonId | undefined;
  /** Mentors who are not asked: asked before for this, or with a mentorship of the two already. */
  readonly not: ReadonlySet<PersonId>;
};

export type Pair = { readonly requestId: MentoringRequestId; readonly mentorId: PersonId; readonly because: string };

/** Mentors that are weighed for each seeker: the best of all that share a topic. */
export const CANDIDATES = 12;

/**
 * Whom to ask for each seeker. First those who were wished for, where they have room and suit: of several who wish for the
 * same mentor whoever comes first in `seekers`. Of the others as many as possible get somebody, and the whole fits as well
 * as it can among the twelve best candidates of each (`assign`). Nobody is their own mentor. The same people in another
 * order give the same worth.
 */
export function pair(mentors: readonly Mentor[], seekers: readonly Seeker[]): readonly Pair[] {
  const room = new Map(mentors.map((mentor) => [mentor.personId, mentor.room]));
  const byId = new Map(mentors.map((mentor) => [mentor.personId, mentor]));
  const wished = seekers.flatMap((seeker): Pair[] => {
    const mentor = seeker.wishedId && byId.get(seeker.wishedId);
    const left = mentor ? (room.get(mentor.personId) ?? 0) : 0;
    const fit = mentor && left > 0 && mayAsk(mentor, seeker) ? fitOf(mentor, seeker) : undefined;
    if (!mentor || !fit) return [];
    room.set(mentor.personId, left - 1);
    return [{ requestId: seeker.requestId, mentorId: mentor.personId, because: fit.because }];
  });
  const done = new Set(wished.map(({ requestId }) => requestId));
  const others = pairOthers(
    mentors.map((mentor) => ({ ...mentor, room: room.get(mentor.personId) ?? 0 })),
    seekers.filter(({ requestId }) => !done.has(requestId)),
  );
  return [...wished, ...others];
}

const mayAsk = (mentor: Mentor, seeker: Seeker): boolean =>
  mentor.personId !== seeker.personId && !seeker.not.has(mentor.personId);

function pairOthers(mentors: readonly Mentor[], seekers: readonly Seeker[]): readonly Pair[] {
  const byTopic = new Map<string, number[]>();
  for (const [place, { topics, room }] of mentors.entries()) {
    if (room < 1) continue;
    for (const topic of topics) byTopic.set(topic, [...(byTopic.get(topic) ?? []), place]);
  }
  const fits = seekers.map((seeker) => candidatesOf(seeker, mentors, byTopic));
  const options = fits.map((own) => own.map(({ giver, fit }): Option => ({ giver, worth: fit.worth })));
  const answer = assign(
    options,
    mentors.map(({ room }) => Math.max(0, room)),
  );
  return seekers.flatMap(({ requestId }, place) => {
    const found = fits[place]?.find(({ giver }) => giver === answer[place]);
    const mentor = mentors[answer[place] ?? -1];
    return found && mentor ? [{ requestId, mentorId: mentor.personId, because: found.fit.because }] : [];
  });
}

function candidatesOf(
  seeker: Seeker,
  mentors: readonly Mentor[],
  byTopic: ReadonlyMap<string, readonly number[]>,
): readonly { readonly giver: number; readonly fit: Fit }[] {
  const places = new Set(seeker.topics.flatMap((topic) => byTopic.get(topic) ?? []));
  const found: { readonly giver: number; readonly fit: Fit }[] = [];
  for (const giver of places) {
    const mentor = mentors[giver];
    if (!mentor || !mayAsk(mentor, seeker)) continue;
    const fit = fitOf(mentor, seeker);
    if (fit) found.push({ giver, fit });
  }
  return found.toSorted((a, b) => b.fit.worth - a.fit.worth || a.giver - b.giver).slice(0, CANDIDATES);
}
