import type { Database } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';
import { countExpertise } from '../../packages/core/src/discovery/expertise-store.ts';
import { inBulk, indexInTwo } from './bulk.ts';
import { pick, type Size, TOPICS } from './data.ts';
import { id, idOf, kinds, ORGANISATION } from './ids.ts';

/**
 * Texts in which some words are in nearly everything and most are rare, as in what people write (Zipf): 3,000 sentences
 * out of 5,000 made-up words, from which every question and answer takes its own.
 */
const SENTENCES = 3000;
const SYLLABLES = `ARRAY['ba','de','fi','go','hu','ka','le','mi','no','pu','ra','se','ti','vo','zu','mar']`;
const word = (n: string) =>
  sql.raw(
    `((${SYLLABLES})[1 + (${n}) % 16] || (${SYLLABLES})[1 + (${n}) / 16 % 16] || (${SYLLABLES})[1 + (${n}) / 256 % 16] || 'n')`,
  );
/** Evenly spread and the same in every run, from 0 to 1. */
const chance = (seed: string) => `((hashint4(${seed})::bigint + 2147483648) / 4294967296.0)`;
const zipf = (seed: string) => `(exp(${chance(seed)} * ln(4999)))::int`;

/**
 * More questions, until there are so many: in order of time, three answers each on the average, a quarter of them
 * accepted, one in twenty anonymous.
 */
export async function addQuestions(db: Kysely<Database>, size: Size, upTo: number): Promise<void> {
  await inBulk(db, ['question', 'answer'], () => insertQuestions(db, size, upTo));
  await sql`ANALYZE`.execute(db);
  await inBulk(db, ['search_document', 'search_word'], () => indexInTwo(db, 'question', upTo, size.questions));
  await countKnowledge(db, size);
  await sql`VACUUM ANALYZE`.execute(db);
  // Else the server writes gigabytes of it out while the first pages are measured.
  await sql`CHECKPOINT`.execute(db);
}

const PORTION = 500;

/** What people know, as the subscriber would have counted it. */
async function countKnowledge(db: Kysely<Database>, { people }: Size) {
  await sql`TRUNCATE expertise`.execute(db);
  for (let from = 1; from <= people; from += PORTION) {
    const portion = Array.from({ length: Math.min(PORTION, people - from + 1) }, (_, n) =>
      idOf(kinds.person, from + n),
    );
    await db.transaction().execute((tx) => countExpertise(tx, portion));
  }
}

async function insertQuestions(
  db: Kysely<Database>,
  { people, communities, questions: before }: Size,
  upTo: number,
): Promise<void> {
  await sql`CREATE TABLE sentence AS
    SELECT s AS place, initcap(string_agg(${word(zipf('s * 100 + k'))}, ' ' ORDER BY k)) || '. ' AS text
    FROM generate_series(0, ${sql.lit(SENTENCES - 1)}) s, generate_series(1, 12) k GROUP BY s`.execute(db);
  await sql`ALTER TABLE sentence ADD PRIMARY KEY (place)`.execute(db);
  const sentence = (seed: string) =>
    sql.raw(`(SELECT text FROM sentence WHERE place = (${chance(seed)} * ${SENTENCES - 1})::int)`);

  await sql`INSERT INTO question (id, organisation_id, community_id, title, details, summary, topics, visibility, asked_in, author_id,
      sealed_author, asked_at, active_at, answer_count, me_too_count, accepted_answer_id, accepted_at, revision)
    SELECT ${id(kinds.question, 'n')}, ${ORGANISATION}::uuid, ${id(kinds.community, `1 + n % ${communities}`)},
      'How do we ' || ${word(zipf('n'))} || ' for ' || ${pick(TOPICS, 'n / 16 + n')} || ' with a ' || ${word('n * 7 % 5000')} || '?',
      ${sentence('n')} || ${sentence('n + 1000000')} || ${sentence('n + 2000000')}, 'In short.',
      ARRAY[${pick(TOPICS, 'n / 16 + n')}], (ARRAY['members','organisation','organisation','partners'])[1 + n % 4],
      ${id(kinds.community, `1 + n % ${communities}`)}, CASE WHEN n % 20 > 0 THEN ${id(kinds.person, `1 + n % ${people}`)} END,
      CASE WHEN n % 20 = 0 THEN decode(repeat(lpad(to_hex(n), 10, '0'), 9), 'hex') END,
      timestamptz '2024-09-01' + n * interval '5 minutes', timestamptz '2024-09-02' + n * interval '5 minutes',
      n % 7, n % 5, CASE WHEN n % 4 = 3 AND n % 7 > 0 THEN ${id(kinds.answer, 'n * 8 + 1')} END,
      CASE WHEN n % 4 = 3 AND n % 7 > 0 THEN timestamptz '2024-09-02' + n * interval '5 minutes' END, 1
    FROM generate_series(${before + 1}::int, ${upTo}::int) n`.execute(db);
  await sql`INSERT INTO answer (id, question_id, author_id, sealed_author, text, at, helped_count)
    SELECT ${id(kinds.answer, 'n * 8 + k')}, ${id(kinds.question, 'n')},
      CASE WHEN (n + k) % 30 > 0 THEN ${id(kinds.person, `1 + (n * 13 + k) % ${people}`)} END,
      CASE WHEN (n + k) % 30 = 0 THEN decode(repeat(lpad(to_hex(n), 10, '0'), 9), 'hex') END,
      ${sentence('n * 8 + k + 3000000')} || ${sentence('n * 8 + k + 9000000')},
      timestamptz '2024-09-01' + n * interval '5 minutes' + k * interval '3 hours', (n + k) % 4
    FROM generate_series(${before + 1}::int, ${upTo}::int) n, generate_series(1, n % 7) k`.execute(db);
  await sql`DROP TABLE sentence`.execute(db);
}
