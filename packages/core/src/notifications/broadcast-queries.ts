import { type Kysely, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { type Page, pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { olderThan } from '../sql/microseconds.ts';
import type { Sealing } from '../trust/sealing.ts';
import type { BroadcastView } from './contract.ts';
import type { SubjectKind } from './happening.ts';
import { type Before, microseconds, nameIn, namesOf, type Of, selvesOf } from './names-queries.ts';
import { type PostRecord, viewBroadcast } from './view.ts';

type Deps = { readonly db: Kysely<Database>; readonly sealing: Pick<Sealing, 'open'> };
type Asked = { readonly cursor?: string | undefined; readonly limit: number };

/** Seals that are opened for one page: of the newest anonymous questions of the viewer's communities. */
const SEALS = 500;

/** What became of the messages to many that somebody caused: by name, and by asking without one. */
export async function listOwnBroadcasts(
  { db, sealing }: Deps,
  actor: Actor,
  { cursor, limit }: Asked,
): Promise<Page<BroadcastView>> {
  const before = readCursor(cursor, 'number', 'id');
  const [sealed, selves] = await Promise.all([sealedQuery(actor, before).execute(db), selvesOf(db, actor)]);
  const unnamed = sealed.rows.filter(({ question_id, sealed_author }) =>
    selves.has(sealing.open(sealed_author, question_id) ?? ''),
  );
  const { rows } = await broadcastQuery(
    actor,
    unnamed.map(({ id }) => id),
    before,
    limit,
  ).execute(db);
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
}

type SealedRow = { readonly id: string; readonly question_id: string; readonly sealed_author: Buffer };

/** Whose questions these are nobody can tell but by opening them; they are looked for where the viewer may have asked. */
const sealedQuery = (actor: Actor, before: Before) => sql<SealedRow>`
  SELECT b.id, question.id AS question_id, question.sealed_author
  FROM broadcast b JOIN question ON question.id = b.subject_id
  WHERE b.what = 'question-asked' AND b.caused_by IS NULL AND question.sealed_author IS NOT NULL
    AND b.community_id IN (SELECT community_id FROM membership WHERE person_id = ${actor.personId})
    AND ${olderThan(sql`b.at`, sql`b.id`, before)}
  ORDER BY b.at DESC, b.id DESC LIMIT ${sql.lit(SEALS)}
`;

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

const broadcastQuery = (actor: Actor, unnamed: readonly string[], before: Before, limit: number) => sql<BroadcastRow>`
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
  WHERE (b.caused_by = ${actor.personId} OR b.id = ANY(${unnamed}::uuid[]))
    AND ${olderThan(sql`b.at`, sql`b.id`, before)}
  ORDER BY b.at DESC, b.id DESC LIMIT ${sql.lit(limit + 1)}
`;
