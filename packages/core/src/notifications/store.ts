import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../sql/database.ts';
import type { Sealing } from '../trust/sealing.ts';
import type { Fact } from './announcement.ts';
import { happenings } from './happening.ts';
import type { Draft, NotificationStore } from './ports.ts';

export type QueueDeps = {
  readonly db: Kysely<Database>;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly sealing: Pick<Sealing, 'seal'>;
  /** Calls for the delivery of what is due in an organisation, `after` so many seconds. */
  readonly callDelivery: CallDelivery;
};

export type CallDelivery = (tx: Kysely<Database>, organisationId: string, after: number) => Promise<void>;

const ANNOUNCED = 'announced';

/** Where drafts are put: rows, and a call for somebody to deliver them. */
export const queueing =
  ({ newId, now, sealing, callDelivery }: Omit<QueueDeps, 'db'>) =>
  async (
    tx: Transaction<Database>,
    fact: Pick<Fact, 'id' | 'organisationId'>,
    drafts: readonly Draft[],
  ): Promise<void> => {
    if (drafts.length === 0) return;
    const at = now();
    const rows = drafts.map((draft) => rowOf(draft, { id: newId(), sealing }));
    await sql`
      INSERT INTO notification (id, organisation_id, cause_id, what, kind, subject_kind, subject_id, community_id,
        because, recipient_id, sealed_recipient, place, state, due_at, expires_at, created_at, settled_at)
      SELECT id, ${fact.organisationId}, ${fact.id}, what, kind, subject_kind, subject_id, community_id, because,
        recipient_id, decode(sealed_recipient, 'base64'), place, state, due_at, expires_at, ${at},
        CASE WHEN state = 'unwanted' THEN ${at}::timestamptz END
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS draft(id uuid, what text, kind text, subject_kind text,
        subject_id uuid, community_id uuid, because text, recipient_id uuid, sealed_recipient text, place text,
        state text, due_at timestamptz, expires_at timestamptz)
    `.execute(tx);
    const soonest = Math.min(...drafts.filter(({ state }) => state === 'queued').map(({ dueAt }) => dueAt.getTime()));
    if (Number.isFinite(soonest)) {
      await callDelivery(tx, fact.organisationId, Math.max(0, Math.ceil((soonest - at.getTime()) / 1000)));
    }
  };

export function sqlNotificationStore(deps: QueueDeps): NotificationStore {
  const { db, now } = deps;
  const queue = queueing(deps);

  return {
    async tell(fact, drafts) {
      await db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows: first } = await tx
          .insertInto('handled_event')
          .values({ subscriber: ANNOUNCED, event_id: fact.id, handled_at: now() })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (first === 1n) await queue(tx, fact, drafts);
      });
    },

    async openBroadcast(fact, { what, subject, communityId, not }) {
      await db
        .insertInto('broadcast')
        .values({
          id: fact.id,
          organisation_id: fact.organisationId,
          community_id: communityId ?? null,
          what,
          subject_kind: subject.kind,
          subject_id: subject.id,
          // A fact that was brought about anonymously names nobody, and neither does this.
          caused_by: not?.personId ?? (typeof fact['personId'] === 'string' ? fact['personId'] : null),
          at: fact.occurredAt,
          reached: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const { reached, complete } = await db
        .selectFrom('broadcast')
        .select(['reached', 'complete'])
        .where('id', '=', fact.id)
        .executeTakeFirstOrThrow();
      return { reached: reached ?? undefined, complete };
    },

    async tellMore(fact, from, { reached, complete, drafts, inDigest }) {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows: ours } = await tx
          .updateTable('broadcast')
          .set((eb) => ({
            reached: reached ?? null,
            complete,
            in_digest: eb('in_digest', '+', inDigest),
            unwanted: eb('unwanted', '+', drafts.filter(({ state }) => state === 'unwanted').length),
          }))
          .where('id', '=', fact.id)
          .where('complete', '=', false)
          .where(sql<boolean>`reached IS NOT DISTINCT FROM ${from.reached ?? null}::uuid`)
          .executeTakeFirst();
        if (ours !== 1n) return false;
        // Of those who do not want it, their number is enough.
        await queue(
          tx,
          fact,
          drafts.filter(({ state }) => state !== 'unwanted'),
        );
        return true;
      });
    },
  };
}

function rowOf(draft: Draft, { id, sealing }: { readonly id: string; readonly sealing: Pick<Sealing, 'seal'> }) {
  const { to, what, subject, communityId, because, state, dueAt, expiresAt } = draft;
  const veiled = to.personId !== undefined && to.veiled;
  return {
    id,
    what,
    kind: happenings[what].kind,
    subject_kind: subject.kind,
    subject_id: subject.id,
    community_id: communityId ?? null,
    because: because ?? null,
    recipient_id: to.personId !== undefined && !veiled ? to.personId : null,
    sealed_recipient: veiled ? Buffer.from(sealing.seal(to.personId, id)).toString('base64') : null,
    place: to.place ?? null,
    state,
    due_at: dueAt,
    expires_at: expiresAt,
  };
}
