import { type Kysely, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { CommunityId, MentoringRequestId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { boardOf } from './board-store.ts';
import type { MentoringEvent } from './events.ts';
import { insertMentorship } from './mentorship-store.ts';
import type { MentoringStore } from './ports.ts';
import type { MentoringRequest, Proposal } from './request.ts';
import { tellReturns } from './returns-store.ts';
import { canStillAgree } from './still-queries.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

export function sqlMentoringStore({ db, newId }: Deps): MentoringStore {
  return {
    async offer(offer, at) {
      const row = {
        topics: [...offer.topics],
        room: offer.room,
        rhythm: offer.rhythm,
        note: offer.note,
        paused_until: offer.pausedUntil ?? null,
      };
      const { communityId, personId, organisationId } = offer;
      const offered: MentoringEvent = { type: 'mentoring.offered', communityId, personId };
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('mentor_offer')
          .values({
            ...row,
            community_id: communityId,
            person_id: personId,
            organisation_id: organisationId,
            since: at,
            revision: 1,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['community_id', 'person_id'])
              .doUpdateSet((eb) => ({ ...row, revision: eb('mentor_offer.revision', '+', 1) })),
          )
          .execute();
        await appendEvents(tx, { organisationId, at, newId }, [offered]);
      });
    },

    async withdrawOffer(communityId, personId) {
      const { numDeletedRows } = await db
        .deleteFrom('mentor_offer')
        .where('community_id', '=', communityId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    findRequest: (id) => readRequest(db, id),

    async isServiceAccount(personId) {
      const row = await db.selectFrom('person').select('service_account').where('id', '=', personId).executeTakeFirst();
      return row?.service_account === true;
    },

    async timeZoneOf(personId) {
      const person = db.selectFrom('person').select('time_zone').where('id', '=', personId);
      return (await person.executeTakeFirstOrThrow()).time_zone;
    },

    async offers(communityId, personId) {
      const row = await db
        .selectFrom('mentor_offer')
        .innerJoin('membership', (join) =>
          join
            .onRef('membership.community_id', '=', 'mentor_offer.community_id')
            .onRef('membership.person_id', '=', 'mentor_offer.person_id')
            .on('membership.state', '=', 'member'),
        )
        .select('mentor_offer.person_id')
        .where('mentor_offer.community_id', '=', communityId)
        .where('mentor_offer.person_id', '=', personId)
        .executeTakeFirst();
      return row !== undefined;
    },

    async looks(communityId, personId) {
      const row = await db
        .selectFrom('mentoring_request')
        .select('id')
        .where('seeker_id', '=', personId)
        .where('live', '=', communityId)
        .executeTakeFirst();
      return row !== undefined;
    },

    async saveRequest({ state, events }, at) {
      await db.transaction().execute(async (tx) => {
        await saveState(tx, state);
        await appendEvents(tx, { organisationId: state.organisationId, at, newId }, events);
      });
    },

    async agree(request, mentorship, at) {
      const { communityId, mentorId, organisationId } = mentorship;
      return db.transaction().execute(async (tx) => {
        // The row of the offer is the one at which all who agree for this mentor queue.
        const offer = await tx
          .selectFrom('mentor_offer')
          .select('room')
          .where('community_id', '=', communityId)
          .where('person_id', '=', mentorId)
          .forUpdate()
          .executeTakeFirst();
        const { taken } = await tx
          .selectFrom('mentorship')
          .select(({ fn }) => fn.countAll<number>().as('taken'))
          .where('community_id', '=', communityId)
          .where('mentor_id', '=', mentorId)
          .where('state', '<>', 'closed')
          .executeTakeFirstOrThrow();
        // Who has taken the offer back meanwhile and agrees all the same, agrees.
        if (offer && taken >= offer.room) return 'no-room';
        const { rows: still } = await sql`
          SELECT FROM mentoring_request q WHERE q.id = ${request.id} AND ${canStillAgree(sql`${mentorId}::uuid`)}`.execute(
          tx,
        );
        if (still.length === 0) return 'no-longer-looking';
        await saveState(tx, request);
        await insertMentorship(tx, mentorship);
        const { id, menteeId } = mentorship;
        const agreed: MentoringEvent = { type: 'mentoring.agreed', mentorshipId: id, communityId, personId: menteeId };
        await appendEvents(tx, { organisationId, at, newId }, [agreed]);
        return undefined;
      });
    },

    board: (communityId, now) => boardOf(db, communityId, now),

    async silent(now, limit) {
      const { rows } = await sql<{ readonly id: MentoringRequestId }>`
        (SELECT request_id AS id FROM mentoring_proposal WHERE state = 'asked' AND until <= ${now}
          ORDER BY until LIMIT ${limit})
        UNION
        (SELECT id FROM mentoring_request q WHERE state = 'asked'
          AND NOT EXISTS (SELECT FROM mentoring_proposal r WHERE r.request_id = q.id AND r.state = 'asked') LIMIT ${limit})
      `.execute(db);
      return rows.map(({ id }) => id);
    },

    tellReturns: (now) => tellReturns({ db, newId }, now),
  };
}

export async function readRequest(db: Kysely<Database>, id: MentoringRequestId): Promise<MentoringRequest | undefined> {
  const [row, proposals] = await Promise.all([
    db.selectFrom('mentoring_request').selectAll().where('id', '=', id).executeTakeFirst(),
    db.selectFrom('mentoring_proposal').selectAll().where('request_id', '=', id).orderBy('asked_at').execute(),
  ]);
  if (!row) return undefined;
  return {
    id,
    organisationId: row.organisation_id as OrganisationId,
    communityId: row.community_id as CommunityId,
    seekerId: row.seeker_id as PersonId,
    goal: row.goal,
    topics: row.topics,
    rhythm: row.rhythm,
    wishedId: (row.wished_id ?? undefined) as PersonId | undefined,
    state: row.state,
    proposals: proposals.map((one): Proposal => ({
      mentorId: one.mentor_id as PersonId,
      state: one.state,
      because: one.because,
      askedAt: one.asked_at,
      until: one.until,
      settledAt: one.settled_at ?? undefined,
    })),
    createdAt: row.created_at,
    revision: row.revision,
  };
}

export async function saveState(tx: Transaction<Database>, state: MentoringRequest): Promise<void> {
  const row = {
    id: state.id,
    organisation_id: state.organisationId,
    community_id: state.communityId,
    seeker_id: state.seekerId,
    goal: state.goal,
    topics: [...state.topics],
    rhythm: state.rhythm,
    wished_id: state.wishedId ?? null,
    state: state.state,
    created_at: state.createdAt,
    revision: state.revision,
  };
  if (state.revision === 1) {
    // Where the person looks for a mentor there already, nothing is inserted: somebody was first.
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('mentoring_request')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) throw new StaleWriteError(state.id);
    return;
  }
  const { numUpdatedRows } = await tx
    .updateTable('mentoring_request')
    .set({ state: state.state, revision: state.revision })
    .where('id', '=', state.id)
    .where('revision', '=', state.revision - 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new StaleWriteError(state.id);
  const proposals = state.proposals.map((one) => ({
    mentor_id: one.mentorId,
    state: one.state,
    because: one.because,
    asked_at: one.askedAt,
    until: one.until,
    settled_at: one.settledAt ?? null,
  }));
  await sql`
    INSERT INTO mentoring_proposal (request_id, mentor_id, state, because, asked_at, until, settled_at)
    SELECT ${state.id}, one.* FROM jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb)
      AS one(mentor_id uuid, state text, because text, asked_at timestamptz, until timestamptz, settled_at timestamptz)
    ON CONFLICT (request_id, mentor_id) DO UPDATE SET state = excluded.state, settled_at = excluded.settled_at
  `.execute(tx);
}
