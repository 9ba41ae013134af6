import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { microsecondsOf, olderThan } from '../sql/microseconds.ts';
import {
  shownGathering,
  visibleCommunity,
  visibleGathering,
  visiblePractice,
  visibleQuestion,
} from '../sql/visibility.ts';
import type { Sealing } from '../trust/sealing.ts';
import type { Names, SubjectKind } from './happening.ts';
import type { NotificationQueries } from './ports.ts';
import { sayWhen } from './say-when.ts';
import { type NotificationRecord, type PostRecord, viewBroadcast, viewNotification } from './view.ts';

type Deps = { readonly db: Kysely<Database>; readonly sealing: Pick<Sealing, 'open'> };

type Row = {
  readonly id: string;
  readonly at_us: number;
  readonly created_at: Date;
  readonly what: string;
  readonly kind: NotificationRecord['kind'];
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly because: string | null;
  readonly state: string;
  readonly failure: string | null;
  readonly due_at: Date;
  readonly sealed_recipient: Buffer | null;
};

/** Seals that are opened for one page: of the newest messages to unnamed people of the viewer's communities. */
const SEALS = 2000;

export function sqlNotificationQueries({ db, sealing }: Deps): NotificationQueries {
  return {
    async list(actor, { cursor, limit }) {
      const before = readCursor(cursor, 'number', 'id');
      const [own, veiled, selves] = await Promise.all([
        ownQuery(actor, before, limit).execute(db),
        sealedQuery(actor, before).execute(db),
        selvesOf(db, actor),
      ]);
      const mine = veiled.rows.filter(({ id, sealed_recipient }) => {
        const personId = sealed_recipient && sealing.open(sealed_recipient, id);
        return personId !== undefined && personId !== null && selves.has(personId);
      });
      const rows = [...own.rows, ...mine].toSorted((a, b) => b.at_us - a.at_us || (a.id < b.id ? 1 : -1));
      const shown = rows.slice(0, limit + 1);
      const names = await namesOf(db, actor, shown);
      return pageOf(
        shown,
        limit,
        ({ at_us, id }) => [at_us, id],
        (row) => viewNotification(recordOf(row, names)),
      );
    },

    async broadcasts(actor, { cursor, limit }) {
      const before = readCursor(cursor, 'number', 'id');
      const { rows } = await broadcastQuery(actor, before, limit).execute(db);
      const names = await namesOf(db, actor, rows);
      return pageOf(
        rows,
        limit,
        ({ at_us, id }) => [at_us, id],
        ({ id, what, at, in_digest, unwanted, counts, posts, ...of }) =>
          viewBroadcast({
            id,
            what,
            subject: { kind: of.subject_kind as SubjectKind, id: of.subject_id },
            at,
            inDigest: in_digest,
            unwanted,
            counts: counts ?? [],
            posts: posts ?? [],
            names: nameIn(names, of),
          }),
      );
    },
  };
}

type Before = readonly [number, string] | undefined;
const microseconds = (column: RawBuilder<unknown>) => sql`${microsecondsOf(column)} AS at_us`;

const columns = sql`n.id, ${microseconds(sql`n.created_at`)}, n.created_at, n.what, n.kind, n.subject_kind, n.subject_id,
  n.because, n.state, n.failure, n.due_at, n.sealed_recipient`;

const ownQuery = (actor: Actor, before: Before, limit: number) => sql<Row>`
  SELECT ${columns} FROM notification n
  WHERE n.recipient_id = ${actor.personId} AND ${olderThan(sql`n.created_at`, sql`n.id`, before)}
  ORDER BY n.created_at DESC, n.id DESC LIMIT ${sql.lit(limit + 1)}
`;

/** Whose these are nobody can tell but by opening them; they are looked for where the viewer may have written. */
const sealedQuery = (actor: Actor, before: Before) => sql<Row>`
  SELECT ${columns} FROM notification n
  WHERE n.sealed_recipient IS NOT NULL
    AND n.community_id IN (SELECT community_id FROM membership WHERE person_id = ${actor.personId})
    AND ${olderThan(sql`n.created_at`, sql`n.id`, before)}
  ORDER BY n.created_at DESC, n.id DESC LIMIT ${sql.lit(SEALS)}
`;

/** The viewer's ids: what was sealed before two accounts were linked holds the former one. */
async function selvesOf(db: Kysely<Database>, { personId }: Actor): Promise<ReadonlySet<string>> {
  const former = await db.selectFrom('person').select('id').where('merged_into', '=', personId).execute();
  return new Set([personId, ...former.map(({ id }) => id)]);
}

const recordOf = (row: Row, names: ReadonlyMap<string, Names>): NotificationRecord => ({
  id: row.id,
  what: row.what,
  kind: row.kind,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  because: row.because,
  state: row.state,
  failure: row.failure,
  dueAt: row.due_at,
  at: row.created_at,
  names: nameIn(names, row),
});

type Of = { readonly subject_kind: string; readonly subject_id: string };
const nameIn = (names: ReadonlyMap<string, Names>, { subject_kind, subject_id }: Of) =>
  names.get(`${subject_kind} ${subject_id}`);

/** What things are called today, as far as the viewer may see them. An own anonymous question hidden by stewards is not. */
async function namesOf(db: Kysely<Database>, actor: Actor, rows: readonly Of[]): Promise<ReadonlyMap<string, Names>> {
  const ids = (kind: SubjectKind) => rows.filter((row) => row.subject_kind === kind).map((row) => row.subject_id);
  const { rows: found } = await sql<{
    key: string;
    subject: string;
    community: string;
    at: Date | null;
    zone: string | null;
  }>`
    SELECT 'question ' || question.id AS key, question.title AS subject, community.name AS community, NULL::timestamptz AS at, NULL AS zone
    FROM question JOIN community ON community.id = question.community_id
    WHERE question.id = ANY(${ids('question')}::uuid[]) AND ${visibleQuestion(actor)}
    UNION ALL
    SELECT 'practice ' || practice.id, practice.title, community.name, NULL, NULL
    FROM practice JOIN community ON community.id = practice.community_id
    WHERE practice.id = ANY(${ids('practice')}::uuid[]) AND ${visiblePractice(actor)}
    UNION ALL
    SELECT 'community ' || community.id, community.name, community.name, NULL, NULL
    FROM community WHERE community.id = ANY(${ids('community')}::uuid[]) AND ${visibleCommunity(actor)}
    UNION ALL
    SELECT 'introduction ' || mine.introduction_id, others.names, community.name, NULL, NULL
    FROM introduced mine
    JOIN introduction ON introduction.id = mine.introduction_id
    JOIN community ON community.id = introduction.community_id
    JOIN LATERAL (SELECT string_agg(p.name, ', ' ORDER BY p.folded_name, p.id) AS names FROM introduced other
      JOIN person p ON p.id = other.person_id AND p.state = 'present'
      WHERE other.introduction_id = mine.introduction_id AND other.person_id <> mine.person_id) others
      ON others.names IS NOT NULL
    WHERE mine.introduction_id = ANY(${ids('introduction')}::uuid[]) AND mine.person_id = ${actor.personId}
    UNION ALL
    SELECT 'gathering ' || occurrence.id, ${shownGathering.titleOfDate}, community.name, occurrence.starts_at,
      (SELECT time_zone FROM person WHERE id = ${actor.personId})
    FROM occurrence JOIN gathering ON gathering.id = occurrence.gathering_id
    JOIN community ON community.id = gathering.community_id
    WHERE occurrence.id = ANY(${ids('gathering')}::uuid[]) AND ${visibleGathering(actor)}
  `.execute(db);
  return new Map(
    found.map(({ key, subject, community, at, zone }) => [
      key,
      { subject, community, ...(at && zone ? { when: sayWhen(at, zone) } : {}) },
    ]),
  );
}

type BroadcastRow = Of & {
  readonly id: string;
  readonly at_us: number;
  readonly at: Date;
  readonly what: string;
  readonly in_digest: number;
  readonly unwanted: number;
  readonly counts: readonly { state: string; failure: string | null; count: number }[] | null;
  readonly posts: readonly PostRecord[] | null;
};

const broadcastQuery = (actor: Actor, before: Before, limit: number) => sql<BroadcastRow>`
  SELECT b.id, ${microseconds(sql`b.at`)}, b.at, b.what, b.subject_kind, b.subject_id, b.in_digest, b.unwanted,
    (SELECT json_agg(c) FROM (SELECT n.state, n.failure, count(*)::integer AS count FROM notification n
      WHERE n.cause_id = b.id AND n.what = b.what AND n.place IS NULL GROUP BY n.state, n.failure) c) AS counts,
    -- What is shown in a place already, because it was asked there, was not to be posted.
    (SELECT json_agg(json_build_object('place', n.place, 'name', connection.name, 'state', n.state,
        'failure', n.failure) ORDER BY connection.name, n.id) FROM notification n
      LEFT JOIN connection ON connection.community_id = n.community_id AND connection.external_id = n.place
      WHERE n.cause_id = b.id AND n.what = b.what AND n.place IS NOT NULL
        AND NOT (n.state = 'expired' AND n.failure = 'done')) AS posts
  FROM broadcast b
  WHERE b.caused_by = ${actor.personId} AND ${olderThan(sql`b.at`, sql`b.id`, before)}
  ORDER BY b.at DESC, b.id DESC LIMIT ${sql.lit(limit + 1)}
`;
