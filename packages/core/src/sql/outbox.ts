import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { OrganisationId } from '../kernel/ids.ts';
import type { Database } from './database.ts';
import { placeInIntent } from './intent.ts';

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
        ...placeInIntent(type),
      })),
    )
    .execute();
}

/** Facts as one value for `writeEvents`. */
export const eventRows = (
  { organisationId, at, newId }: OutboxEntry,
  events: readonly { readonly type: string }[],
): string =>
  JSON.stringify(
    events.map(({ type, ...payload }) => ({
      id: newId(),
      organisation_id: organisationId,
      type,
      payload,
      occurred_at: at,
      ...placeInIntent(type),
    })),
  );

/**
 * The same within one statement, for writes that would wait for others if they took several round trips: `of` is the
 * common table expression whose one row says that the state was saved.
 */
export const writeEvents = (of: string, rows: string): RawBuilder<unknown> => sql`
  INSERT INTO outbox (id, organisation_id, type, payload, occurred_at, intent, nth)
  SELECT told.id, told.organisation_id, told.type, told.payload, told.occurred_at, told.intent, told.nth
  FROM ${sql.table(of)}, jsonb_to_recordset(${rows}::jsonb) AS told(id uuid, organisation_id uuid, type text,
    payload jsonb, occurred_at timestamptz, intent uuid, nth smallint)
`;
