import type { Queue } from 'pg-boss';

/** What each kind of job is given. Ids only: jobs are rows that an operator reads. */
export type JobData = {
  /** Works out who is told of a fact, and queues what they are told. */
  announce: { readonly event: WrittenEvent };
  /** Asks the next people who know, or the coordinators. */
  consult: { readonly questionId: string };
  /** Asks mentors for those who look for one in a community. */
  mentor: { readonly communityId: string };
  /** Carries out a round of introductions that has begun. */
  introduce: { readonly roundId: string };
  /** Sends what is due in one organisation, at the pace that Teams allows. */
  deliver: { readonly organisationId: string };
  /** Looks for what is due by now and has no job yet: held until morning, a round that got no answer. */
  look: Record<string, never>;
  /** Composes the daily and weekly digests of those whose morning has come. */
  digest: Record<string, never>;
  /** Ends what nobody needs to hear any more, and forgets what is old. */
  sweep: Record<string, never>;
};
export type JobName = keyof JobData;

/** A fact as JSON keeps it. */
export type WrittenEvent = {
  readonly id: string;
  readonly type: string;
  readonly organisationId: string;
  readonly occurredAt: string;
} & Readonly<Record<string, unknown>>;

const DAY_S = 24 * 60 * 60;

/**
 * A job whose process is killed misses its heartbeat and is given to another one; it is tried again, ever more seldom,
 * for about half a day, and then lies in `given-up` until an operator looks.
 */
const usual = {
  retryLimit: 60,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 15 * 60,
  heartbeatSeconds: 10,
  expireInSeconds: 60 * 60,
  retentionSeconds: 14 * DAY_S,
  deleteAfterSeconds: DAY_S,
  notify: true,
} satisfies Omit<Queue, 'name'>;

export const GIVEN_UP = 'given-up';

/** `stately`: of one key at most one job waits and one runs, so that an organisation is served by one process. */
export const queues: Readonly<Record<JobName, Omit<Queue, 'name'>>> = {
  announce: usual,
  consult: usual,
  mentor: { ...usual, policy: 'stately' },
  introduce: { ...usual, policy: 'stately' },
  deliver: { ...usual, policy: 'stately' },
  look: { ...usual, policy: 'stately', retryLimit: 0 },
  digest: { ...usual, policy: 'stately' },
  sweep: { ...usual, policy: 'stately' },
};

/** In UTC; pg-boss sends each once, however many processes there are. */
export const schedules: Readonly<Partial<Record<JobName, string>>> = {
  look: '* * * * *',
  digest: '*/15 * * * *',
  sweep: '7 * * * *',
};
