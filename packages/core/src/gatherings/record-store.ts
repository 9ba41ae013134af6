import { type Kysely, sql } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { gatheringLimits } from './limits.ts';
import type { MetDate, RecordStore } from './ports.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

export function sqlRecords({ db, newId }: Deps): RecordStore {
  const factsOf = ({ gathering, date, by }: MetDate) => ({
    occurrenceId: date.id,
    gatheringId: gathering.id,
    communityId: gathering.communityId,
    personId: by.personId,
  });

  return {
    async addItem(met, { text, minutes }, now) {
      const { gathering, date, by } = met;
      return db.transaction().execute(async (tx) => {
        await sql`SELECT id FROM occurrence WHERE id = ${date.id} FOR UPDATE`.execute(tx);
        const { rows } = await sql<{ count: number }>`
          SELECT count(*) FROM agenda_item WHERE occurrence_id = ${date.id}`.execute(tx);
        if ((rows[0]?.count ?? 0) >= gatheringLimits.agenda) return false;
        await tx
          .insertInto('agenda_item')
          .values({
            id: newId(),
            occurrence_id: date.id,
            by: by.personId,
            text,
            minutes: minutes ?? null,
            at: now,
            hidden_at: null,
          })
          .execute();
        const fact = { type: 'agenda.added', ...factsOf(met) };
        await appendEvents(tx, { organisationId: gathering.organisationId, at: now, newId }, [fact]);
        return true;
      });
    },

    async authorOf(occurrenceId, itemId) {
      const row = await db
        .selectFrom('agenda_item')
        .select('by')
        .where('id', '=', itemId)
        .where('occurrence_id', '=', occurrenceId)
        .executeTakeFirst();
      return row && { by: row.by as PersonId };
    },

    async removeItem(occurrenceId, itemId) {
      await db.deleteFrom('agenda_item').where('id', '=', itemId).where('occurrence_id', '=', occurrenceId).execute();
    },

    async noteAttendance(occurrenceId, personId, notedBy, now) {
      await db
        .insertInto('attendance')
        .values({ occurrence_id: occurrenceId, person_id: personId, at: now, noted_by: notedBy ?? null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async forgetAttendance(occurrenceId, personId) {
      await db
        .deleteFrom('attendance')
        .where('occurrence_id', '=', occurrenceId)
        .where('person_id', '=', personId)
        .execute();
    },

    async writeRecap(met, { recap, outcomes }, now) {
      const { gathering, date, by } = met;
      await db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ first: boolean }>`
          UPDATE occurrence SET recap = ${recap}, outcomes = ${outcomes}::text[], recap_by = ${by.personId},
            recap_at = ${now}, revision = occurrence.revision + 1
          FROM (SELECT id, recap AS before FROM occurrence WHERE id = ${date.id} FOR UPDATE) AS old
          WHERE occurrence.id = old.id AND occurrence.revision = ${date.revision} RETURNING old.before IS NULL AS first`.execute(
          tx,
        );
        if (rows.length === 0) throw new StaleWriteError(date.id);
        if (!rows[0]?.first) return;
        const fact = { type: 'occurrence.recapped', ...factsOf(met) };
        await appendEvents(tx, { organisationId: gathering.organisationId, at: now, newId }, [fact]);
      });
    },
  };
}
