import type { Kysely } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import { readItems } from './item-queries.ts';
import { writeEntry } from './moderation-store.ts';
import { allows } from './permission.ts';
import type { UnmaskingStore } from './ports.ts';
import type { Sealing } from './sealing.ts';
import type { SubjectKind } from './subject.ts';
import type { TrustTables } from './tables.ts';
import type { Unmasking, UnmaskingPolicy, UnmaskingState } from './unmasking.ts';

const UNIQUE_VIOLATION = '23505';

type Deps = {
  readonly db: Kysely<Database>;
  readonly sealing: Sealing;
  readonly newId: () => string;
  readonly now: () => Date;
};

export function sqlUnmaskingStore(deps: Deps): UnmaskingStore {
  const { db, newId } = deps;
  return {
    async find(actor, id) {
      const row = await db
        .selectFrom('unmasking')
        .selectAll()
        .where('id', '=', id)
        .where('organisation_id', '=', actor.organisationId)
        .executeTakeFirst();
      if (!row) return undefined;
      const [item] = await readItems(deps, actor, { kind: row.subject_kind as SubjectKind, ids: [row.subject_id] });
      return item && allows(item.standing.capacities, 'unmask') ? { unmasking: unmaskingOf(row), item } : undefined;
    },

    async policy(organisationId) {
      const { unmasking } = await db
        .selectFrom('organisation')
        .select('unmasking')
        .where('id', '=', organisationId)
        .executeTakeFirstOrThrow();
      return unmasking as UnmaskingPolicy;
    },

    async isAsked({ subject }) {
      const row = await db
        .selectFrom('unmasking')
        .select('id')
        .where('subject_id', '=', subject.id)
        .where('state', '<>', 'refused')
        .executeTakeFirst();
      return row !== undefined;
    },

    async save({ state, events, item, entry }) {
      await db
        .transaction()
        .execute(async (tx) => {
          if (state.revision === 1) await tx.insertInto('unmasking').values(rowOf(state, item)).execute();
          else {
            const { numUpdatedRows } = await tx
              .updateTable('unmasking')
              .set({
                state: state.state,
                decided_by: state.decidedBy ?? null,
                decided_at: state.decidedAt ?? null,
                revision: state.revision,
              })
              .where('id', '=', state.id)
              .where('revision', '=', state.revision - 1)
              .executeTakeFirst();
            if (numUpdatedRows !== 1n) throw new StaleWriteError(state.id);
          }
          await writeEntry(tx, item, entry);
          await appendEvents(tx, { organisationId: item.organisationId, at: entry.at, newId }, events);
        })
        .catch((error: unknown) => {
          const lost = error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
          throw lost ? new StaleWriteError(state.id) : error;
        });
    },

    async neverAgain(organisationId) {
      await db.updateTable('organisation').set({ unmasking: 'never' }).where('id', '=', organisationId).execute();
    },
  };
}

export const unmaskingOf = (row: TrustTables['unmasking']): Unmasking => ({
  id: row.id,
  reason: row.reason,
  askedBy: row.asked_by as PersonId,
  askedAt: row.asked_at,
  state: row.state as UnmaskingState,
  decidedBy: (row.decided_by ?? undefined) as PersonId | undefined,
  decidedAt: row.decided_at ?? undefined,
  revision: row.revision,
});

type Subjected = Parameters<UnmaskingStore['isAsked']>[0];

const rowOf = (state: Unmasking, { organisationId, communityId, subject }: Subjected): TrustTables['unmasking'] => ({
  id: state.id,
  organisation_id: organisationId,
  community_id: communityId,
  subject_kind: subject.kind,
  subject_id: subject.id,
  reason: state.reason,
  asked_by: state.askedBy,
  asked_at: state.askedAt,
  state: state.state,
  decided_by: state.decidedBy ?? null,
  decided_at: state.decidedAt ?? null,
  revision: state.revision,
});
