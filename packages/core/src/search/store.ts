import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../sql/database.ts';
import { againAfterLostRace } from '../sql/lost-race.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import { wordFormsOf } from '../sql/written-languages.ts';
import { type SearchKind, searchKinds } from './contract.ts';
import { documentChangedBy } from './changed-by.ts';
import {
  documentOfCommunity,
  documentOfGathering,
  documentOfPerson,
  documentOfPractice,
  documentOfQuestion,
  type IndexedCommunity,
  type IndexedGathering,
  type IndexedPerson,
  type IndexedPractice,
  type IndexedQuestion,
  type SearchDocument,
} from './document.ts';
import type { Language } from './language.ts';
import { languageOf } from './language-of.ts';
import { KEPT } from './lexeme.ts';

/** Keeps the search index up to date with what happens. */
export const searchSubscriber = (now: () => Date): Subscriber => ({
  name: 'search-index',
  on: Object.keys(documentChangedBy),
  async handle(tx, event) {
    const changed = documentChangedBy[event.type];
    if (event['subjectKind'] === 'recap') {
      const gatheringId = await gatheringHeldOn(tx, event['subjectId']);
      if (gatheringId) await refreshDocument(tx, 'gathering', gatheringId, now());
      return;
    }
    const id = changed && event[changed.field];
    // A practice or a gathering that stewards hide is asked about itself by every search: its document stays as it is.
    if (id === undefined && event.type.startsWith('item.')) return;
    if (!changed || typeof id !== 'string') throw new Error(`${event.type} does not say what it is about`);
    await refreshDocument(tx, changed.kind, id, now());
  },
});

/**
 * Makes the document of one record anew, or removes it when there is nothing to be found any more.
 *
 * Refreshes of one record wait for each other before they read: two that come at the same time cannot leave the older
 * text behind.
 */
export async function refreshDocument(
  tx: Transaction<Database>,
  kind: SearchKind,
  id: string,
  now: Date,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`search:${kind}:${id}`}, 0))`.execute(tx);
  const [document] = await readDocuments(tx, kind, { ids: [id] }, now);
  if (document) await saveDocuments(tx, [document]);
  else await tx.deleteFrom('search_document').where('kind', '=', kind).where('ref_id', '=', id).execute();
}

const PORTION = 200;
/** Of a weekly series, about a year. */
const DATES = 52;
const TRIES = 10;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

type Rebuilding = { readonly kinds?: readonly SearchKind[]; readonly after?: string; readonly upTo?: string };

/**
 * Makes the whole index anew from the records, a few hundred at a time, while the service goes on; or only some kinds of
 * it, or only a range of ids. Answers how many documents that were of each kind. For after an import, and for
 * when the way of indexing has changed.
 */
export async function rebuildSearch(
  db: Kysely<Database>,
  now: Date,
  onProgress: (done: number) => void = () => {},
  { kinds = searchKinds, after: beginning = FIRST_ID, upTo = LAST_ID }: Rebuilding = {},
): Promise<Record<SearchKind, number>> {
  const counts: Record<SearchKind, number> = { community: 0, practice: 0, person: 0, question: 0, gathering: 0 };
  let done = 0;
  for (const kind of kinds) {
    await dropOrphans(db, kind);
    let after = beginning;
    for (;;) {
      const from = after;
      const portion = () =>
        db.transaction().execute(async (tx) => {
          const documents = await readDocuments(tx, kind, { after: from, upTo }, now);
          await saveDocuments(tx, documents);
          return documents;
        });
      // The relay saves documents and words of many facts in one transaction, in the order of the facts.
      const documents = await againAfterLostRace(TRIES, portion);
      counts[kind] += documents.length;
      done += documents.length;
      onProgress(done);
      const last = documents.at(-1);
      if (!last || documents.length < PORTION) break;
      after = last.id;
    }
  }
  return counts;
}

type Wanted = { readonly ids: readonly string[] } | { readonly after: string; readonly upTo: string };
type Written = SearchDocument & { readonly language: Language };

/** The documents of records that can be found: all of these ids, or the next portion by id. */
async function readDocuments(
  tx: Transaction<Database>,
  kind: SearchKind,
  wanted: Wanted,
  now: Date,
): Promise<readonly Written[]> {
  const documents = await documentsOf(tx, kind, wanted, now);
  return Promise.all(
    documents.map(async (document) => {
      // Names are of no language.
      const said = kind === 'person' ? document.body : `${document.title}\n${document.body}`;
      return { ...document, language: await languageOf(said) };
    }),
  );
}

async function documentsOf(
  tx: Transaction<Database>,
  kind: SearchKind,
  wanted: Wanted,
  now: Date,
): Promise<readonly SearchDocument[]> {
  const which =
    'ids' in wanted
      ? sql`id = ANY(${wanted.ids}::uuid[])`
      : sql`id > ${wanted.after}::uuid AND id <= ${wanted.upTo}::uuid`;
  const portion = sql`${which} ORDER BY id LIMIT ${PORTION}`;
  switch (kind) {
    case 'community': {
      const { rows } = await sql<IndexedCommunity>`
        SELECT id, organisation_id, name, purpose, domain, practice, charter, topics, closed_at, updated_at
        FROM community WHERE ${portion}
      `.execute(tx);
      return rows.map(documentOfCommunity);
    }
    case 'practice': {
      const { rows } = await sql<IndexedPractice>`
        SELECT id, organisation_id, community_id, title, context, body, topics, life, endorsement_count,
          team_count, updated_at
        FROM practice WHERE ${portion}
      `.execute(tx);
      return rows.map(documentOfPractice);
    }
    case 'question': {
      const { rows } = await sql<IndexedQuestion>`
        SELECT id, organisation_id, community_id, title, details, topics, state, me_too_count, active_at,
          coalesce(given.helped_count, 0)::int AS helped_count, coalesce(given.texts, '{}') AS answers
        FROM question LEFT JOIN LATERAL (
          SELECT sum(answer.helped_count) AS helped_count,
            array_agg(text ORDER BY answer.id = accepted_answer_id DESC, answer.helped_count DESC, at, answer.id) AS texts
          FROM answer WHERE question_id = question.id AND answer.hidden_at IS NULL
        ) AS given ON true
        WHERE ${portion}
      `.execute(tx);
      return rows.map(documentOfQuestion);
    }
    case 'gathering': {
      const { rows } = await sql<IndexedGathering>`
        SELECT id, organisation_id, community_id, title, description, cancelled_at,
          coalesce(held.last_at, updated_at) AS last_at, coalesce(held.titles[1:${sql.lit(DATES)}], '{}') AS titles,
          coalesce(held.recaps[1:${sql.lit(DATES)}], '{}') AS recaps
        FROM gathering LEFT JOIN LATERAL (
          SELECT max(starts_at) AS last_at,
            array_agg(title ORDER BY starts_at DESC) FILTER (WHERE title IS NOT NULL) AS titles,
            array_agg(concat_ws(E'\n\n', recap, array_to_string(outcomes, E'\n\n')) ORDER BY starts_at DESC)
              FILTER (WHERE recap IS NOT NULL AND recap_hidden_at IS NULL) AS recaps
          FROM occurrence WHERE gathering_id = gathering.id
        ) AS held ON true
        WHERE ${portion}
      `.execute(tx);
      return rows.map(documentOfGathering);
    }
    case 'person': {
      const { rows } = await sql<IndexedPerson>`
        SELECT id, organisation_id, name, affiliation, challenge, interests,
          ARRAY(SELECT topic FROM skill WHERE skill.person_id = person.id ORDER BY position) AS skills
        FROM person WHERE state = 'present' AND ${portion}
      `.execute(tx);
      return rows.map((row) => documentOfPerson(row, now));
    }
  }
}

/** Titles and topics stand in `head`, for what matches there is looked at first; `search` holds the texts too. */
async function saveDocuments(tx: Transaction<Database>, documents: readonly Written[]): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(
    (document) => sql`(
      ${document.kind}::text, ${document.id}::uuid, ${document.organisationId}::uuid,
      ${document.communityId ?? null}::uuid, ${document.title}::text, ${document.body}::text,
      ${[...document.topics]}::text[], ${document.weight}::real, ${document.prior}::real,
      ${document.updatedAt}::timestamptz, ${document.language}::text)`,
  );
  const forms = wordFormsOf(sql`language`);
  await sql`
    INSERT INTO search_document (kind, ref_id, organisation_id, community_id, title, body, topics, weight, prior,
      updated_at, language, head, search)
    SELECT kind, ref_id, organisation_id, community_id, title, body, topics, weight, prior, updated_at, language, head,
      head || setweight(to_tsvector(${forms}, left(body, 100000)), 'C')
    FROM (VALUES ${sql.join(rows)}) AS document (kind, ref_id, organisation_id, community_id, title, body, topics,
      weight, prior, updated_at, language)
    CROSS JOIN LATERAL (
      SELECT setweight(to_tsvector('copse_simple', title), 'A') || setweight(to_tsvector(${forms}, title), 'A') ||
        setweight(to_tsvector(${forms}, array_to_string(topics, ' ')), 'B') AS head
    ) AS words
    ON CONFLICT (kind, ref_id) DO UPDATE SET (community_id, title, body, topics, weight, prior, updated_at, language,
      head, search) = (excluded.community_id, excluded.title, excluded.body, excluded.topics, excluded.weight,
      excluded.prior, excluded.updated_at, excluded.language, excluded.head, excluded.search)
  `.execute(tx);

  // In one order, so that two portions that bring the same words wait for each other rather than lock each other up.
  await sql`
    INSERT INTO search_word (organisation_id, word)
    SELECT DISTINCT organisation_id, word FROM search_document,
      unnest(tsvector_to_array(to_tsvector('simple',
        copse_fold(title) || ' ' || copse_words(topics) || ' ' || copse_fold(left(body, 20000))))) AS word
    WHERE kind = ${documents[0]?.kind} AND ref_id = ANY(${documents.map(({ id }) => id)}::uuid[])
      AND length(word) BETWEEN ${sql.lit(KEPT.shortest)} AND ${sql.lit(KEPT.longest)} AND word !~ '[0-9/.@]'
    ORDER BY organisation_id, word
    ON CONFLICT DO NOTHING
  `.execute(tx);
}

async function gatheringHeldOn(tx: Transaction<Database>, occurrenceId: unknown): Promise<string | undefined> {
  const [date] = await tx
    .selectFrom('occurrence')
    .select('gathering_id')
    .where('id', '=', String(occurrenceId))
    .execute();
  return date?.gathering_id;
}

async function dropOrphans(db: Kysely<Database>, kind: SearchKind): Promise<void> {
  const there = kind === 'person' ? sql`person WHERE state = 'present' AND` : sql`${sql.table(kind)} WHERE`;
  await sql`
    DELETE FROM search_document WHERE kind = ${kind} AND NOT EXISTS (SELECT FROM ${there} id = search_document.ref_id)
  `.execute(db);
}
