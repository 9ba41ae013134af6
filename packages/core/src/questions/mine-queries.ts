import { type Kysely, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { encodeCursor, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { Viewer } from '../sql/visibility.ts';
import type { Sealing } from '../trust/sealing.ts';
import { fromQuestions, questionCardColumns } from './card-queries.ts';
import { type QuestionCardRow, viewQuestionCard } from './card-view.ts';
import type { QuestionPage, QuestionsQuery } from './contract.ts';
import { utc } from '../kernel/instant.ts';

/** Seals that one request opens at most: a few milliseconds of work. The next page goes on where it stopped. */
export const SEALS_OPENED = 2000;

type Deps = { readonly db: Kysely<Database>; readonly sealing: Sealing };
type Key = { readonly asked_at: Date; readonly id: string };

/**
 * What the actor asked, by name and anonymously, the newest first.
 *
 * Nothing in the database says which anonymous questions are whose, so the seals of those in communities that the actor
 * has ever taken part in are opened one by one. A page may therefore be short and still have a next one.
 */
export async function listAsked(
  { db, sealing }: Deps,
  actor: Actor,
  { communityId, cursor, limit }: Pick<QuestionsQuery, 'communityId' | 'cursor' | 'limit'>,
): Promise<QuestionPage> {
  const after = readCursor(cursor, 'instant', 'id') ?? [new Date('9999-01-01').toISOString(), LAST_ID];
  const places = { ...actor, communityId: communityId ?? null, place: after[0], id: after[1] };
  const [named, sealed] = await Promise.all([
    askedByName(db, { ...places, limit: limit + 1 }),
    askedAnonymously(db, { ...places, limit: SEALS_OPENED }),
  ]);
  const selves = new Set<string>([actor.personId, ...(sealed[0]?.former ?? [])]);
  const own = sealed.filter(({ id, sealed_author }) => selves.has(sealing.open(sealed_author, id) ?? ''));

  // Beyond the last seal that was looked at, named ones wait for the next page too: the order would be wrong else.
  const horizon = sealed.length === SEALS_OPENED ? sealed.at(-1) : undefined;
  const found = [...named, ...own].filter((key) => !horizon || !isLater(key, horizon)).toSorted(newestFirst);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : horizon;

  const rows = await cardsById(db, { ...actor, ids: shown.map(({ id }) => id) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items = shown.flatMap(({ id }) => byId.get(id) ?? []).map((row) => viewQuestionCard(sealing, actor, row));
  return last ? { items, nextCursor: encodeCursor([utc(last.asked_at), last.id]) } : { items };
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const newestFirst = (left: Key, right: Key) =>
  right.asked_at.getTime() - left.asked_at.getTime() || (right.id < left.id ? -1 : 1);
/** Whether a key comes after the other one in a list with the newest first. */
const isLater = (key: Key, other: Key) => newestFirst(key, other) > 0 && key.id !== other.id;

type Places = Viewer & {
  readonly communityId: string | null;
  readonly place: string;
  readonly id: string;
  readonly limit: number;
};

const askedByName = prepared<Places, Key>(
  ({ organisationId, personId, communityId, place, id, limit }) => sql<Key>`
    SELECT asked_at, id FROM question
    WHERE author_id = ${personId} AND organisation_id = ${organisationId}
      AND (${communityId}::uuid IS NULL OR community_id = ${communityId}::uuid)
      AND (asked_at, id) < (${place}::timestamptz, ${id}::uuid)
    ORDER BY asked_at DESC, id DESC LIMIT ${limit}::integer
  `,
);

type Sealed = Key & { readonly sealed_author: Buffer; readonly former: readonly string[] | null };

/** Community by community, each by its index: what was asked anonymously elsewhere costs nothing. */
const askedAnonymously = prepared<Places, Sealed>(
  ({ organisationId, personId, communityId, place, id, limit }) => sql<Sealed>`
    SELECT q.*, (SELECT json_agg(f.id) FROM person f WHERE f.merged_into = ${personId}) AS former
    FROM membership m CROSS JOIN LATERAL (
      SELECT asked_at, id, sealed_author FROM question
      WHERE asked_in = m.community_id AND sealed_author IS NOT NULL AND organisation_id = ${organisationId}
        AND (${communityId}::uuid IS NULL OR community_id = ${communityId}::uuid)
        AND (asked_at, id) < (${place}::timestamptz, ${id}::uuid)
      ORDER BY asked_at DESC, id DESC LIMIT ${limit}::integer) q
    WHERE m.person_id = ${personId}
    ORDER BY q.asked_at DESC, q.id DESC LIMIT ${limit}::integer
  `,
);

const cardsById = prepared<Viewer & { readonly ids: readonly string[] }, QuestionCardRow>(
  (places) => sql<QuestionCardRow>`
    SELECT ${questionCardColumns(places)} FROM ${fromQuestions} WHERE question.id = ANY(${places.ids}::uuid[])
  `,
);
