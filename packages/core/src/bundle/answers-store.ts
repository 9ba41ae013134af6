import { sql } from 'kysely';
import { appendEvents } from '../sql/outbox.ts';
import type { BundleAnswer, BundleComment } from './contract.ts';
import { type Due, type Import, reject, remember, resolve, sortOut } from './imported-store.ts';
import { nobody } from './questions-store.ts';
import type { Checked, Written } from './record.ts';

type Contribution = BundleAnswer | BundleComment;
type Placed<Value> = Due<Value> & {
  readonly question: string;
  readonly answer: string | undefined;
  readonly author: string | undefined;
};

/** Writes answers; a changed text keeps the earlier one. People whom one helped here count on. */
export async function writeAnswers(run: Import, batch: readonly Checked<BundleAnswer>[]): Promise<Written[]> {
  const { due, settled } = await sortOut(run, 'answers', batch);
  const { rows, bad } = await place(run, due);
  const fresh = rows.filter((row) => row.fresh);
  if (fresh.length > 0) {
    const values = fresh.map((row) => ({
      ...authorColumns(run, row),
      ...answerColumns(row.value, run.at),
      id: row.id,
      question_id: row.question,
      helped_count: row.value.helped,
    }));
    await run.tx.insertInto('answer').values(values).execute();
  }
  for (const row of rows) if (!row.fresh) await updateAnswer(run, row);
  await announce(run, rows);
  return [...settled, ...bad, ...(await remember(run, 'answers', rows))];
}

/** Writes comments, on questions and on answers. */
export async function writeComments(run: Import, batch: readonly Checked<BundleComment>[]): Promise<Written[]> {
  const { due, settled } = await sortOut(run, 'comments', batch);
  const { rows, bad } = await place(run, due);
  for (const row of rows) {
    const { at, text, hidden } = row.value;
    const written = { at: new Date(at), text, hidden_at: hidden ? run.at : null };
    const place = { id: row.id, question_id: row.question, answer_id: row.answer ?? null };
    await run.tx
      .insertInto('comment')
      .values({ ...written, ...place, ...authorColumns(run, row) })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...written, removed_at: null }))
      .execute();
  }
  return [...settled, ...bad, ...(await remember(run, 'comments', rows))];
}

const answerColumns = ({ text, at, editedAt, hidden }: BundleAnswer, now: Date) => ({
  text,
  at: new Date(at),
  edited_at: editedAt ? new Date(editedAt) : null,
  hidden_at: hidden ? now : null,
});

const authorColumns = ({ newId }: Import, { author }: Placed<Contribution>) => ({
  author_id: author ?? null,
  sealed_author: author === undefined ? nobody(newId) : null,
});

async function updateAnswer({ tx, at }: Import, { id, value, author, question }: Placed<BundleAnswer>) {
  await sql`
    INSERT INTO answer_version (answer_id, version, text, at)
    SELECT id, version, text, coalesce(edited_at, at) FROM answer WHERE id = ${id} AND text <> ${value.text}
    ON CONFLICT DO NOTHING
  `.execute(tx);
  await tx
    .updateTable('answer')
    .set((eb) => ({
      ...answerColumns(value, at),
      ...(author === undefined ? {} : { author_id: author, sealed_author: null }),
      question_id: question,
      version: eb
        .case()
        .when('text', '=', value.text)
        .then(eb.ref('version'))
        .else(eb('version', '+', 1))
        .end(),
      helped_count: sql<number>`${value.helped} + (SELECT count(*) FROM helped WHERE answer_id = ${id})`,
    }))
    .where('id', '=', id)
    .execute();
}

/** Finds the question (and the answer, and the person) that each record names. */
async function place<Value extends Contribution>(run: Import, due: readonly Due<Value>[]) {
  const values = due.map(({ value }) => value);
  const answerOf = (value: Contribution) => ('answer' in value ? value.answer : undefined);
  const [questions, answers, people] = await Promise.all([
    resolve(
      run,
      'questions',
      values.map(({ question }) => question),
    ),
    resolve(
      run,
      'answers',
      values.flatMap((value) => answerOf(value) ?? []),
    ),
    resolve(
      run,
      'people',
      values.flatMap(({ by }) => by ?? []),
    ),
  ]);
  const { good, bad } = reject(due, ({ value }) => {
    const answer = answerOf(value);
    if (!questions.has(value.question))
      return `question: there is no question «${value.question}» in this file or here.`;
    if (answer !== undefined && !answers.has(answer))
      return `answer: there is no answer «${answer}» in this file or here.`;
    const known = value.by === undefined || people.has(value.by);
    return known ? undefined : `by: there is no person «${value.by}» in this file or here.`;
  });
  const rows = good.map((record): Placed<Value> => {
    const answer = answerOf(record.value);
    return {
      ...record,
      question: questions.get(record.value.question) as string,
      answer: answer === undefined ? undefined : answers.get(answer),
      author: record.value.by === undefined ? undefined : people.get(record.value.by),
    };
  });
  return { rows, bad };
}

/** Once for each question: its answers are part of what it is found by. */
async function announce({ tx, organisationId, at, newId }: Import, rows: readonly Placed<BundleAnswer>[]) {
  const questions = [...new Set(rows.map(({ question }) => question))];
  if (questions.length === 0) return;
  const communities = await tx
    .selectFrom('question')
    .select(['id', 'community_id'])
    .where('id', '=', sql<string>`ANY(${questions}::uuid[])`)
    .execute();
  await appendEvents(
    tx,
    { organisationId, at, newId },
    communities.map(({ id, community_id }) => ({
      type: 'question.imported',
      questionId: id,
      communityId: community_id,
    })),
  );
}
