import { type Kysely, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { CommunityId, OrganisationId, PersonId, QuestionId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { Subscriber } from '../sql/subscriber.ts';
import { visibleQuestion } from '../sql/visibility.ts';
import { conclude, type Consultation } from './consultation.ts';
import type { ConsultationStore, SnoozeStore } from './ports.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

export function sqlConsultationStore({ db, newId }: Deps): ConsultationStore {
  return {
    find: (questionId) => findIn(db, questionId),

    async save(change, at) {
      await db.transaction().execute(async (tx) => {
        await saveState(tx, change.state);
        await appendEvents(tx, { organisationId: change.state.organisationId, at, newId }, change.events);
      });
    },

    async puzzle(questionId) {
      const row = await db
        .selectFrom('question')
        .innerJoin('community', 'community.id', 'question.community_id')
        .select([
          'question.id',
          'question.organisation_id',
          'question.community_id',
          'question.title',
          'question.topics',
        ])
        .select(['question.state', 'question.author_id', 'question.hidden_at', 'community.closed_at'])
        .where('question.id', '=', questionId)
        .executeTakeFirst();
      if (!row) return undefined;
      return {
        questionId,
        organisationId: row.organisation_id as OrganisationId,
        communityId: row.community_id as CommunityId,
        title: row.title,
        topics: row.topics,
        open: (row.state === 'open' || row.state === 'with-expert') && !row.hidden_at && !row.closed_at,
        askers: new Set(row.author_id ? await accountsOf(db, row.author_id) : []),
      };
    },

    async due(now, limit) {
      const rows = await db
        .selectFrom('consultation')
        .select('question_id')
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .limit(limit)
        .execute();
      return rows.map(({ question_id }) => question_id as QuestionId);
    },

    async maySee(actor, questionId) {
      const found = await db
        .selectFrom('question')
        .innerJoin('community', 'community.id', 'question.community_id')
        .select('question.id')
        .where('question.id', '=', questionId)
        .where(visibleQuestion(actor))
        .executeTakeFirst();
      return found !== undefined;
    },

    async canHelp(communityId, personId) {
      const found = await db
        .selectFrom('membership')
        .innerJoin('person', 'person.id', 'membership.person_id')
        .select('membership.state')
        .where('membership.community_id', '=', communityId)
        .where('membership.person_id', '=', personId)
        .where('person.state', '=', 'present')
        .where('person.service_account', '=', false)
        .executeTakeFirst();
      return found?.state === 'member';
    },

    async helperOf({ consulted }, personId) {
      const helper = consulted.find((one) => one.personId === personId)?.passedTo;
      if (!helper) return undefined;
      return db
        .selectFrom('person')
        .select(['id', 'name', 'affiliation', 'guest', 'state'])
        .where('id', '=', helper)
        .executeTakeFirst();
    },
  };
}

/** Everybody that one person is, and was before accounts were linked. */
async function accountsOf(db: Kysely<Database>, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH one AS (SELECT coalesce(merged_into, id) AS id FROM person WHERE id = ${personId})
    SELECT id FROM one UNION SELECT person.id FROM person JOIN one ON person.merged_into = one.id
  `.execute(db);
  return rows.map(({ id }) => id);
}

async function findIn(db: Kysely<Database>, questionId: QuestionId): Promise<Consultation | undefined> {
  const row = await db.selectFrom('consultation').selectAll().where('question_id', '=', questionId).executeTakeFirst();
  if (!row) return undefined;
  const consulted = await db
    .selectFrom('consulted')
    .selectAll()
    .where('question_id', '=', questionId)
    .orderBy('asked_at')
    .execute();
  return {
    questionId,
    organisationId: row.organisation_id as OrganisationId,
    communityId: row.community_id as CommunityId,
    rounds: row.rounds,
    state: row.state,
    nextAt: row.next_at ?? undefined,
    consulted: consulted.map((one) => ({
      personId: one.person_id as PersonId,
      round: one.round,
      state: one.state,
      because: one.because,
      askedAt: one.asked_at,
      settledAt: one.settled_at ?? undefined,
      passedTo: (one.passed_to ?? undefined) as PersonId | undefined,
    })),
    revision: row.revision,
  };
}

async function saveState(tx: Transaction<Database>, state: Consultation): Promise<void> {
  const row = {
    question_id: state.questionId,
    organisation_id: state.organisationId,
    community_id: state.communityId,
    rounds: state.rounds,
    state: state.state,
    next_at: state.nextAt ?? null,
    revision: state.revision,
  };
  const { numInsertedOrUpdatedRows: saved } = await tx
    .insertInto('consultation')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('question_id')
        .doUpdateSet(row)
        .where('consultation.revision', '=', state.revision - 1),
    )
    .executeTakeFirstOrThrow();
  if (saved !== 1n) throw new StaleWriteError(state.questionId);

  const consulted = state.consulted.map((one) => ({
    person_id: one.personId,
    round: one.round,
    state: one.state,
    because: one.because,
    asked_at: one.askedAt,
    settled_at: one.settledAt ?? null,
    passed_to: one.passedTo ?? null,
  }));
  await sql`
    INSERT INTO consulted (question_id, person_id, round, state, because, asked_at, settled_at, passed_to)
    SELECT ${state.questionId}, one.* FROM jsonb_to_recordset(${JSON.stringify(consulted)}::jsonb) AS one(person_id uuid,
      round integer, state text, because text, asked_at timestamptz, settled_at timestamptz, passed_to uuid)
    ON CONFLICT (question_id, person_id) DO UPDATE
      SET state = excluded.state, settled_at = excluded.settled_at, passed_to = excluded.passed_to
  `.execute(tx);
  await tx
    .updateTable('question')
    .set({ asked_count: state.consulted.filter((one) => one.state === 'asked').length })
    .where('id', '=', state.questionId)
    .execute();
}

/** Ends the asking when there is an answer, or none is looked for any more. */
export const consultationSubscriber = (now: () => Date): Subscriber => ({
  name: 'consultations',
  on: ['answer.given', 'question.closed', 'question.marked-duplicate', 'question.kept'],
  async handle(tx, { type, questionId, personId }) {
    const consultation = await findIn(tx, String(questionId) as QuestionId);
    if (!consultation) return;
    const by = type === 'answer.given' && typeof personId === 'string' ? (personId as PersonId) : undefined;
    const concluded = conclude(consultation, by, now());
    if (concluded) await saveState(tx, concluded.state);
  },
});

export const sqlSnoozes = ({ db }: { readonly db: Kysely<Database> }): SnoozeStore => ({
  async snooze(personId, topic, until, now) {
    await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('topic_snooze').where('person_id', '=', personId).where('until', '<=', now).execute();
      await tx
        .insertInto('topic_snooze')
        .values({ person_id: personId, topic, until })
        .onConflict((conflict) => conflict.columns(['person_id', 'topic']).doUpdateSet({ until }))
        .execute();
      // The person's choices have changed: a form that was open before says so instead of taking it back.
      await tx
        .insertInto('notification_setting')
        .values({ person_id: personId, away_until: null, revision: 1 })
        .onConflict((conflict) =>
          conflict.column('person_id').doUpdateSet((eb) => ({ revision: eb('notification_setting.revision', '+', 1) })),
        )
        .execute();
    });
  },

  async of(personId, now) {
    return db
      .selectFrom('topic_snooze')
      .select(['topic', 'until'])
      .where('person_id', '=', personId)
      .where('until', '>', now)
      .orderBy('topic')
      .limit(100)
      .execute();
  },
});
