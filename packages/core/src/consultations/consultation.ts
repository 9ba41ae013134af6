import { type Change, change } from '../kernel/change.ts';
import type { CommunityId, OrganisationId, PersonId, QuestionId } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { ConsultationEvent } from './events.ts';

/**
 * Where somebody who was asked stands. `silent`: the question went on to others, or was answered; they may answer still,
 * and are not waited for.
 */
export type ConsultedState = 'asked' | 'answered' | 'passed' | 'declined' | 'silent';

export type Consulted = {
  readonly personId: PersonId;
  readonly round: number;
  readonly state: ConsultedState;
  /** Why they of all people, as a sentence to them. */
  readonly because: string;
  readonly askedAt: Date;
  readonly settledAt: Date | undefined;
  readonly passedTo: PersonId | undefined;
};

/** How a question is brought to those who know: a few at a time, nobody twice, in the end to the coordinators. */
export type Consultation = {
  readonly questionId: QuestionId;
  readonly organisationId: OrganisationId;
  readonly communityId: CommunityId;
  /** Rounds that have been asked. */
  readonly rounds: number;
  readonly state: 'asking' | 'with-coordinators' | 'over';
  /** When the next ones are asked, unless there is an answer by then. */
  readonly nextAt: Date | undefined;
  readonly consulted: readonly Consulted[];
  readonly revision: number;
};
export type ConsultationChange = Change<Consultation, ConsultationEvent>;

/** Somebody who may know, the best first; `presentAt` is when they are next at work. */
export type Candidate = { readonly personId: PersonId; readonly because: string; readonly presentAt: Date };

/** People who are asked at the same time. */
export const AT_ONCE = 3;
/** After so many rounds it is for the coordinators. */
export const ROUNDS = 2;
/** How long those who were asked have. Milliseconds. */
export const PATIENCE_MS = 4 * 60 * 60_000;
/** Longer than this nobody waits for somebody to come to work: then the coordinators hear of it. */
const WAIT_AT_MOST_MS = 4 * 24 * 60 * 60_000;

type Opening = Pick<Consultation, 'questionId' | 'organisationId' | 'communityId'>;

/** Begins, or begins again where a question was reopened or moved: whoever was asked then is not asked again. */
export function begin(opening: Opening, before: Consultation | undefined, now: Date): Consultation {
  const consulted = before?.consulted ?? [];
  const revision = before?.revision ?? 0;
  return { ...opening, rounds: 0, state: 'asking', nextAt: now, consulted, revision };
}

/**
 * Asks the next ones: of those who know the best three that are at work. Where all are away now, it waits for the first
 * to come; where nobody is left, or two rounds brought no answer, the coordinators hear of it. Nothing before it is due.
 */
export function askNext(
  consultation: Consultation,
  candidates: readonly Candidate[],
  now: Date,
): ConsultationChange | undefined {
  const { state, nextAt, rounds } = consultation;
  if (state !== 'asking' || !nextAt || nextAt > now) return undefined;

  const known = new Set(consultation.consulted.map(({ personId }) => personId));
  const fresh = candidates.filter(({ personId }) => !known.has(personId));
  const present = fresh.filter(({ presentAt }) => presentAt <= now).slice(0, AT_ONCE);
  if (rounds >= ROUNDS || fresh.length === 0) return handOver(consultation, now);
  if (present.length === 0) {
    const first = new Date(Math.min(...fresh.map(({ presentAt }) => presentAt.getTime())));
    if (first.getTime() - now.getTime() > WAIT_AT_MOST_MS) return handOver(consultation, now);
    return change({ ...consultation, nextAt: first });
  }

  const asked = present.map(({ personId, because }): Consulted => ({
    personId,
    because,
    round: rounds + 1,
    state: 'asked',
    askedAt: now,
    settledAt: undefined,
    passedTo: undefined,
  }));
  const next: Consultation = {
    ...consultation,
    rounds: rounds + 1,
    nextAt: new Date(now.getTime() + PATIENCE_MS),
    consulted: [...hushed(consultation.consulted, now), ...asked],
  };
  return change(
    next,
    ...asked.map(({ personId }) => ({ type: 'consultation.asked', ...about(next), personId }) as const),
  );
}

const handOver = (consultation: Consultation, now: Date): ConsultationChange => {
  const consulted = hushed(consultation.consulted, now);
  const state = { ...consultation, state: 'with-coordinators', nextAt: undefined, consulted } as const;
  return change(state, { type: 'consultation.with-coordinators', ...about(consultation) });
};

const hushed = (all: readonly Consulted[], now: Date): readonly Consulted[] =>
  all.map((one) => (one.state === 'asked' ? { ...one, state: 'silent', settledAt: now } : one));

/** Whoever was asked says that it is nothing for them. When nobody is waited for any more, the next are asked at once. */
export function decline(
  consultation: Consultation,
  personId: PersonId,
  now: Date,
): Result<ConsultationChange | undefined, 'not-asked'> {
  const mine = consultation.consulted.find((one) => one.personId === personId);
  if (mine?.state === 'declined') return ok(undefined);
  if (!mine || !isOpen(mine)) return refuse('not-asked');

  const settled = settle(consultation, personId, { state: 'declined', settledAt: now });
  return ok(change(goOn(settled, now), { type: 'consultation.declined', ...about(consultation), personId }));
}

/** Whoever was asked knows somebody who knows better. Nobody is asked twice, also not by passing on. */
export function passOn(
  consultation: Consultation,
  personId: PersonId,
  to: { readonly personId: PersonId; readonly because: string },
  now: Date,
): Result<ConsultationChange, 'not-asked' | 'asked-before'> {
  const mine = consultation.consulted.find((one) => one.personId === personId);
  if (!mine || !mayPass(consultation, mine)) return refuse('not-asked');
  if (consultation.consulted.some((one) => one.personId === to.personId)) return refuse('asked-before');

  const settled = settle(consultation, personId, { state: 'passed', settledAt: now, passedTo: to.personId });
  const next: Consulted = {
    ...to,
    round: mine.round,
    state: 'asked',
    askedAt: now,
    settledAt: undefined,
    passedTo: undefined,
  };
  const state = {
    ...settled,
    consulted: [...settled.consulted, next],
    // The new one has as long as the others had.
    ...(settled.state === 'asking' ? { nextAt: new Date(now.getTime() + PATIENCE_MS) } : {}),
  };
  return ok(
    change(
      state,
      { type: 'consultation.passed', ...about(consultation), personId, toPersonId: to.personId },
      { type: 'consultation.asked', ...about(consultation), personId: to.personId },
    ),
  );
}

/**
 * There is an answer, or no answer is looked for any more. `by` is who answered, where they did so by name; the others
 * are no longer waited for.
 */
export function conclude(
  consultation: Consultation,
  by: PersonId | undefined,
  now: Date,
): ConsultationChange | undefined {
  const answered = consultation.consulted.some(
    (one) => one.personId === by && (one.state === 'asked' || one.state === 'silent'),
  );
  const waits = consultation.consulted.some(({ state }) => state === 'asked');
  if (consultation.state === 'over' && !answered && !waits) return undefined;

  const settled =
    by !== undefined && answered ? settle(consultation, by, { state: 'answered', settledAt: now }) : consultation;
  return change({ ...settled, state: 'over', nextAt: undefined, consulted: hushed(settled.consulted, now) });
}

const isOpen = ({ state }: Consulted) => state === 'asked' || state === 'silent';

/** Whether somebody who was asked may still pass it on, which makes no sense once there is an answer. */
export const mayPass = ({ state }: Consultation, mine: Consulted) => state !== 'over' && isOpen(mine);

/** Whether there is a point in saying «not me»: it still waits for somebody. The rule itself takes a late one too. */
export const mayDecline = mayPass;

const settle = (consultation: Consultation, personId: PersonId, how: Partial<Consulted>): Consultation => ({
  ...consultation,
  consulted: consultation.consulted.map((one) => (one.personId === personId ? { ...one, ...how } : one)),
});

const goOn = (consultation: Consultation, now: Date): Consultation =>
  consultation.state === 'asking' && !consultation.consulted.some(({ state }) => state === 'asked')
    ? { ...consultation, nextAt: now }
    : consultation;

const about = ({ questionId, communityId }: Consultation) => ({ questionId, communityId });
