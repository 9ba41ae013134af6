import { type Kysely, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { itemsOf } from './about-queries.ts';
import type { TrustViews } from './ports.ts';
import type { Sealing } from './sealing.ts';
import type { SubjectKind } from './subject.ts';
import { sqlUnmaskingViews } from './unmasking-queries.ts';
import { type AuditRow, type ReportedRow, viewAuditEntry, viewReportedItem } from './view.ts';
import { utc } from '../kernel/instant.ts';

type Deps = { readonly db: Kysely<Database>; readonly sealing: Sealing; readonly now: () => Date };

type Waiting = {
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly first: Date;
  readonly sent: ReportedRow['sent'];
};

export function sqlTrustViews(deps: Deps): TrustViews {
  const { db } = deps;
  return {
    async queue(actor, communityId, { cursor, limit }) {
      const after = readCursor(cursor, 'instant', 'id');
      const { rows } = await sql<Waiting>`
        SELECT * FROM (
          SELECT subject_kind, subject_id, min(at) AS first,
            json_agg(json_build_object('reason', reason, 'note', note, 'at', at) ORDER BY at, id) AS sent
          FROM report WHERE community_id = ${communityId} AND answered_at IS NULL
          GROUP BY subject_kind, subject_id) waiting
        ${after ? sql`WHERE (first, subject_id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
        ORDER BY first, subject_id LIMIT ${limit + 1}
      `.execute(db);
      const byId = await itemsOf(deps, actor, rows);
      const page = pageOf(
        rows,
        limit,
        ({ first, subject_id }) => [utc(first), subject_id],
        (row) => ({ row, item: byId.get(row.subject_id) }),
      );
      // A comment that its author has removed leaves its reports behind: there is nothing to decide any more.
      const shown = page.items.flatMap(({ row, item }) =>
        item ? [viewReportedItem({ ...item, sent: row.sent })] : [],
      );
      return { ...page, items: shown };
    },

    async audit(actor, communityId, { cursor, limit }) {
      const before = readCursor(cursor, 'instant', 'id');
      const { rows } = await sql<AuditRow>`
        SELECT e.id, e.at, e.action, e.subject_kind, e.subject_id, e.reason, ${personJson('p')} AS person
        FROM audit_entry e JOIN person p ON p.id = e.by
        WHERE e.community_id = ${communityId}
          ${before ? sql`AND (e.at, e.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``}
        ORDER BY e.at DESC, e.id DESC LIMIT ${limit + 1}
      `.execute(db);
      const byId = await itemsOf(deps, actor, rows);
      return pageOf(
        rows,
        limit,
        ({ at, id }) => [utc(at), id],
        (row) => viewAuditEntry(row, byId.get(row.subject_id)),
      );
    },

    ...sqlUnmaskingViews(deps),
  };
}
