import { type Kysely, type RawBuilder, sql } from 'kysely';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { type Viewer, visibleCommunity, visiblePerson, visiblePractice } from '../sql/visibility.ts';
import { type SearchKind, searchKinds, type SearchQuery } from './contract.ts';
import type { Corrections, SearchQueries } from './ports.ts';
import { ANGLES, END, FOUND_BEGINS, FOUND_ENDS, type Hit, viewHit } from './view.ts';

/**
 * Matches of one kind that are weighed against each other. A word that more things have in common than this tells
 * little apart, and weighing a hundred thousand of them would keep everybody waiting.
 */
const WEIGHED = 1000;

/** Similar enough (pg_trgm, 0 to 1) to be looked at more closely; lower than usual, for words with swapped letters. */
const LOOKS_ALIKE = 0.2;
const LOOK_ALIKES = 60;

export function sqlSearch(db: Kysely<Database>): SearchQueries {
  return {
    async find(viewer, query, corrections) {
      const found = corrections ? correctedQuery(corrections) : typedQuery(query.q);
      const { rows } = await pageQuery(viewer, query, found).execute(db);
      const { items, ...rest } = pageOf(rows, query.limit, ({ rank, kind, id }) => [rank, kind, id], viewHit);
      return { items, ...rest, corrected: corrections !== undefined };
    },

    async lookAlikes({ organisationId }, words) {
      const found = new Map<string, readonly string[]>();
      if (words.length === 0) return found;
      await db.transaction().execute(async (tx) => {
        await sql`SELECT set_config('pg_trgm.similarity_threshold', ${String(LOOKS_ALIKE)}, true)`.execute(tx);
        for (const word of words) {
          const { rows } = await sql<{ word: string }>`
            SELECT word FROM search_word WHERE organisation_id = ${organisationId} AND word % ${word}
            ORDER BY similarity(word, ${word}) DESC, word LIMIT ${LOOK_ALIKES}
          `.execute(tx);
          found.set(
            word,
            rows.map((row) => row.word),
          );
        }
      });
      return found;
    },
  };
}

/** Only the page's own rows are cut into passages: that reads the whole text, and costs more than finding it. */
function pageQuery(viewer: Viewer, query: SearchQuery, found: RawBuilder<unknown>) {
  const kinds = query.kind ? [query.kind] : searchKinds;
  const matches = kinds.map((kind) => matchesOf(kind, viewer, query, found));
  const seen = readCursor(query.cursor, 'text', 'text', 'id');
  const after =
    seen && /^\d{1,9}(?:\.\d{1,9})?$/u.test(seen[0])
      ? sql`WHERE (rank, kind, id) < (${seen[0]}::numeric, ${seen[1]}, ${seen[2]}::uuid)`
      : sql``;
  const marks = `StartSel=${FOUND_BEGINS}, StopSel=${FOUND_ENDS}, MaxFragments=1, MaxWords=32, MinWords=14`;
  return sql<Hit>`
    WITH page AS (
      SELECT * FROM (${sql.join(matches, sql` UNION ALL `)}) AS matches ${after}
      ORDER BY rank DESC, kind DESC, id DESC LIMIT ${query.limit + 1}
    )
    SELECT page.kind, page.id, page.rank, document.title, document.topics, document.community_id,
      community.name AS community_name,
      ts_headline('copse_english', translate(left(document.body, 100000), '<>', ${ANGLES}), ${found}, ${marks})
        AS passage,
      left(document.body, ${END}) AS beginning, right(document.body, ${END}) AS ending
    FROM page
    JOIN search_document AS document ON document.kind = page.kind AND document.ref_id = page.id
    LEFT JOIN community ON community.id = document.community_id
    ORDER BY page.rank DESC, page.kind DESC, page.id DESC
  `;
}

function matchesOf(kind: SearchKind, viewer: Viewer, { communityId, topic }: SearchQuery, found: RawBuilder<unknown>) {
  const conditions = [
    sql`document.kind = ${kind}`,
    sql`document.organisation_id = ${viewer.organisationId}`,
    sql`document.search @@ ${found}`,
    visible[kind].condition(viewer),
  ];
  if (communityId) conditions.push(sql`document.community_id = ${communityId}::uuid`);
  if (topic) conditions.push(sql`document.topics @> ${[topic]}::text[]`);
  return sql`(
    SELECT document.kind, document.ref_id AS id,
      round((ts_rank_cd('{0.1, 0.2, 0.6, 1.0}', document.search, ${found}, 1) * document.weight)::numeric, 9) AS rank
    FROM search_document AS document ${visible[kind].join}
    WHERE ${sql.join(conditions, sql` AND `)}
    LIMIT ${WEIGHED}
  )`;
}

/** Whether the viewer may see it is asked of the record itself, by the fragments that lists and pages use too. */
const visible: Readonly<
  Record<SearchKind, { join: RawBuilder<unknown>; condition: (viewer: Viewer) => RawBuilder<boolean> }>
> = {
  community: { join: sql`JOIN community ON community.id = document.ref_id`, condition: visibleCommunity },
  practice: {
    join: sql`
      JOIN practice ON practice.id = document.ref_id
      JOIN community ON community.id = practice.community_id`,
    condition: visiblePractice,
  },
  person: { join: sql`JOIN person ON person.id = document.ref_id`, condition: visiblePerson },
};

/** As typed: in English word forms, or literally; the last word may be the beginning of one that is still being typed. */
function typedQuery(q: string): RawBuilder<unknown> {
  const whole = sql`websearch_to_tsquery('english', copse_fold(${q})) || websearch_to_tsquery('simple', copse_fold(${q}))`;
  const [, before, last] = /^([\p{L}\p{N}\s]*?)([\p{L}\p{N}]{2,})$/u.exec(q) ?? [];
  if (before === undefined || last === undefined || (before !== '' && !/\s$/u.test(before))) return sql`(${whole})`;
  // Words that say nothing (the, of) make an empty query, which && leaves out.
  // Quoted, because taking the accents off can leave marks behind: ŉ becomes 'n.
  const begun = sql`to_tsquery('simple', '''' || regexp_replace(copse_fold(${last}), '[''\\\\]', ' ', 'g') || ''':*')`;
  return sql`(${whole} || (websearch_to_tsquery('english', copse_fold(${before})) && ${begun}))`;
}

/** Every word, or one of those that it was probably meant to be. */
function correctedQuery(corrections: Corrections): RawBuilder<unknown> {
  const words = corrections.map(
    (meant) =>
      sql`(${sql.join(
        meant.map((word) => sql`plainto_tsquery('english', ${word})`),
        sql` || `,
      )})`,
  );
  return sql`(${sql.join(words, sql` && `)})`;
}
