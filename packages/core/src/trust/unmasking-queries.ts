import { type Kysely, sql } from 'kysely';
import { personJson } from '../communities/card-queries.ts';
import type { PersonCardRow } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import { encodeCursor, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import type { UnmaskingView } from './contract.ts';
import { isOwn } from './item.ts';
import { itemsOf } from './about-queries.ts';
import type { MetItem } from './item-queries.ts';
import { allows } from './permission.ts';
import type { TrustViews } from './ports.ts';
import type { Sealing } from './sealing.ts';
import type { TrustTables } from './tables.ts';
import { unmaskingOf } from './unmasking-store.ts';
import { seesAuthor, viewUnmasking } from './view.ts';
import { utc } from '../kernel/instant.ts';

type Deps = { readonly db: Kysely<Database>; readonly sealing: Sealing; readonly now: () => Date };
type Row = TrustTables['unmasking'] & { readonly asker: PersonCardRow; readonly decider: PersonCardRow | null };

const columns = sql`u.*, ${personJson('a')} AS asker, CASE WHEN d.id IS NOT NULL THEN ${personJson('d')} END AS decider`;
const from = sql`unmasking u JOIN person a ON a.id = u.asked_by LEFT JOIN person d ON d.id = u.decided_by`;

export function sqlUnmaskingViews(deps: Deps): Pick<TrustViews, 'unmaskings' | 'unmasking'> {
  const { db } = deps;
  return {
    async unmaskings(actor, { communityId, capacities }, { cursor, limit }) {
      const before = readCursor(cursor, 'instant', 'id');
      const { rows } = await sql<Row>`
        SELECT ${columns} FROM ${from}
        WHERE u.community_id = ${communityId}
          ${before ? sql`AND (u.asked_at, u.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``}
        ORDER BY u.asked_at DESC, u.id DESC LIMIT ${limit + 1}
      `.execute(db);
      const shown = rows.slice(0, limit);
      const seen = await present(deps, actor, shown);
      const all = allows(capacities, 'unmask');
      // Whoever wrote it sees what was decided about it, and nothing of what others wrote.
      const items = seen.filter(({ own, view }) => all || (own && view.state !== 'waiting')).map(({ view }) => view);
      const last = shown.at(-1);
      return rows.length > limit && last
        ? { items, nextCursor: encodeCursor([utc(last.asked_at), last.id]) }
        : { items };
    },

    async unmasking(actor, id) {
      const { rows } = await sql<Row>`SELECT ${columns} FROM ${from} WHERE u.id = ${id}`.execute(db);
      const [seen] = await present(deps, actor, rows);
      return seen?.view;
    },
  };
}

type Seen = { readonly view: UnmaskingView; readonly own: boolean };

async function present(deps: Deps, actor: Actor, rows: readonly Row[]): Promise<readonly Seen[]> {
  const byId = await itemsOf(deps, actor, rows);
  return Promise.all(
    rows.flatMap((row) => {
      const item = byId.get(row.subject_id);
      return item ? [view(deps, row, item)] : [];
    }),
  );
}

async function view({ db }: Deps, row: Row, item: MetItem): Promise<Seen> {
  const unmasking = unmaskingOf(row);
  const author = seesAuthor(unmasking, item) && item.by ? await personById(db, item.by) : undefined;
  const people = { askedBy: row.asker, decidedBy: row.decider ?? undefined, author };
  return { view: viewUnmasking(unmasking, item, people), own: isOwn(item) };
}

async function personById(db: Kysely<Database>, id: string): Promise<PersonCardRow | undefined> {
  const { rows } = await sql<PersonCardRow>`
    SELECT p.id, p.name, p.affiliation, p.guest, p.state FROM person f
    JOIN person p ON p.id = coalesce(f.merged_into, f.id) WHERE f.id = ${id}
  `.execute(db);
  return rows[0];
}
