import { sql, type Kysely } from 'kysely';
import { askExperts } from '../consultations/ask-experts.ts';
import type { Puzzle } from '../consultations/ports.ts';
import { sqlConsultationStore } from '../consultations/store.ts';
import { sqlExpertQueries } from '../discovery/expert-queries.ts';
import { countMissedExpertise } from '../discovery/expertise-store.ts';
import { rankExperts } from '../discovery/rank-experts.ts';
import { askAboutIntroductions } from '../introductions/ask-about-introductions.ts';
import { beginDueRounds } from '../introductions/begin-due-rounds.ts';
import { introducePeople } from '../introductions/introduce-people.ts';
import { announceFact } from '../notifications/announce-fact.ts';
import { sqlAudiences } from '../notifications/audience-queries.ts';
import { composeDigests } from '../notifications/compose-digests.ts';
import { deliverMessages } from '../notifications/deliver-messages.ts';
import { sqlDeliveryStore } from '../notifications/delivery-store.ts';
import { sqlDigestStore } from '../notifications/digest-store.ts';
import type { Messenger } from '../notifications/ports.ts';
import { sqlNotificationStore } from '../notifications/store.ts';
import { sqlSweeping } from '../notifications/sweep-store.ts';
import { sweepNotifications } from '../notifications/sweep-notifications.ts';
import { webhookSeal } from '../notifications/webhook-seal.ts';
import type { Database } from '../sql/database.ts';
import { pairSeekers } from '../learning/pair-seekers.ts';
import { wakeMentoring } from '../learning/wake-mentoring.ts';
import { gatheringUpkeep } from '../core-gatherings.ts';
import { introductionStores } from '../core-introductions.ts';
import { learningStores } from '../core-learning.ts';
import type { CommunityId } from '../kernel/ids.ts';
import { createSealing } from '../trust/sealing.ts';
import type { CorePorts } from '../binding.ts';
import type { Enqueue } from './enqueue.ts';
import type { Workers } from './jobs.ts';

export type WorkerParts = Omit<CorePorts, 'administrators'> & {
  readonly enqueue: Enqueue;
  readonly messenger: Messenger;
  /** Whether `messenger` reaches people and channels, or webhooks only. */
  readonly hasBot: boolean;
  readonly onError: (error: unknown) => void;
  /** How long things are gathered that may make one message, in ms. */
  readonly gather?: number;
  /** After how many ms a process that holds messages and is not heard of is taken for dead. */
  readonly hold?: number;
};

/** Rounds that one look asks; the next one a minute later goes on. */
const ROUNDS_AT_ONCE = 200;
/** What is due within so many seconds gets a job of its own; the rest waits for the next look. */
const SOON_S = 30;
/** A round of introductions that began so long ago and has not been planned is planned by somebody else. Milliseconds. */
const FORGOTTEN_MS = 10 * 60_000;
/** After so long another process may have its turn. Milliseconds. */
const TURN_MS = 10 * 60_000;

/** What each kind of job does. */
export function createWorkers(parts: WorkerParts): Workers {
  const { db, now, enqueue, messenger, onError, chance } = parts;
  const sealing = createSealing(parts);
  const addresses = webhookSeal(parts);
  const callDelivery = (tx: Kysely<Database>, organisationId: string, after: number) =>
    enqueue(tx, 'deliver', { organisationId }, { key: organisationId, after });
  const stores = { ...parts, sealing, callDelivery, openWebhook: addresses.open };
  const audiences = sqlAudiences(stores);
  const announcing = {
    audiences,
    notifications: sqlNotificationStore(stores),
    now,
    ...(parts.gather === undefined ? {} : { gather: parts.gather }),
  };
  const delivering = {
    deliveries: sqlDeliveryStore(stores),
    messenger,
    now,
    dice: () => (chance(1)[0] ?? 128) / 255,
    onError,
    ...(parts.hold === undefined ? {} : { hold: parts.hold }),
  };

  const consulting = {
    consultations: sqlConsultationStore(stores),
    rankExperts: (puzzle: Puzzle, at: Date, limit: number) =>
      rankExperts({ experts: sqlExpertQueries(parts) }, puzzle, at, limit),
    now,
  };

  const introducing = introductionStores(parts);
  const learning = learningStores(parts);
  const gatherings = gatheringUpkeep(parts);

  /** Their job has been lost, or given up: nobody who waits for an introduction is forgotten. */
  async function goOnWithRounds() {
    const before = new Date(now().getTime() - FORGOTTEN_MS);
    for (const roundId of await introducing.rounds.unplanned(before, ROUNDS_AT_ONCE)) {
      await enqueue(db, 'introduce', { roundId }, { key: roundId });
    }
  }

  return {
    announce: ({ event }) => announceFact(announcing, { ...event, occurredAt: new Date(event.occurredAt) }),
    async consult({ questionId }) {
      await askExperts(consulting, { questionId, anew: true });
    },
    mentor: ({ communityId }) => pairSeekers(learning, communityId as CommunityId),
    introduce: (round) => introducePeople(introducing, round),
    async deliver({ organisationId }, signal) {
      const turn = AbortSignal.any([signal, AbortSignal.timeout(TURN_MS)]);
      await deliverMessages(delivering, organisationId, turn);
      // What is left is for the next turn, in this process or another; what is to be tried again soon, too.
      const soonest = turn.aborted ? now() : await nextDue(db, organisationId);
      const wait = soonest === undefined ? Infinity : (soonest.getTime() - now().getTime()) / 1000;
      if (wait <= SOON_S) await callDelivery(db, organisationId, Math.max(0, Math.ceil(wait)));
    },
    async look() {
      for (const questionId of await consulting.consultations.due(now(), ROUNDS_AT_ONCE)) {
        await askExperts(consulting, { questionId, anew: false }).catch(onError);
      }
      await wakeMentoring(learning).catch(onError);
      await beginDueRounds(introducing).catch(onError);
      await askAboutIntroductions(introducing).catch(onError);
      await goOnWithRounds().catch(onError);
      await gatherings.remind().catch(onError);
      for (const organisationId of await organisationsWithDue(db, now())) await callDelivery(db, organisationId, 0);
    },
    digest: (_data, signal) => composeDigests({ digests: sqlDigestStore(stores), audiences, now }, signal),
    async sweep(_data, signal) {
      await sweepNotifications({ sweeping: sqlSweeping(parts), now }, signal);
      await gatherings.extend(signal).catch(onError);
      while (!signal.aborted && (await countMissedExpertise(db)) > 0);
    },
  };
}

/** Organisations in which something is due: held until now, to be tried again, or left behind by a process that died. */
async function organisationsWithDue(db: Kysely<Database>, now: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM organisation WHERE
      EXISTS (SELECT FROM notification n WHERE n.organisation_id = organisation.id AND n.state IN ('queued', 'held')
        AND n.message_id IS NULL AND n.due_at <= ${now})
      OR EXISTS (SELECT FROM message m WHERE m.organisation_id = organisation.id AND m.state = 'waiting' AND m.due_at <= ${now})
      OR EXISTS (SELECT FROM message m WHERE m.organisation_id = organisation.id AND m.state = 'sending'
        AND m.claimed_until <= ${now})
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** When the next message of an organisation is due, or comes out of the hands of a process that has died. */
async function nextDue(db: Kysely<Database>, organisationId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    SELECT least(
      (SELECT min(due_at) FROM notification WHERE organisation_id = ${organisationId} AND state IN ('queued', 'held')
        AND message_id IS NULL),
      (SELECT min(due_at) FROM message WHERE organisation_id = ${organisationId} AND state = 'waiting'),
      (SELECT min(claimed_until) FROM message WHERE organisation_id = ${organisationId} AND state = 'sending')
    ) AS at
  `.execute(db);
  return rows[0]?.at ?? undefined;
}
