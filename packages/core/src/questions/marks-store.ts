import { type Kysely, sql } from 'kysely';
import type { Database } from '../sql/database.ts';
import { eventRows, writeEvents } from '../sql/outbox.ts';
import { prepared } from '../sql/prepared.ts';
import type { QuestionStore } from './ports.ts';
import type { Saved } from './statement-queries.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };
type Marks = Pick<QuestionStore, 'addMeToo' | 'takeBackMeToo' | 'addHelped' | 'takeBackHelped'>;

/** Counts move with the rows, in the same statement; a mark that is there already changes nothing and tells nothing. */
export function sqlMarks({ db, newId }: Deps): Marks {
  return {
    async addMeToo(id, { marks, sealed, events }, where) {
      await insertMeToo(db, { id, mark: marks[0], marks, sealed, events: eventRows({ ...where, newId }, events) });
    },
    async takeBackMeToo(id, { marks, events }, where) {
      await deleteMeToo(db, { id, marks, events: eventRows({ ...where, newId }, events) });
    },
    async addHelped(id, { marks, events }, where) {
      await insertHelped(db, { id, mark: marks[0], marks, events: eventRows({ ...where, newId }, events) });
    },
    async takeBackHelped(id, { marks }) {
      await deleteHelped(db, { id, marks });
    },
  };
}

type Bytes = Uint8Array;
type Unmarking = { readonly id: string; readonly marks: readonly Bytes[] };
type Marking = Unmarking & { readonly mark: Bytes | undefined; readonly events: string };

const insertMeToo = prepared<Marking & { readonly sealed: Bytes }, Saved>(
  (at) => sql<Saved>`
    WITH marked AS (
      INSERT INTO me_too (question_id, mark, sealed_person)
      SELECT ${at.id}::uuid, ${at.mark}::bytea, ${at.sealed}::bytea
      WHERE NOT EXISTS (SELECT FROM me_too WHERE question_id = ${at.id}::uuid AND mark = ANY(${at.marks}::bytea[]))
      ON CONFLICT DO NOTHING RETURNING question_id),
    head AS (
      UPDATE question SET me_too_count = me_too_count + 1 FROM marked WHERE question.id = marked.question_id
      RETURNING question.id),
    told AS (${writeEvents('head', at.events)})
    SELECT id FROM head
  `,
);

const deleteMeToo = prepared<Unmarking & { readonly events: string }, Saved>(
  (at) => sql<Saved>`
    WITH unmarked AS (
      DELETE FROM me_too WHERE question_id = ${at.id}::uuid AND mark = ANY(${at.marks}::bytea[]) RETURNING question_id),
    head AS (
      UPDATE question SET me_too_count = me_too_count - (SELECT count(*) FROM unmarked)
      WHERE question.id IN (SELECT question_id FROM unmarked) RETURNING question.id),
    told AS (${writeEvents('head', at.events)})
    SELECT id FROM head
  `,
);

const insertHelped = prepared<Marking, Saved>(
  (at) => sql<Saved>`
    WITH marked AS (
      INSERT INTO helped (answer_id, mark)
      SELECT ${at.id}::uuid, ${at.mark}::bytea
      WHERE NOT EXISTS (SELECT FROM helped WHERE answer_id = ${at.id}::uuid AND mark = ANY(${at.marks}::bytea[]))
      ON CONFLICT DO NOTHING RETURNING answer_id),
    head AS (
      UPDATE answer SET helped_count = helped_count + 1 FROM marked WHERE answer.id = marked.answer_id
      RETURNING answer.id),
    told AS (${writeEvents('head', at.events)})
    SELECT id FROM head
  `,
);

const deleteHelped = prepared<Unmarking, Saved>(
  (at) => sql<Saved>`
    WITH unmarked AS (
      DELETE FROM helped WHERE answer_id = ${at.id}::uuid AND mark = ANY(${at.marks}::bytea[]) RETURNING answer_id)
    UPDATE answer SET helped_count = helped_count - (SELECT count(*) FROM unmarked)
    WHERE id IN (SELECT answer_id FROM unmarked) RETURNING id
  `,
);
