import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { listed, PLANNED_ANEW } from '../sql/planned-anew.ts';
import type { Sealing } from '../trust/sealing.ts';
import { claimDue } from './claim-store.ts';
import { IN_DOUBT } from './messenger.ts';
import { parcelsOf } from './parcel-queries.ts';
import type { DeliveryStore, Settlement } from './ports.ts';

export type DeliveryDeps = {
  readonly db: Kysely<Database>;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly sealing: Pick<Sealing, 'open'>;
  readonly hasBot: boolean;
  /** Opens the address of a webhook. */
  readonly openWebhook: (sealed: Uint8Array, communityId: string) => string | undefined;
};

export function sqlDeliveryStore(deps: DeliveryDeps): DeliveryStore {
  const { db, newId } = deps;

  return {
    async claim(organisationId, { limit, now, until }) {
      const claim = newId();
      const ids = await claimDue(deps, { organisationId, now, until, claim, limit });
      return ids.length === 0 ? [] : parcelsOf(deps, ids, claim);
    },

    async handOver(parcels, until) {
      const { rows } = await sql<{ id: string }>`
        ${PLANNED_ANEW} UPDATE message SET handed = true, claimed_until = greatest(claimed_until, ${until})
        FROM ${listed(parcels, { messageId: 'uuid', claim: 'uuid' })} AS parcel
        WHERE message.id = parcel."messageId" AND message.claim = parcel.claim AND message.state = 'sending'
        RETURNING message.id
      `.execute(db);
      return new Set(rows.map(({ id }) => id));
    },

    settle: (settlements, now) => settleAll(db, settlements, now),

    async learn({ recipient, destination }, lesson, now) {
      if (typeof destination === 'string' || destination.by !== 'bot') return;
      const { organisationId, serviceUrl, conversationId } = destination;
      if (lesson === 'blocked') {
        await db
          .updateTable('conversation')
          .set({ blocked_at: now })
          .where('organisation_id', '=', organisationId)
          .where('conversation_id', '=', conversationId ?? '')
          .execute();
      } else if (recipient) {
        await db
          .insertInto('conversation')
          .values({
            organisation_id: organisationId,
            conversation_id: lesson.conversationId,
            person_id: recipient.personId,
            place: null,
            service_url: serviceUrl,
            renewed_at: now,
            blocked_at: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },
  };
}

/** Saves what became of messages and of the notifications in them, in one statement: all of it, or nothing. */
async function settleAll(db: Kysely<Database>, settlements: readonly Settlement[], now: Date): Promise<void> {
  const parts = settlements.flatMap((one) => partsOf(one));
  const messages = settlements.map((one) => ({
    id: one.messageId,
    claim: one.claim,
    state: one.became === 'later' ? 'waiting' : 'settled',
    due_at: one.became === 'later' ? one.dueAt : null,
    unsure: one.became === 'later' && one.unsure ? 1 : 0,
    activity_id: one.became === 'sent' ? (one.activityId ?? null) : null,
    // That it was sent is true whoever holds it by now; all else is for whoever holds it to say.
    anyhow: one.became === 'sent',
  }));
  const posted = settlements.flatMap((one) => (one.became === 'sent' && one.posted && one.activityId ? [one] : []));
  await sql`
    ${PLANNED_ANEW} WITH told AS (
      UPDATE notification SET state = part.state, failure = part.failure,
        due_at = coalesce(part.due_at, notification.due_at),
        message_id = CASE WHEN part.loose THEN NULL ELSE notification.message_id END,
        settled_at = CASE WHEN part.state IN ('queued', 'held') THEN NULL ELSE ${now}::timestamptz END
      FROM ${listed(parts, {
        id: 'uuid',
        message: 'uuid',
        claim: 'uuid',
        state: 'text',
        failure: 'text',
        due_at: 'timestamptz',
        loose: 'boolean',
      })} AS part
      WHERE notification.id = part.id AND notification.message_id = part.message
        AND (notification.state = 'sending' OR notification.failure = ${IN_DOUBT})
        AND EXISTS (SELECT FROM message
          WHERE message.id = part.message AND (message.claim = part.claim OR part.state = 'sent'))
    )${posted.length > 0 ? threads(posted) : sql``}
    UPDATE message SET state = done.state, due_at = coalesce(done.due_at, message.due_at), claim = NULL,
      claimed_until = NULL, handed = false, unsure = message.unsure + done.unsure, activity_id = done.activity_id
    FROM ${listed(messages, {
      id: 'uuid',
      claim: 'uuid',
      state: 'text',
      due_at: 'timestamptz',
      unsure: 'integer',
      activity_id: 'text',
      anyhow: 'boolean',
    })} AS done
    WHERE message.id = done.id AND (message.claim = done.claim OR done.anyhow)
  `.execute(db);
}

/** A question that was posted in a channel is what its thread is about, so that a reply there can be an answer. */
const threads = (posted: readonly { readonly messageId: string; readonly activityId: string | undefined }[]) => sql`,
  thread AS (
    INSERT INTO question_thread (organisation_id, thread, question_id, message)
    SELECT n.organisation_id, c.conversation_id || ';messageid=' || sent."activityId", n.subject_id, sent."activityId"
    FROM ${listed(posted, { messageId: 'uuid', activityId: 'text' })} AS sent
    JOIN notification n ON n.message_id = sent."messageId" AND n.place IS NOT NULL AND n.what = 'question-asked'
    JOIN conversation c ON c.organisation_id = n.organisation_id AND c.place = n.place
    ON CONFLICT DO NOTHING
  )`;

/** What each notification of a message becomes. `loose` ones leave it, to be in another message when they are due. */
function partsOf(one: Settlement) {
  const held = { message: one.messageId, claim: one.claim };
  const verdicts = one.verdicts.map((verdict) => ({
    id: verdict.id,
    ...held,
    state: verdict.state,
    failure: verdict.state === 'expired' ? verdict.failure : null,
    due_at: verdict.state === 'held' ? verdict.dueAt : null,
    loose: verdict.state === 'held',
  }));
  if (one.became === 'nothing') return verdicts;
  const state = one.became === 'later' ? 'queued' : one.became;
  const failure = one.became === 'sent' ? null : (one.failure ?? null);
  const ended = one.ids.map((id) => ({ id, ...held, state, failure, due_at: null, loose: false }));
  return [...verdicts, ...ended];
}
