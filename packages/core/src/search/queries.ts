import { type Kysely, sql } from 'kysely';
import { pageOf, readCursor } from '../kernel/page.ts';
import { lives } from '../practices/life.ts';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { type SearchKind, searchKinds, type SearchQuery } from './contract.ts';
import { newestEras } from './era-queries.ts';
import { findPage } from './page-queries.ts';
import { languagesWrittenIn } from './languages-queries.ts';
import { markWords } from './passage-queries.ts';
import type { FoundByKind, SearchQueries } from './ports.ts';
import { suggestTitles } from './suggest-queries.ts';
import { type Hit, viewHit } from './view.ts';
import { wordForms } from './word-forms-queries.ts';
import { askedWords, correctedWords, titleWords, type Words } from './words-queries.ts';

/** Similar enough (pg_trgm, 0 to 1) to be looked at more closely; lower than usual, for words with swapped letters. */
const LOOKS_ALIKE = 0.2;
const LOOK_ALIKES = 60;

type Deps = { readonly db: Kysely<Database>; readonly now: () => Date };

export function sqlSearch({ db, now }: Deps): SearchQueries {
  const erasOf = newestEras({ db, now });
  const languagesOf = languagesWrittenIn({ db, now });
  const formsOf = wordForms(db);
  const wordsOf = askedWords(db);
  return {
    async find(viewer, query, corrections) {
      const corrected = corrections !== undefined;
      const kinds = kindsOf(query);
      const seen = placeIn(query.cursor);
      const [eras, languages] = await Promise.all([erasOf(viewer.organisationId), languagesOf(viewer.organisationId)]);
      const read = async (words: Words): Promise<Read> => {
        if (words === undefined || kinds.length === 0) return { words: '', hits: [] };
        const asking = { viewer, query, words, kinds, after: seen?.after, eras, today: startOfDay(now()) };
        return { words, hits: await findPage(db, asking) };
      };
      const page = async ({ words, hits }: Read, as: As) => {
        const marked = await markWords({ db, languages, formsOf }, words, hits);
        const place = ({ rank, kind, id }: Hit) => [rank, kind, id, as];
        return { ...pageOf(marked.hits, query.limit, place, (hit) => viewHit(hit, marked.find)), corrected };
      };

      if (corrections) return page(await read(await correctedWords(db, languages, corrections)), 'typed');
      // What begins with the last word is looked for only where few things have the word itself: a beginning that very
      // many words share is the slowest thing to look for, and there is enough without it. A word that nobody has written
      // is looked for together with what begins so.
      const words = await wordsOf({ organisationId: viewer.organisationId, languages, q: query.q });
      const as = seen?.as ?? (words.unfinished ? 'begun' : undefined);
      const typed = as === 'begun' ? NOTHING : await read(words.typed);
      if (words.begun === undefined || as === 'typed' || typed.hits.length > query.limit) {
        return page(typed, 'typed');
      }
      return page(await read(words.begun), 'begun');
    },

    async findEach(viewer, { q, most }, corrections) {
      const [eras, languages] = await Promise.all([erasOf(viewer.organisationId), languagesOf(viewer.organisationId)]);
      const today = startOfDay(now());
      /** What is wanted of these kinds, where something of `besides` others has been found. */
      const read = async (words: Words, kinds: readonly SearchKind[], besides = 0): Promise<FoundByKind['kinds']> => {
        if (words === undefined) return [];
        const query = { q, limit: Math.max(...most) };
        const ofEach = { most, besides };
        const asking = { viewer, query, words, kinds, after: undefined, eras, today, ofEach };
        const found = Map.groupBy(await findPage(db, asking), (hit) => hit.kind);
        const wanted = most[Math.min(most.length, besides + found.size) - 1] ?? 0;
        const shown = [...found.values()].flatMap((all) => all.slice(0, wanted));
        const { hits, find } = await markWords({ db, languages, formsOf }, words, shown);
        return [...Map.groupBy(hits, (hit) => hit.kind)].map(([kind, all]) => ({
          kind,
          hits: all.map((hit) => viewHit(hit, find)),
          more: (found.get(kind)?.length ?? 0) > wanted,
        }));
      };

      if (corrections)
        return { kinds: await read(await correctedWords(db, languages, corrections), searchKinds), corrected: true };
      const words = await wordsOf({ organisationId: viewer.organisationId, languages, q });
      const typed = words.unfinished ? [] : await read(words.typed, searchKinds);
      // As in `find`: only of kinds that have few with the word itself.
      const many = typed.filter(({ more }) => more);
      if (words.begun === undefined || many.length === searchKinds.length) return { kinds: typed, corrected: false };
      const few = searchKinds.filter((kind) => !many.some((one) => one.kind === kind));
      return { kinds: [...many, ...(await read(words.begun, few, many.length))], corrected: false };
    },

    async suggest(viewer, { q, kind }) {
      const words = await titleWords(db, q);
      if (words === undefined) return { items: [] };
      const kinds = kind ? [kind] : searchKinds;
      return {
        items: await suggestTitles(db, {
          viewer,
          q,
          words,
          kinds,
          eras: await erasOf(viewer.organisationId),
          today: startOfDay(now()),
        }),
      };
    },

    async lookAlikes({ organisationId }, words) {
      const found = new Map<string, string[]>(words.map((word) => [word, []]));
      if (words.length === 0) return found;
      for (const { typed, word } of await alikeQuery(db, { organisationId, words })) found.get(typed)?.push(word);
      return found;
    },
  };
}

type Misspelt = { readonly organisationId: string; readonly words: readonly string[] };

/** How alike words must be is set for this one statement, before its index is asked. */
const alikeQuery = prepared<Misspelt, { readonly typed: string; readonly word: string }>(
  ({ organisationId, words }) => sql`
    WITH threshold AS MATERIALIZED (
      SELECT set_config('pg_trgm.similarity_threshold', ${sql.lit(String(LOOKS_ALIKE))}, true) AS value
    )
    SELECT typed, alike.word FROM threshold
    CROSS JOIN LATERAL (
      SELECT typed FROM unnest(${words}::text[]) AS typed WHERE threshold.value IS NOT NULL OFFSET 0
    ) AS looked_for
    CROSS JOIN LATERAL (
      SELECT word, similarity(word, typed) AS likeness FROM search_word
      WHERE organisation_id = ${organisationId} AND word % typed
      ORDER BY likeness DESC, word LIMIT ${sql.lit(LOOK_ALIKES)}
    ) AS alike
    ORDER BY alike.likeness DESC, alike.word
  `,
);

/** A state belongs to one kind, so it asks for that kind. */
function kindsOf({ kind, state }: SearchQuery): readonly SearchKind[] {
  const asked = kind ? [kind] : searchKinds;
  if (state === undefined) return asked;
  const holder: SearchKind = lives.some((life) => life === state) ? 'practice' : 'question';
  return asked.filter((one) => one === holder);
}

type Read = { readonly words: string; readonly hits: readonly Hit[] };
const NOTHING: Read = { words: '', hits: [] };

/** How the words of a search were taken: its later pages must take them so too. */
type As = 'typed' | 'begun';

/** Where a page begins, out of its cursor. */
function placeIn(cursor: string | undefined) {
  const seen = readCursor(cursor, 'text', 'text', 'id', 'text');
  if (!seen || !/^\d{1,9}(?:\.\d{1,9})?$/u.test(seen[0])) return undefined;
  const [rank, kind, id, as] = seen;
  return { after: [rank, kind, id] as const, as: as === 'begun' ? ('begun' as const) : ('typed' as const) };
}

/** Freshness goes by the day, so that ranks do not move while somebody turns pages. */
const startOfDay = (now: Date) => `${now.toISOString().slice(0, 10)}T00:00:00Z`;
