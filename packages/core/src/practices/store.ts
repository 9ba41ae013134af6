import type { Kysely, Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { StaleWriteError } from '../kernel/errors.ts';
import type { AdoptionId, CommunityId, OrganisationId, PersonId, PracticeId, QuestionId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { visiblePractice } from '../sql/visibility.ts';
import { usingTeams } from './life-step.ts';
import type { AdoptionKind, AdoptionOutcome, CreditKind, Life, PracticeVisibility } from './life.ts';
import { countPractices, saveParts } from './parts-store.ts';
import type { PracticeStore } from './ports.ts';
import { type Measure, type Practice, type PracticeChange, practiceSummary } from './practice.ts';
import type { PracticeRow } from './tables.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string; readonly now: () => Date };

export function sqlPracticeStore({ db, newId, now }: Deps): PracticeStore {
  return {
    async find(actor, id) {
      const row = await selectWhole(db, id).where(visiblePractice(actor)).executeTakeFirst();
      return row && fromRow(row);
    },

    async get(organisationId, id) {
      const row = await selectWhole(db, id).where('practice.organisation_id', '=', organisationId).executeTakeFirst();
      return row && fromRow(row);
    },

    async save(change, { keeps } = {}) {
      await db.transaction().execute((tx) => savePractice(tx, change, { newId, at: now(), keeps }));
    },
  };
}

/** Saves a practice within a transaction that saves something else with it. */
export async function savePractice(
  tx: Transaction<Database>,
  { state, events }: PracticeChange,
  { newId, at, keeps }: { readonly newId: () => string; readonly at: Date; readonly keeps?: QuestionId | undefined },
): Promise<void> {
  await saveRow(tx, state);
  if (keeps) await keepQuestion(tx, state.id, keeps);
  await saveParts(tx, state);
  if (events.some(({ type }) => type === 'practice.life-changed')) await countPractices(tx, state.communityId);
  await appendEvents(tx, { organisationId: state.organisationId, at, newId }, events);
}

const selectWhole = (db: Kysely<Database>, id: PracticeId) =>
  db
    .selectFrom('practice')
    .innerJoin('community', 'community.id', 'practice.community_id')
    .innerJoin('practice_version as latest', (join) =>
      join.onRef('latest.practice_id', '=', 'practice.id').onRef('latest.version', '=', 'practice.version'),
    )
    .selectAll('practice')
    .select(['latest.by as version_by', 'latest.note as version_note'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('practice_credit')
          .select(['person_id', 'credit', 'since'])
          .whereRef('practice_credit.practice_id', '=', 'practice.id')
          .orderBy('since'),
      ).as('credits'),
      jsonArrayFrom(
        eb
          .selectFrom('endorsement')
          .select(['person_id', 'endorsement.version', 'note', 'at'])
          .whereRef('endorsement.practice_id', '=', 'practice.id')
          .orderBy('at'),
      ).as('endorsements'),
      jsonArrayFrom(
        eb
          .selectFrom('adoption')
          .select(['adoption.id', 'by', 'kind', 'team', 'outcome', 'story', 'measure', 'at'])
          .whereRef('adoption.practice_id', '=', 'practice.id')
          .orderBy('at'),
      ).as('adoptions'),
    ])
    .where('practice.id', '=', id);

type WholeRow = Awaited<ReturnType<ReturnType<typeof selectWhole>['executeTakeFirstOrThrow']>>;

async function saveRow(tx: Transaction<Database>, state: Practice) {
  const row = toRow(state);
  const { numInsertedOrUpdatedRows: saved } = await tx
    .insertInto('practice')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(row)
        .where('practice.revision', '=', state.revision - 1),
    )
    .executeTakeFirstOrThrow();
  if (saved !== 1n) throw new StaleWriteError(state.id);
}

async function keepQuestion(tx: Transaction<Database>, id: PracticeId, keeps: QuestionId) {
  const { numUpdatedRows } = await tx
    .updateTable('question')
    .set({ kept_as: id })
    .where('id', '=', keeps)
    .where('kept_as', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new StaleWriteError(keeps);
}

const toRow = (practice: Practice): PracticeInsert => ({
  id: practice.id,
  organisation_id: practice.organisationId,
  community_id: practice.communityId,
  title: practice.title,
  context: practice.context,
  body: practice.body,
  summary: practiceSummary(practice),
  topics: [...practice.topics],
  life: practice.life,
  life_since: practice.lifeSince,
  life_reason: practice.lifeReason ?? null,
  visibility: practice.visibility,
  owner_id: practice.ownerId,
  review_by: practice.reviewBy ?? null,
  endorsement_count: practice.endorsements.length,
  team_count: usingTeams(practice),
  version: practice.version,
  created_at: practice.createdAt,
  updated_at: practice.updatedAt,
  revision: practice.revision,
});
type PracticeInsert = Omit<PracticeRow, 'endorsement_count' | 'team_count' | 'hidden_at'> & {
  endorsement_count: number;
  team_count: number;
};

const fromRow = (row: WholeRow): Practice => ({
  id: row.id as PracticeId,
  organisationId: row.organisation_id as OrganisationId,
  communityId: row.community_id as CommunityId,
  title: row.title,
  context: row.context,
  body: row.body,
  topics: row.topics,
  life: row.life as Life,
  lifeSince: row.life_since,
  lifeReason: row.life_reason ?? undefined,
  visibility: row.visibility as PracticeVisibility,
  ownerId: row.owner_id as PersonId,
  credits: row.credits.map(({ person_id, credit, since }) => ({
    personId: person_id as PersonId,
    credit: credit as CreditKind,
    since: new Date(since),
  })),
  endorsements: row.endorsements.map(({ person_id, version, note, at }) => ({
    personId: person_id as PersonId,
    version,
    note: note ?? undefined,
    at: new Date(at),
  })),
  adoptions: row.adoptions.map((adoption) => ({
    id: adoption.id as AdoptionId,
    by: adoption.by as PersonId,
    kind: adoption.kind as AdoptionKind,
    team: adoption.team,
    outcome: (adoption.outcome ?? undefined) as AdoptionOutcome | undefined,
    story: adoption.story ?? undefined,
    measure: (adoption.measure ?? undefined) as Measure | undefined,
    at: new Date(adoption.at),
  })),
  reviewBy: row.review_by ?? undefined,
  version: row.version,
  versionBy: row.version_by as PersonId,
  versionNote: row.version_note ?? undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  revision: row.revision,
});
