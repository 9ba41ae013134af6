import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { CommunityId, MentorshipId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import type { Mentorship } from './mentorship.ts';
import type { MentorshipStore } from './ports.ts';
import type { LearningTables } from './tables.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

type Row = { readonly [Column in keyof LearningTables['mentorship']]: LearningTables['mentorship'][Column] } & {
  readonly sessions:
    | readonly { readonly held_on: string; readonly note: string; readonly by: string; readonly at: string }[]
    | null;
  readonly reflections: readonly { readonly by: string; readonly text: string; readonly at: string }[] | null;
};

/** What the two noted of a mentorship whose id this is: `sessions` and `reflections`. */
export const notesOf = (id: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (SELECT json_agg(noted ORDER BY noted.position) FROM mentoring_session noted WHERE noted.mentorship_id = ${id})
    AS sessions,
  (SELECT json_agg(said ORDER BY said.at) FROM mentoring_reflection said WHERE said.mentorship_id = ${id})
    AS reflections`;

const columns = sql`mentorship.*, ${notesOf(sql`mentorship.id`)}`;

export function sqlMentorshipStore({ db, newId }: Deps): MentorshipStore {
  return {
    async find({ personId, organisationId }, id) {
      const { rows } = await sql<Row>`
        SELECT ${columns} FROM mentorship
        WHERE id = ${id} AND organisation_id = ${organisationId} AND ${personId} IN (mentor_id, mentee_id)
      `.execute(db);
      return rows[0] && fromRow(rows[0]);
    },

    async due(now, limit) {
      const { rows } = await sql<Row>`
        SELECT ${columns} FROM mentorship WHERE remind_at <= ${now} ORDER BY remind_at LIMIT ${limit}
      `.execute(db);
      return rows.map(fromRow);
    },

    async save({ state, events }, at) {
      await db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('mentorship')
          .set({
            state: state.state,
            paused_until: state.pausedUntil ?? null,
            closed_at: state.closedAt ?? null,
            remind_at: state.remindAt ?? null,
            revision: state.revision,
          })
          .where('id', '=', state.id)
          .where('revision', '=', state.revision - 1)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) throw new StaleWriteError(state.id);
        await saveNotes(tx, state);
        await appendEvents(tx, { organisationId: state.organisationId, at, newId }, events);
      });
    },
  };
}

/** Whoever had themselves erased meets nobody any more: what they were in the middle of is closed. */
export const mentorshipSubscriber = (now: () => Date): Subscriber => ({
  name: 'mentorships',
  on: ['person.erased'],
  async handle(tx, { personId }) {
    await sql`
      UPDATE mentorship SET state = 'closed', closed_at = ${now()}, paused_until = NULL, remind_at = NULL,
        revision = revision + 1
      WHERE state <> 'closed' AND ${String(personId)}::uuid IN (mentor_id, mentee_id)
    `.execute(tx);
  },
});

export async function insertMentorship(tx: Transaction<Database>, one: Mentorship): Promise<void> {
  await tx
    .insertInto('mentorship')
    .values({
      id: one.id,
      organisation_id: one.organisationId,
      community_id: one.communityId,
      mentor_id: one.mentorId,
      mentee_id: one.menteeId,
      goal: one.goal,
      topics: [...one.topics],
      rhythm: one.rhythm,
      state: one.state,
      paused_until: one.pausedUntil ?? null,
      began_at: one.beganAt,
      closed_at: one.closedAt ?? null,
      remind_at: one.remindAt ?? null,
      revision: one.revision,
    })
    .execute();
}

/** Sessions are added and stay; a reflection takes the place of the one before it, or is taken back. */
async function saveNotes(tx: Transaction<Database>, { id, sessions, reflections }: Mentorship): Promise<void> {
  const noted = sessions.map((one, position) => ({
    position,
    held_on: one.heldOn,
    note: one.note,
    by: one.by,
    at: one.at,
  }));
  await sql`
    INSERT INTO mentoring_session (mentorship_id, position, held_on, note, by, at)
    SELECT ${id}, one.* FROM jsonb_to_recordset(${JSON.stringify(noted)}::jsonb)
      AS one(position integer, held_on date, note text, by uuid, at timestamptz)
    ON CONFLICT DO NOTHING
  `.execute(tx);
  await tx.deleteFrom('mentoring_reflection').where('mentorship_id', '=', id).execute();
  if (reflections.length === 0) return;
  await tx
    .insertInto('mentoring_reflection')
    .values(reflections.map(({ by, text, at }) => ({ mentorship_id: id, by, text, at })))
    .execute();
}

const fromRow = (row: Row): Mentorship => ({
  id: row.id as MentorshipId,
  organisationId: row.organisation_id as OrganisationId,
  communityId: row.community_id as CommunityId,
  mentorId: row.mentor_id as PersonId,
  menteeId: row.mentee_id as PersonId,
  goal: row.goal,
  topics: row.topics,
  rhythm: row.rhythm,
  state: row.state,
  pausedUntil: row.paused_until ?? undefined,
  sessions: (row.sessions ?? []).map(({ held_on, note, by, at }) => ({
    heldOn: held_on,
    note,
    by: by as PersonId,
    at: new Date(at),
  })),
  reflections: (row.reflections ?? []).map(({ by, text, at }) => ({ by: by as PersonId, text, at: new Date(at) })),
  beganAt: row.began_at,
  closedAt: row.closed_at ?? undefined,
  remindAt: row.remind_at ?? undefined,
  revision: row.revision,
});
