import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { questionSummary } from '../questions/question.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { BundleQuestion } from './contract.ts';
import { type Due, type Import, reject, remember, resolve, resolveAround, sortOut } from './imported-store.ts';
import type { Checked, Written } from './record.ts';

type Row = Due<BundleQuestion> & { readonly community: string; readonly author: string | undefined };

/** Writes questions. A changed text keeps the earlier one; the answer that is accepted may come later (`tieQuestions`). */
export async function writeQuestions(run: Import, batch: readonly Checked<BundleQuestion>[]): Promise<Written[]> {
  const { due, settled } = await sortOut(run, 'questions', batch);
  const { communities, people } = await resolveAround(run, due, ({ by }) => (by === undefined ? [] : [by]));
  const { good, bad } = reject(due, ({ value: { community, by } }) => {
    if (!communities.has(community)) return `community: there is no community «${community}» in this file or here.`;
    return by === undefined || people.has(by) ? undefined : `by: there is no person «${by}» in this file or here.`;
  });
  const rows = good.map((record) => ({
    ...record,
    community: communities.get(record.value.community) as string,
    author: record.value.by === undefined ? undefined : people.get(record.value.by),
  }));
  for (const row of rows) await (row.fresh ? insertRow(run, row) : updateRow(run, row));
  await point(run, rows);
  await appendEvents(
    run.tx,
    { organisationId: run.organisationId, at: run.at, newId: run.newId },
    rows.map(({ id, community }) => ({ type: 'question.imported', questionId: id, communityId: community })),
  );
  return [...settled, ...bad, ...(await remember(run, 'questions', rows))];
}

/** As long as a seal, and opened by no key: a bundle does not say who it was. */
export function nobody(newId: () => string): Buffer {
  const noise = createHash('sha512').update(newId()).digest();
  return noise.subarray(0, 45);
}

function columns({ value, community }: Row, at: Date) {
  const { closed } = value;
  return {
    community_id: community,
    title: value.title,
    details: value.details,
    summary: questionSummary(value),
    topics: value.topics,
    visibility: value.visibility,
    asked_at: new Date(value.askedAt),
    edited_at: value.editedAt ? new Date(value.editedAt) : null,
    edited_by: null,
    closed_at: closed ? new Date(closed.at) : null,
    close_reason: closed?.reason ?? null,
    close_note: closed?.note || null,
    accepted_answer_id: null,
    accepted_at: null,
    duplicate_of: null,
    hidden_at: value.hidden ? at : null,
  };
}

async function insertRow({ tx, organisationId, newId, at }: Import, row: Row) {
  const { id, value, author, community } = row;
  await tx
    .insertInto('question')
    .values({
      ...columns(row, at),
      id,
      organisation_id: organisationId,
      asked_in: community,
      author_id: author ?? null,
      sealed_author: author === undefined ? nobody(newId) : null,
      active_at: new Date(value.activeAt ?? value.askedAt),
      me_too_count: value.meToo,
      revision: 1,
    })
    .execute();
}

/** People who have said «I have this too» here count on; an anonymous author stays whoever it was. */
async function updateRow({ tx, at }: Import, row: Row) {
  const { id, value, author } = row;
  await sql`
    INSERT INTO question_version (question_id, version, title, details, at, edited_by)
    SELECT id, coalesce((SELECT max(version) FROM question_version v WHERE v.question_id = question.id), 0) + 1,
      title, details, coalesce(edited_at, asked_at), edited_by
    FROM question WHERE id = ${id} AND (title, details) IS DISTINCT FROM (${value.title}, ${value.details})
  `.execute(tx);
  await tx
    .updateTable('question')
    .set((eb) => ({
      ...columns(row, at),
      ...(author === undefined ? {} : { author_id: author, sealed_author: null }),
      active_at: eb.fn<Date>('greatest', ['active_at', sql`${new Date(value.activeAt ?? value.askedAt)}::timestamptz`]),
      me_too_count: sql<number>`${value.meToo} + (SELECT count(*) FROM me_too WHERE question_id = ${id})`,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Notes down what these questions name that may come after them. */
async function point({ tx }: Import, rows: readonly Row[]) {
  const pointers = rows.flatMap(({ id, place, value: { acceptedAnswer, duplicateOf } }) => [
    ...(acceptedAnswer
      ? [{ question_id: id, place, kind: 'acceptedAnswer' as const, external_id: acceptedAnswer }]
      : []),
    ...(duplicateOf ? [{ question_id: id, place, kind: 'duplicateOf' as const, external_id: duplicateOf }] : []),
  ]);
  if (pointers.length === 0) return;
  await sql`
    CREATE TEMPORARY TABLE IF NOT EXISTS import_pointer (question_id uuid, place text, kind text, external_id text)
    ON COMMIT DROP
  `.execute(tx);
  await tx.insertInto('import_pointer').values(pointers).execute();
}

const PORTION = 500;

/**
 * Accepts the answers and ties the duplicates that questions of this import name. What is not there is answered as
 * rejected, and the question counts as changed the next time, so that it is tried again.
 */
export async function tieQuestions(run: Import): Promise<Written[]> {
  const { tx, organisationId } = run;
  const { rows: there } = await sql`SELECT FROM pg_class WHERE oid = to_regclass('pg_temp.import_pointer')`.execute(tx);
  if (there.length === 0) return [];

  const rejected: Written[] = [];
  for (const kind of ['acceptedAnswer', 'duplicateOf'] as const) {
    const pointers = await tx.selectFrom('import_pointer').selectAll().where('kind', '=', kind).execute();
    for (let from = 0; from < pointers.length; from += PORTION) {
      const portion = pointers.slice(from, from + PORTION);
      const names = portion.map(({ external_id }) => external_id);
      const known = await resolve(run, kind === 'acceptedAnswer' ? 'answers' : 'questions', names);
      const pairs = portion.flatMap((pointer) => {
        const target = known.get(pointer.external_id);
        return target === undefined ? [] : [{ ...pointer, target }];
      });
      const tied = await (kind === 'acceptedAnswer' ? accept : tieDuplicates)(run, pairs);
      const loose = portion.filter(({ question_id }) => !tied.has(question_id));
      rejected.push(...loose.map(({ place, external_id }) => untied(place, kind, external_id)));
      await tx
        .updateTable('imported')
        .set({ hash: Buffer.alloc(0) })
        .where('organisation_id', '=', organisationId)
        .where('section', '=', 'questions')
        .where('ref_id', '=', sql<string>`ANY(${loose.map(({ question_id }) => question_id)}::uuid[])`)
        .execute();
    }
  }
  return rejected;
}

const untied = (place: string, kind: 'acceptedAnswer' | 'duplicateOf', name: string): Written => ({
  place: `${place}.${kind}`,
  outcome: 'rejected',
  reason:
    kind === 'acceptedAnswer'
      ? `This question has no answer «${name}» in this file or here; the question is taken, with nothing accepted.`
      : `There is no other question «${name}» in this file or here; the question is taken, as no duplicate.`,
});

type Pair = { readonly question_id: string; readonly target: string };

/** When it was accepted is not told: the moment of the answer is the earliest it can have been. */
async function accept({ tx }: Import, pairs: readonly Pair[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    UPDATE question SET accepted_answer_id = answer.id, accepted_at = answer.at
    FROM unnest(${pairs.map((pair) => pair.question_id)}::uuid[], ${pairs.map((pair) => pair.target)}::uuid[])
      AS named(question_id, answer_id)
    JOIN answer ON answer.id = named.answer_id AND answer.question_id = named.question_id
    WHERE question.id = named.question_id RETURNING question.id
  `.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

async function tieDuplicates({ tx }: Import, pairs: readonly Pair[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    UPDATE question SET duplicate_of = named.target
    FROM unnest(${pairs.map((pair) => pair.question_id)}::uuid[], ${pairs.map((pair) => pair.target)}::uuid[])
      AS named(question_id, target)
    WHERE question.id = named.question_id AND named.target <> question.id RETURNING question.id
  `.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Brings the number of answers, and when something last happened, up to date where this import changed them. */
export async function countAnswers({ tx, organisationId, at }: Import): Promise<void> {
  await sql`
    WITH touched AS (
      SELECT DISTINCT coalesce(answer.question_id, imported.ref_id) AS id
      FROM imported LEFT JOIN answer ON imported.section = 'answers' AND answer.id = imported.ref_id
      WHERE imported.organisation_id = ${organisationId} AND imported_at = ${at} AND section IN ('questions', 'answers')
    ), counted AS (
      SELECT touched.id, count(answer.id) AS answers, max(greatest(answer.at, answer.edited_at)) AS last
      FROM touched LEFT JOIN answer ON answer.question_id = touched.id GROUP BY touched.id
    )
    UPDATE question SET answer_count = counted.answers, active_at = greatest(active_at, last, question.edited_at)
    FROM counted WHERE counted.id = question.id
  `.execute(tx);
}
