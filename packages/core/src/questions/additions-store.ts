import { type Kysely, sql } from 'kysely';
import type { OrganisationId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { eventRows, writeEvents } from '../sql/outbox.ts';
import { prepared } from '../sql/prepared.ts';
import type { QuestionEvent } from './events.ts';
import type { QuestionStore } from './ports.ts';
import { expectSaved, saveAndTell, type Saved } from './statement-queries.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };
type Additions = Pick<QuestionStore, 'addAnswer' | 'rewriteAnswer' | 'addComment' | 'removeComment'>;

/**
 * Answers and comments are added without the question's revision: ten people who answer at once each add one row and
 * one to the count, and wait for nobody longer than that.
 */
export function sqlAdditions({ db, newId }: Deps): Additions {
  const told = (organisationId: OrganisationId, at: Date, events: readonly QuestionEvent[]) =>
    eventRows({ organisationId, at, newId }, events);

  return {
    async addAnswer({ id: questionId, organisationId }, { item, events }) {
      const { id, author, text, at } = item;
      const values = { id, questionId, text, at, authorId: author.personId ?? null, sealed: author.sealed ?? null };
      await expectSaved(questionId, insertAnswer(db, { ...values, events: told(organisationId, at, events) }));
    },

    async rewriteAnswer({ id: questionId, organisationId }, { item, events }, at) {
      const { id, text, version } = item;
      const values = { id, questionId, text, version, at };
      await expectSaved(questionId, updateAnswer(db, { ...values, events: told(organisationId, at, events) }));
    },

    async addComment({ id: questionId, organisationId }, { item, events }) {
      const { id, author, text, at } = item;
      const by = { authorId: author.personId ?? null, sealed: author.sealed ?? null };
      const values = { id, questionId, answerId: item.answerId ?? null, text, at, ...by };
      await expectSaved(questionId, insertComment(db, { ...values, events: told(organisationId, at, events) }));
    },

    async removeComment({ id: questionId, organisationId }, { item, events }, at) {
      const values = { id: item.id, at, events: told(organisationId, at, events) };
      await expectSaved(questionId, clearComment(db, values));
    },
  };
}

type Common = { readonly id: string; readonly at: Date; readonly events: string };
type By = { readonly authorId: string | null; readonly sealed: Uint8Array | null };
type Written = Common & By & { readonly questionId: string; readonly text: string };

/** The question still takes answers, and so does its community; else the rule is asked again. */
const insertAnswer = prepared<Written, Saved>(
  (at) => sql<Saved>`
    WITH head AS (
      UPDATE question SET answer_count = answer_count + 1, active_at = greatest(active_at, ${at.at}::timestamptz)
      WHERE id = ${at.questionId}::uuid AND closed_at IS NULL AND duplicate_of IS NULL
        AND EXISTS (SELECT FROM community WHERE community.id = question.community_id AND community.closed_at IS NULL)
      RETURNING id),
    given AS (
      INSERT INTO answer (id, question_id, author_id, sealed_author, text, at)
      SELECT ${at.id}::uuid, head.id, ${at.authorId}::uuid, ${at.sealed}::bytea, ${at.text}::text,
        ${at.at}::timestamptz FROM head),
    told AS (${writeEvents('head', at.events)})
    SELECT id FROM head
  `,
);

const updateAnswer = prepared<
  Common & { readonly questionId: string; readonly text: string; readonly version: number },
  Saved
>((at) =>
  saveAndTell(
    sql`
      UPDATE answer SET text = ${at.text}::text, edited_at = ${at.at}::timestamptz, version = ${at.version}::integer
      WHERE id = ${at.id}::uuid AND version = ${at.version}::integer - 1
      RETURNING id`,
    at.events,
    sql`earlier AS (
      INSERT INTO answer_version (answer_id, version, text, at)
      SELECT id, version, text, coalesce(edited_at, at) FROM answer
      WHERE id = ${at.id}::uuid AND version = ${at.version}::integer - 1
      ON CONFLICT DO NOTHING),
    touched AS (
      UPDATE question SET active_at = greatest(active_at, ${at.at}::timestamptz) WHERE id = ${at.questionId}::uuid),`,
  ),
);

const insertComment = prepared<Written & { readonly answerId: string | null }, Saved>(
  (at) => sql<Saved>`
    WITH head AS (
      UPDATE question SET active_at = greatest(active_at, ${at.at}::timestamptz)
      WHERE id = ${at.questionId}::uuid RETURNING id),
    given AS (
      INSERT INTO comment (id, question_id, answer_id, author_id, sealed_author, text, at)
      SELECT ${at.id}::uuid, head.id, ${at.answerId}::uuid, ${at.authorId}::uuid, ${at.sealed}::bytea,
        ${at.text}::text, ${at.at}::timestamptz FROM head),
    told AS (${writeEvents('head', at.events)})
    SELECT id FROM head
  `,
);

const clearComment = prepared<Common, Saved>((at) =>
  saveAndTell(
    sql`
      UPDATE comment SET text = '', removed_at = ${at.at}::timestamptz
      WHERE id = ${at.id}::uuid AND removed_at IS NULL
      RETURNING id`,
    at.events,
  ),
);
