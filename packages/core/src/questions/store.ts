import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { eventRows } from '../sql/outbox.ts';
import { prepared } from '../sql/prepared.ts';
import type { Sealing } from '../trust/sealing.ts';
import { sqlAdditions } from './additions-store.ts';
import { sqlMarks } from './marks-store.ts';
import type { QuestionStore } from './ports.ts';
import { questionSummary, type Question } from './question.ts';
import { sqlSituations } from './situation-store.ts';
import { expectSaved, saveAndTell, type Saved } from './statement-queries.ts';

type Deps = {
  readonly db: Kysely<Database>;
  readonly sealing: Sealing;
  readonly newId: () => string;
  readonly now: () => Date;
};

/** State and facts are saved by one statement each time: no lock outlives its round trip. */
export function sqlQuestionStore(deps: Deps): QuestionStore {
  const { db, newId } = deps;
  return {
    ...sqlSituations(deps),
    ...sqlAdditions(deps),
    ...sqlMarks(deps),

    async ask({ state, events }) {
      const { organisationId, askedAt: at } = state;
      await expectSaved(
        state.id,
        insert(db, {
          ...valuesOf(state),
          authorId: state.author.personId ?? null,
          sealed: state.author.sealed ?? null,
          events: eventRows({ organisationId, at, newId }, events),
        }),
      );
    },

    async save({ state, events }, at) {
      const { organisationId } = state;
      const told = eventRows({ organisationId, at, newId }, events);
      await expectSaved(state.id, update(db, { ...valuesOf(state), events: told }));
    },
  };
}

const valuesOf = (question: Question) => ({
  id: question.id as string,
  organisationId: question.organisationId as string,
  communityId: question.communityId as string,
  title: question.title,
  details: question.details,
  summary: questionSummary(question),
  topics: [...question.topics],
  visibility: question.visibility as string,
  askedAt: question.askedAt,
  activeAt: question.activeAt,
  editedAt: question.editedAt ?? null,
  editedBy: (question.editedBy ?? null) as string | null,
  acceptedAnswerId: (question.accepted?.answerId ?? null) as string | null,
  acceptedAt: question.accepted?.at ?? null,
  closedAt: question.closed?.at ?? null,
  closeReason: (question.closed?.reason ?? null) as string | null,
  closeNote: question.closed?.note ?? null,
  duplicateOf: (question.duplicateOf ?? null) as string | null,
  revision: question.revision,
});
type Values = ReturnType<typeof valuesOf> & { readonly events: string };

const insert = prepared<Values & { readonly authorId: string | null; readonly sealed: Uint8Array | null }, Saved>(
  (at) =>
    saveAndTell(
      sql`
      INSERT INTO question (id, organisation_id, community_id, asked_in, title, details, summary, topics, visibility, author_id,
        sealed_author, asked_at, active_at, revision)
      SELECT ${at.id}::uuid, ${at.organisationId}::uuid, community.id, community.id, ${at.title}::text, ${at.details}::text,
        ${at.summary}::text, ${at.topics}::text[], ${at.visibility}::text, ${at.authorId}::uuid, ${at.sealed}::bytea,
        ${at.askedAt}::timestamptz, ${at.activeAt}::timestamptz, ${at.revision}::integer
      FROM community WHERE community.id = ${at.communityId}::uuid AND community.closed_at IS NULL
      RETURNING id`,
      at.events,
    ),
);

const update = prepared<Values, Saved>((at) =>
  saveAndTell(
    sql`
      UPDATE question SET community_id = ${at.communityId}::uuid, title = ${at.title}::text,
        details = ${at.details}::text, summary = ${at.summary}::text, topics = ${at.topics}::text[],
        visibility = ${at.visibility}::text, active_at = greatest(active_at, ${at.activeAt}::timestamptz),
        edited_at = ${at.editedAt}::timestamptz,
        -- Where the words stay, so does this: two accounts may have become one since it was read.
        edited_by = CASE WHEN (title, details) IS DISTINCT FROM (${at.title}::text, ${at.details}::text)
          THEN ${at.editedBy}::uuid ELSE edited_by END,
        accepted_answer_id = ${at.acceptedAnswerId}::uuid,
        accepted_at = ${at.acceptedAt}::timestamptz, closed_at = ${at.closedAt}::timestamptz,
        close_reason = ${at.closeReason}::text, close_note = ${at.closeNote}::text,
        duplicate_of = ${at.duplicateOf}::uuid, revision = ${at.revision}::integer
      WHERE id = ${at.id}::uuid AND revision = ${at.revision}::integer - 1
      RETURNING id`,
    at.events,
    sql`earlier AS (
      INSERT INTO question_version (question_id, version, title, details, at, edited_by)
      SELECT id, revision, title, details, coalesce(edited_at, asked_at), edited_by FROM question
      WHERE id = ${at.id}::uuid AND revision = ${at.revision}::integer - 1
        AND (title, details) IS DISTINCT FROM (${at.title}::text, ${at.details}::text)
      ON CONFLICT DO NOTHING),`,
  ),
);
