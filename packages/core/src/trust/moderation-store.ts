import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { Item } from './item.ts';
import { readItems } from './item-queries.ts';
import type { AuditEntry } from './moderation.ts';
import type { ModerationStore } from './ports.ts';
import type { Sealing } from './sealing.ts';
import type { SubjectKind } from './subject.ts';

type Deps = {
  readonly db: Kysely<Database>;
  readonly sealing: Sealing;
  readonly newId: () => string;
  readonly now: () => Date;
};

export function sqlModerationStore(deps: Deps): ModerationStore {
  const { db, newId } = deps;
  return {
    async find(actor, { kind, id }) {
      const [item] = await readItems(deps, actor, { kind, ids: [id] });
      return item?.visible ? item : undefined;
    },

    async addReport(item, report, events) {
      await db.transaction().execute(async (tx) => {
        const [mark] = report.marks;
        const { rows } = await sql<{ id: string }>`
          UPDATE report SET reason = ${report.reason}, note = ${report.note ?? null}
          WHERE subject_id = ${item.subject.id} AND mark = ANY(${report.marks}::bytea[]) AND answered_at IS NULL
          RETURNING id
        `.execute(tx);
        if (rows.length > 0) return;
        const { rows: added } = await sql<{ id: string }>`
          INSERT INTO report (id, organisation_id, community_id, subject_kind, subject_id, mark, sealed_reporter, reason,
            note, at)
          VALUES (${report.id}, ${item.organisationId}, ${item.communityId}, ${item.subject.kind}, ${item.subject.id},
            ${mark}, ${report.sealed}, ${report.reason}, ${report.note ?? null}, ${report.at})
          ON CONFLICT (subject_id, mark) WHERE answered_at IS NULL DO NOTHING RETURNING id
        `.execute(tx);
        if (added.length > 0)
          await appendEvents(tx, { organisationId: item.organisationId, at: report.at, newId }, events);
      });
    },

    async save({ item, hidden, answersReports, entry, events }) {
      await db.transaction().execute(async (tx) => {
        if (hidden !== undefined) await setHidden(tx, item, { hidden, at: entry.at });
        if (answersReports) {
          await tx
            .updateTable('report')
            .set({ answered_at: entry.at })
            .where('subject_id', '=', item.subject.id)
            .where('answered_at', 'is', null)
            .execute();
        }
        await writeEntry(tx, item, entry);
        await appendEvents(tx, { organisationId: item.organisationId, at: entry.at, newId }, events);
      });
    },
  };
}

type Rows = { readonly table: string; readonly column?: string; readonly also?: RawBuilder<unknown> };

/** Where each kind is marked as hidden. */
const rowsOf: Readonly<Record<SubjectKind, Rows>> = {
  question: { table: 'question' },
  answer: { table: 'answer' },
  comment: { table: 'comment' },
  practice: { table: 'practice' },
  'agenda-item': { table: 'agenda_item' },
  // It is another one in calendars then, which keep what has the same number.
  gathering: { table: 'gathering', also: sql`, revision = revision + 1` },
  recap: { table: 'occurrence', column: 'recap_hidden_at' },
};

type Hiding = { readonly hidden: boolean; readonly at: Date };

/** Hides or shows one row; an answer that is hidden is not counted either. */
async function setHidden(tx: Transaction<Database>, { subject, questionId }: Item, { hidden, at }: Hiding) {
  const { table, column = 'hidden_at', also = sql`` } = rowsOf[subject.kind];
  const { numAffectedRows } = await sql`
    UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${hidden ? at : null} ${also}
    WHERE id = ${subject.id} AND ${sql.ref(column)} ${hidden ? sql`IS NULL` : sql`IS NOT NULL`}`.execute(tx);
  if (numAffectedRows !== 1n) throw new StaleWriteError(subject.id);

  if (subject.kind === 'answer' && questionId !== undefined) {
    await tx
      .updateTable('question')
      .set((eb) => ({ answer_count: eb('answer_count', hidden ? '-' : '+', 1) }))
      .where('id', '=', questionId)
      .execute();
  }
}

/** The audit log is only ever added to. */
export async function writeEntry(tx: Transaction<Database>, item: Item, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      id: entry.id,
      organisation_id: item.organisationId,
      community_id: item.communityId,
      by: entry.by,
      action: entry.action,
      subject_kind: item.subject.kind,
      subject_id: item.subject.id,
      reason: entry.reason,
      at: entry.at,
    })
    .execute();
}
