import { type Kysely, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { CommunityId, OrganisationId, PersonId, RoundId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents, eventRows, writeEvents } from '../sql/outbox.ts';
import { type Arrangement, unarranged } from './arrangement.ts';
import type { IntroductionEvent } from './events.ts';
import { knownIn } from './known-queries.ts';
import type { RoundStore } from './ports.ts';
import { introductionCadences } from './limits.ts';
import { type Introduction, isStillRight, type Round } from './round.ts';
import type { IntroductionTables } from './tables.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

type StandingRow = IntroductionTables['introduction_arrangement'] & {
  readonly number: number | null;
  readonly introduced_at: Date | null;
};

const UNIQUE_VIOLATION = '23505';

export function sqlRoundStore({ db, newId }: Deps): RoundStore {
  return {
    async standing({ id, organisationId }) {
      // In one statement: a round that begins meanwhile, and moves the next one, is in both of them or in none.
      const { rows } = await sql<StandingRow>`
        SELECT arrangement.*, last.number, last.introduced_at
        FROM (SELECT max(number) AS number,
            max(begun_at) FILTER (WHERE groups IS NULL OR groups > 0) AS introduced_at
          FROM introduction_round WHERE community_id = ${id}) last
        LEFT JOIN introduction_arrangement arrangement ON arrangement.community_id = ${id}
      `.execute(db);
      const [row] = rows;
      return {
        arrangement: row?.community_id ? arrangementOf(row) : unarranged(id, organisationId),
        lastNumber: row?.number ?? 0,
        lastAt: row?.introduced_at ?? undefined,
      };
    },

    async saveArrangement({ state }) {
      const row = {
        cadence: state.cadence,
        size: state.size,
        next_at: state.nextAt ?? null,
        arranged_by: state.arrangedBy ?? null,
        revision: state.revision,
      };
      const { numInsertedOrUpdatedRows: saved } = await db
        .insertInto('introduction_arrangement')
        .values({ ...row, community_id: state.communityId, organisation_id: state.organisationId })
        .onConflict((conflict) =>
          conflict
            .column('community_id')
            .doUpdateSet(row)
            .where('introduction_arrangement.revision', '=', state.revision - 1),
        )
        .executeTakeFirstOrThrow();
      if (saved !== 1n) throw new StaleWriteError(state.communityId);
    },

    async begin(round, nextAt) {
      await db.transaction().execute(async (tx) => {
        await insertRound(tx, round);
        await moveNext(tx, round.communityId, nextAt).execute();
        const { id: roundId, communityId, organisationId, begunAt: at } = round;
        const begun: IntroductionEvent = { type: 'introductions.round-begun', roundId, communityId };
        await appendEvents(tx, { organisationId, at, newId }, [begun]);
      });
    },

    async postpone(communityId, nextAt) {
      await moveNext(db, communityId, nextAt).execute();
    },

    async due(now, limit) {
      const rows = await db
        .selectFrom('introduction_arrangement')
        .innerJoin('community', 'community.id', 'introduction_arrangement.community_id')
        .selectAll('introduction_arrangement')
        .where('introduction_arrangement.next_at', '<=', now)
        .where('community.closed_at', 'is', null)
        .orderBy('introduction_arrangement.next_at')
        // All begin on the same morning, and whoever is in two communities is introduced in the first. So the rarest come
        // first, and each day has an order of its own, or that would always be the same one.
        .orderBy(sql`array_position(${[...introductionCadences]}::text[], introduction_arrangement.cadence)`, 'desc')
        .orderBy(sql`md5(introduction_arrangement.community_id::text || introduction_arrangement.next_at::date)`)
        .limit(limit)
        .execute();
      return rows.map(arrangementOf);
    },

    async find(id) {
      const row = await db.selectFrom('introduction_round').selectAll().where('id', '=', id).executeTakeFirst();
      return row && roundOf(row);
    },

    async unplanned(before, limit) {
      const rows = await db
        .selectFrom('introduction_round')
        .select('id')
        .where('planned_at', 'is', null)
        .where('begun_at', '<', before)
        .orderBy('begun_at')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id as RoundId);
    },

    known: (communityId, now) => knownIn(db, communityId, now),

    savePlan: (round, { known, plan, introductions, tryAt }, now) =>
      db.transaction().execute(async (tx) => {
        // Two rounds that are saved at once could both introduce somebody who is in both communities.
        await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`introductions ${round.organisationId}`}, 0))`.execute(
          tx,
        );
        const saved = await tx
          .selectFrom('introduction_round')
          .select('planned_at')
          .where('id', '=', round.id)
          .executeTakeFirst();
        // Planned already, by another process; or its community is gone.
        if (!saved || saved.planned_at) return true;
        if (!isStillRight(known, await knownIn(tx, round.communityId, now))) return false;
        await tx
          .updateTable('introduction_round')
          .set({
            planned_at: now,
            people: known.candidates.length - plan.left.length,
            groups: plan.groups.length,
            repeats: plan.repeats,
            share: plan.quality.share ?? null,
          })
          .where('id', '=', round.id)
          .execute();
        if (tryAt) await moveNext(tx, round.communityId, tryAt).where('next_at', '>', tryAt).execute();
        await insertIntroductions(tx, round, introductions, { now, newId });
        return true;
      }),
  };
}

async function insertRound(tx: Transaction<Database>, round: Round): Promise<void> {
  try {
    await tx
      .insertInto('introduction_round')
      .values({
        id: round.id,
        organisation_id: round.organisationId,
        community_id: round.communityId,
        number: round.number,
        size: round.size,
        begun_at: round.begunAt,
        begun_by: round.begunBy ?? null,
        planned_at: null,
        people: null,
        groups: null,
        repeats: null,
        share: null,
      })
      .execute();
  } catch (error) {
    // Somebody began this very round a moment ago.
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) throw new StaleWriteError(round.communityId);
    throw error;
  }
}

const moveNext = (db: Kysely<Database>, communityId: CommunityId, nextAt: Date | undefined) =>
  db
    .updateTable('introduction_arrangement')
    .set({ next_at: nextAt ?? null })
    .where('community_id', '=', communityId);

/** All of them in three statements, however many there are. */
async function insertIntroductions(
  tx: Transaction<Database>,
  { id: roundId, organisationId, communityId }: Round,
  introductions: readonly Introduction[],
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): Promise<void> {
  if (introductions.length === 0) return;
  const rows = JSON.stringify(
    introductions.map(({ id, times, askAt, people }) => ({ id, times, ask_at: askAt, people })),
  );
  await sql`
    INSERT INTO introduction (id, organisation_id, community_id, round_id, at, times, ask_at)
    SELECT id, ${organisationId}, ${communityId}, ${roundId}, ${now}, times, ask_at
    FROM jsonb_to_recordset(${rows}::jsonb) AS made(id uuid, times timestamptz[], ask_at timestamptz)
  `.execute(tx);
  await sql`
    INSERT INTO introduced (introduction_id, round_id, person_id, at)
    SELECT id, ${roundId}, unnest(people), ${now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS made(id uuid, people uuid[])
  `.execute(tx);
  const events = introductions.map(({ id: introductionId }): IntroductionEvent => ({
    type: 'introduction.made',
    introductionId,
    communityId,
  }));
  await sql`WITH saved AS (SELECT) ${writeEvents('saved', eventRows({ organisationId, at: now, newId }, events))}`.execute(
    tx,
  );
}

const arrangementOf = (row: IntroductionTables['introduction_arrangement']): Arrangement => ({
  communityId: row.community_id as CommunityId,
  organisationId: row.organisation_id as OrganisationId,
  cadence: row.cadence,
  size: row.size,
  nextAt: row.next_at ?? undefined,
  arrangedBy: (row.arranged_by ?? undefined) as PersonId | undefined,
  revision: row.revision,
});

const roundOf = (row: IntroductionTables['introduction_round']): Round => ({
  id: row.id as RoundId,
  organisationId: row.organisation_id as OrganisationId,
  communityId: row.community_id as CommunityId,
  number: row.number,
  size: row.size,
  begunAt: row.begun_at,
  begunBy: (row.begun_by ?? undefined) as PersonId | undefined,
  plannedAt: row.planned_at ?? undefined,
});
