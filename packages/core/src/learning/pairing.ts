import type { MentoringRequestId, PersonId } from '../kernel/ids.ts';
import { assign, type Option } from './assignment.ts';
import { type Fit, fitOf, type MentorSide, type Side } from './fit.ts';

export type Mentor = MentorSide & {
  /** Seekers they can take on now. */ readonly room: number;
};

export type Seeker = Side & {
  readonly requestId: MentoringRequestId;
  /** Mentors who are not asked: asked before for this, or with a mentorship of the two already. */
  readonly not: ReadonlySet<PersonId>;
};

export type Pair = { readonly requestId: MentoringRequestId; readonly mentorId: PersonId; readonly because: string };

/** Mentors that are weighed for each seeker: the best of all that share a topic. */
export const CANDIDATES = 12;

/**
 * Whom to ask for each seeker: as many as possible get somebody, and the whole fits as well as it can among the twelve
 * best candidates of each (`assign`). Nobody is their own mentor. The same people in another order give the same worth.
 */
export function pair(mentors: readonly Mentor[], seekers: readonly Seeker[]): readonly Pair[] {
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
    if (!mentor || mentor.personId === seeker.personId || seeker.not.has(mentor.personId)) continue;
    const fit = fitOf(mentor, seeker);
    if (fit) found.push({ giver, fit });
  }
  return found.toSorted((a, b) => b.fit.worth - a.fit.worth || a.giver - b.giver).slice(0, CANDIDATES);
}
