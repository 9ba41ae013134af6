import { type Kysely, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { olderThan } from '../sql/microseconds.ts';
import type { Sealing } from '../trust/sealing.ts';
import { listOwnBroadcasts } from './broadcast-queries.ts';
import { isUnseen, type Names, type SubjectKind } from './happening.ts';
import { type Before, microseconds, nameIn, namesOf, selvesOf } from './names-queries.ts';
import type { NotificationQueries } from './ports.ts';
import { listRecipientsOf } from './recipient-queries.ts';
import { type NotificationRecord, viewNotification } from './view.ts';

type Deps = { readonly db: Kysely<Database>; readonly sealing: Pick<Sealing, 'open'> };

type Row = {
  readonly id: string;
  readonly at_us: number;
  readonly created_at: Date;
  readonly what: string;
  readonly kind: NotificationRecord['kind'];
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly community_id: string | null;
  readonly because: string | null;
  readonly state: string;
  readonly failure: string | null;
  readonly due_at: Date;
  readonly sealed_recipient: Buffer | null;
};

/** Seals that are opened for one page: of the newest messages to unnamed people of the viewer's communities. */
const SEALS = 2000;

export function sqlNotificationQueries({ db, sealing }: Deps): NotificationQueries {
  return {
    async list(actor, { cursor, limit }) {
      const before = readCursor(cursor, 'number', 'id');
      const [own, veiled, selves] = await Promise.all([
        ownQuery(actor, before, limit).execute(db),
        sealedQuery(actor, before).execute(db),
        selvesOf(db, actor),
      ]);
      const mine = veiled.rows.filter(({ id, sealed_recipient }) => {
        const personId = sealed_recipient && sealing.open(sealed_recipient, id);
        return personId !== undefined && personId !== null && selves.has(personId);
      });
      const rows = [...own.rows, ...mine].toSorted((a, b) => b.at_us - a.at_us || (a.id < b.id ? 1 : -1));
      const shown = rows.slice(0, limit + 1).map(asShown);
      const names = await namesOf(db, actor, shown);
      return pageOf(
        shown,
        limit,
        ({ at_us, id }) => [at_us, id],
        (row) => viewNotification(recordOf(row, names)),
      );
    },

    broadcasts: (actor, page) => listOwnBroadcasts({ db, sealing }, actor, page),
    recipients: (actor, broadcastId, page) => listRecipientsOf({ db, sealing }, actor, broadcastId, page),
  };
}

const columns = sql`n.id, ${microseconds(sql`n.created_at`)}, n.created_at, n.what, n.kind, n.subject_kind, n.subject_id,
  n.community_id, n.because, n.state, n.failure, n.due_at, n.sealed_recipient`;

const ownQuery = (actor: Actor, before: Before, limit: number) => sql<Row>`
  SELECT ${columns} FROM notification n
  WHERE n.recipient_id = ${actor.personId} AND ${olderThan(sql`n.created_at`, sql`n.id`, before)}
  ORDER BY n.created_at DESC, n.id DESC LIMIT ${sql.lit(limit + 1)}
`;

/** Whose these are nobody can tell but by opening them; they are looked for where the viewer may have written. */
const sealedQuery = (actor: Actor, before: Before) => sql<Row>`
  SELECT ${columns} FROM notification n
  WHERE n.sealed_recipient IS NOT NULL
    AND n.community_id IN (SELECT community_id FROM membership WHERE person_id = ${actor.personId})
    AND ${olderThan(sql`n.created_at`, sql`n.id`, before)}
  ORDER BY n.created_at DESC, n.id DESC LIMIT ${sql.lit(SEALS)}
`;

/** What is not for them any more is called by its community, and leads there. */
const asShown = (row: Row): Row =>
  isUnseen(row.what) && row.community_id ? { ...row, subject_kind: 'community', subject_id: row.community_id } : row;

const recordOf = (row: Row, names: ReadonlyMap<string, Names>): NotificationRecord => ({
  id: row.id,
  what: row.what,
  kind: row.kind,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  because: row.because,
  state: row.state,
  failure: row.failure,
  dueAt: row.due_at,
  at: row.created_at,
  names: nameIn(names, row),
});
