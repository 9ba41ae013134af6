import { type Kysely, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import type { Actor } from '../kernel/actor.ts';
import { type Page, pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { visiblePerson } from '../sql/visibility.ts';
import type { Sealing } from '../trust/sealing.ts';
import type { RecipientView } from './contract.ts';
import { nameIn, namesOf, type Of, selvesOf } from './names-queries.ts';
import { type RecipientRecord, viewRecipient } from './view.ts';

type Deps = { readonly db: Kysely<Database>; readonly sealing: Pick<Sealing, 'open'> };
type Asked = { readonly cursor?: string | undefined; readonly limit: number };

/** What went wrong comes first, what is well last. */
const ORDER = ['failed', 'blocked', 'expired', 'queued', 'sending', 'held', 'sent'];

type Row = RecipientRecord & { readonly rank: number };

/**
 * Who is told by a message to many that the actor caused, and what became of it at each: of those whom the actor may
 * see, and of nobody who stands sealed. Who waits for a digest or wants none of it is counted and never named.
 */
export async function listRecipientsOf(
  { db, sealing }: Deps,
  actor: Actor,
  broadcastId: string,
  { cursor, limit }: Asked,
): Promise<Page<RecipientView> | undefined> {
  const of = await ownBroadcast({ db, sealing }, actor, broadcastId);
  // Who is in a community is no business of somebody who may not see it any more.
  if (!of || !nameIn(await namesOf(db, actor, [of]), of)) return undefined;
  const after = readCursor(cursor, 'number', 'id');
  const { rows } = await sql<Row>`
    SELECT told.id, told.rank, told.state, told.failure, ${personJson('person')} AS person
    FROM (SELECT n.id, n.recipient_id, n.state, n.failure, array_position(${ORDER}::text[], n.state) AS rank
      FROM notification n
      WHERE n.cause_id = ${broadcastId} AND n.what = ${of.what} AND n.recipient_id IS NOT NULL) told
    JOIN person ON person.id = told.recipient_id
    WHERE told.rank IS NOT NULL AND ${visiblePerson(actor)}
      AND ${after ? sql`(told.rank, told.id) > (${after[0]}::integer, ${after[1]}::uuid)` : sql`true`}
    ORDER BY told.rank, told.id LIMIT ${sql.lit(limit + 1)}
  `.execute(db);
  return pageOf(rows, limit, ({ rank, id }) => [rank, id], viewRecipient);
}

type Broadcast = Of & {
  readonly what: string;
  readonly caused_by: string | null;
  readonly sealed_author: Buffer | null;
};

/** The broadcast, where the actor has caused it: by name, or by asking without one, which only the seal tells. */
async function ownBroadcast({ db, sealing }: Deps, actor: Actor, id: string): Promise<Broadcast | undefined> {
  const { rows } = await sql<Broadcast>`
    SELECT b.what, b.subject_kind, b.subject_id, b.caused_by, question.sealed_author
    FROM broadcast b LEFT JOIN question ON question.id = b.subject_id AND b.what = 'question-asked'
    WHERE b.id = ${id} AND b.organisation_id = ${actor.organisationId}
  `.execute(db);
  const [one] = rows;
  if (!one || one.caused_by === actor.personId) return one;
  if (one.caused_by !== null || one.sealed_author === null) return undefined;
  const asker = sealing.open(one.sealed_author, one.subject_id);
  return asker && (await selvesOf(db, actor)).has(asker) ? one : undefined;
}
