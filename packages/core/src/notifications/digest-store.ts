import { type RawBuilder, sql } from 'kysely';
import { type RecipientRow, recipientOf, recipientsQuery } from './audience-queries.ts';
import { kindsOfNotification, type NotificationKind } from './kind.ts';
import type { DigestItem, DigestStore, DueDigest, PlaceDigest } from './ports.ts';
import { type QueueDeps, queueing } from './store.ts';

type DueRow = RecipientRow & {
  readonly organisation_id: string;
  readonly rhythm: 'daily' | 'weekly';
  readonly since: Date;
  readonly next_at: Date;
};
type ItemRow = {
  readonly person_id: string;
  readonly what: DigestItem['what'];
  readonly subject_kind: 'question' | 'practice';
  readonly subject_id: string;
  readonly community_id: string;
};

/** People who are given their first digest in one go; the next look goes on. */
const ENROLLED_AT_ONCE = 2000;

export function sqlDigestStore(deps: QueueDeps): DigestStore {
  const { db, newId } = deps;
  const queue = queueing(deps);

  return {
    async enrol(now, first) {
      for (const rhythm of ['weekly', 'daily'] as const) {
        const { rows } = await recipientsQuery(newcomers(rhythm)).execute(db);
        if (rows.length === 0) continue;
        await db
          .insertInto('digest')
          .values(
            rows.map((row) => ({
              person_id: row.id,
              rhythm,
              since: now,
              next_at: first(rhythm, recipientOf(row)),
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },

    async due(now, limit) {
      const { rows } = await sql<DueRow>`
        SELECT r.*, p.organisation_id, d.rhythm, d.since, d.next_at
        FROM (SELECT * FROM digest WHERE next_at <= ${now} ORDER BY next_at, person_id LIMIT ${limit}) d
        JOIN (${recipientsQuery(
          sql`(SELECT person_id AS id, person_id AS known_as FROM (SELECT DISTINCT person_id FROM
            (SELECT person_id FROM digest WHERE next_at <= ${now} ORDER BY next_at, person_id LIMIT ${limit}) soonest) one)`,
        )}) r ON r.id = d.person_id
        JOIN person p ON p.id = d.person_id
      `.execute(db);
      return rows.map((row) => ({
        organisationId: row.organisation_id,
        recipient: recipientOf(row),
        rhythm: row.rhythm,
        since: row.since,
        nextAt: row.next_at,
      }));
    },

    async contents(due, limit) {
      const contents = new Map<DueDigest, readonly DigestItem[]>();
      for (const rhythm of ['daily', 'weekly'] as const) {
        const now = due.filter((one) => one.rhythm === rhythm);
        if (now.length === 0) continue;
        const { rows } = await contentsQuery(now, rhythm, limit).execute(db);
        const byPerson = Map.groupBy(rows, ({ person_id }) => person_id);
        for (const one of now) contents.set(one, (byPerson.get(one.recipient.personId) ?? []).map(itemOf));
      }
      return contents;
    },

    async send(digests, now) {
      await db.transaction().execute(async (tx) => {
        const { rows: ours } = await sql<{ person_id: string; rhythm: string }>`
          UPDATE digest SET since = ${now}, next_at = sent.next_at
          FROM jsonb_to_recordset(${JSON.stringify(
            digests.map(({ due, nextAt }) => ({
              person_id: due.recipient.personId,
              rhythm: due.rhythm,
              was: due.since,
              next_at: nextAt,
            })),
          )}::jsonb) AS sent(person_id uuid, rhythm text, was timestamptz, next_at timestamptz)
          WHERE digest.person_id = sent.person_id AND digest.rhythm = sent.rhythm
            AND date_trunc('milliseconds', digest.since) = sent.was
          RETURNING digest.person_id, digest.rhythm
        `.execute(tx);
        const won = new Set(ours.map(({ person_id, rhythm }) => `${person_id} ${rhythm}`));
        const mine = digests.filter(({ due }) => won.has(`${due.recipient.personId} ${due.rhythm}`));
        for (const [organisationId, all] of Map.groupBy(mine, ({ due }) => due.organisationId)) {
          await queue(
            tx,
            { id: newId(), organisationId },
            all.flatMap(({ drafts }) => drafts),
          );
        }
      });
    },

    async ofPlaces(since, newSince, limit) {
      const { rows } = await sql<{ id: string; organisation_id: string; questions: string[] }>`
        SELECT community.id, community.organisation_id,
          ARRAY(SELECT question.id FROM question WHERE question.community_id = community.id
            AND question.asked_at > ${newSince} AND question.hidden_at IS NULL
            ORDER BY (question.state IN ('open', 'with-expert', 'answered')) DESC, question.me_too_count DESC,
              question.asked_at DESC LIMIT 10) AS questions
        FROM community LEFT JOIN posting ON posting.community_id = community.id
        WHERE community.closed_at IS NULL AND coalesce(posting.weekly_digest, true)
          AND (posting.digest_at IS NULL OR posting.digest_at < ${since})
          AND (posting.sealed_webhook IS NOT NULL OR EXISTS (SELECT FROM connection
            JOIN conversation ON conversation.organisation_id = connection.organisation_id
              AND conversation.place = connection.external_id AND conversation.blocked_at IS NULL
            WHERE connection.community_id = community.id))
        ORDER BY community.id LIMIT ${limit}
      `.execute(db);
      return rows.map(({ id, organisation_id, questions }) => ({
        organisationId: organisation_id,
        communityId: id,
        items: questions.map((question) => ({
          what: 'question-in-digest',
          subject: { kind: 'question', id: question },
          communityId: id,
        })),
      }));
    },

    async sendToPlace({ organisationId, communityId }: PlaceDigest, drafts, now) {
      await db.transaction().execute(async (tx) => {
        const { rows } = await sql`
          INSERT INTO posting (community_id, new_questions, weekly_digest, digest_at)
          VALUES (${communityId}, true, true, ${now})
          ON CONFLICT (community_id) DO UPDATE SET digest_at = excluded.digest_at
            WHERE posting.digest_at IS NULL OR posting.digest_at < excluded.digest_at - interval '1 day'
          RETURNING community_id
        `.execute(tx);
        if (rows.length > 0) await queue(tx, { id: newId(), organisationId }, drafts);
      });
    },
  };
}

const itemOf = ({ what, subject_kind, subject_id, community_id }: ItemRow): DigestItem => ({
  what,
  subject: { kind: subject_kind, id: subject_id },
  communityId: community_id,
});

/** Members who have no digest of that rhythm yet; a daily one is for those who chose something daily. */
const newcomers = (rhythm: 'daily' | 'weekly') => sql`(
  SELECT DISTINCT m.person_id AS id, m.person_id AS known_as FROM membership m
  WHERE m.state = 'member'
    AND NOT EXISTS (SELECT FROM digest d WHERE d.person_id = m.person_id AND d.rhythm = ${sql.lit(rhythm)})
    ${rhythm === 'weekly' ? sql`` : sql`AND EXISTS (SELECT FROM notification_choice c WHERE c.person_id = m.person_id AND c.time = 'daily')`}
  LIMIT ${sql.lit(ENROLLED_AT_ONCE)}
)`;

/** Whether a person wants things of a kind from a community in this rhythm. Needs `m` and `due`. */
const wantedIn = (kind: NotificationKind, rhythm: 'daily' | 'weekly') => sql<boolean>`coalesce(
  (SELECT c.time FROM notification_choice c WHERE c.person_id = due.person_id AND c.community_id = m.community_id AND c.kind = ${sql.lit(kind)}),
  (SELECT c.time FROM notification_choice c WHERE c.person_id = due.person_id AND c.community_id IS NULL AND c.kind = ${sql.lit(kind)}),
  ${sql.lit(kindsOfNotification[kind].usual)}
) = ${sql.lit(rhythm)}`;

/**
 * Saved while the last digest was composed, or while the clock was put back, it may be a little older than that digest;
 * so what is just before counts as new, unless the person has been told.
 */
const OVERLAP = sql.lit('1 hour');
const untold = (kind: 'question' | 'practice', id: RawBuilder<unknown>) => sql<boolean>`NOT EXISTS (
  SELECT FROM notification n WHERE n.recipient_id = due.person_id AND n.subject_id = ${id}
    AND n.what IN (${sql.lit(`${kind}-in-digest`)}, 'question-asked'))`;

const contentsQuery = (
  due: readonly DueDigest[],
  rhythm: 'daily' | 'weekly',
  limit: number,
): RawBuilder<ItemRow> => sql<ItemRow>`
  SELECT due.person_id, item.* FROM unnest(
    ${due.map(({ recipient }) => recipient.personId)}::uuid[], ${due.map(({ since }) => since)}::timestamptz[]
  ) AS due(person_id, since)
  CROSS JOIN LATERAL (
    SELECT what, subject_kind, subject_id, community_id FROM (
      SELECT 'question-in-digest' AS what, 'question' AS subject_kind, q.id AS subject_id, q.community_id,
        q.state IN ('open', 'with-expert', 'answered') AS first, q.me_too_count AS wanted, q.asked_at AS at
      FROM membership m CROSS JOIN LATERAL (SELECT * FROM question WHERE question.community_id = m.community_id
        AND question.asked_at > due.since - ${OVERLAP}::interval AND question.hidden_at IS NULL
        AND (question.asked_at > due.since OR ${untold('question', sql`question.id`)})
        AND (question.author_id IS NULL OR question.author_id <> due.person_id)
        ORDER BY question.asked_at DESC LIMIT ${sql.lit(limit)}) q
      WHERE m.person_id = due.person_id AND m.state = 'member' AND ${wantedIn('new-question', rhythm)}
      UNION ALL
      SELECT 'practice-in-digest', 'practice', p.id, p.community_id, false, 0, p.life_since
      FROM membership m CROSS JOIN LATERAL (SELECT * FROM practice WHERE practice.community_id = m.community_id
        AND practice.updated_at > due.since - ${OVERLAP}::interval AND practice.life_since > due.since - ${OVERLAP}::interval
        AND (practice.life_since > due.since OR ${untold('practice', sql`practice.id`)})
        AND practice.life IN ('proposed', 'endorsed', 'in-use') AND practice.hidden_at IS NULL
        AND practice.owner_id <> due.person_id
        ORDER BY practice.updated_at DESC LIMIT ${sql.lit(limit)}) p
      WHERE m.person_id = due.person_id AND m.state = 'member' AND ${wantedIn('community-news', rhythm)}
    ) AS fresh ORDER BY first DESC, wanted DESC, at DESC LIMIT ${sql.lit(limit)}
  ) AS item
`;
