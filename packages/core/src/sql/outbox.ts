import type { Transaction } from 'kysely';
import type { OrganisationId } from '../kernel/ids.ts';
import type { Database } from './database.ts';

export type OutboxEntry = { readonly organisationId: OrganisationId; readonly at: Date; readonly newId: () => string };

/** Writes facts beside the state that they describe, in the same transaction: both are saved or neither. */
export async function appendEvents(
  tx: Transaction<Database>,
  { organisationId, at, newId }: OutboxEntry,
  events: readonly { readonly type: string }[],
): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insertInto('outbox')
    .values(
      events.map(({ type, ...payload }) => ({
        id: newId(),
        organisation_id: organisationId,
        type,
        payload: JSON.stringify(payload),
        occurred_at: at,
        relayed_at: null,
        not_before: null,
        failure: null,
      })),
    )
    .execute();
}
