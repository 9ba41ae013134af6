import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';

type Underway = { readonly id: string; readonly told: Map<string, number> };
const underway = new AsyncLocalStorage<Underway>();

/**
 * All that `work` saves is done for the intent `id`, which may be tried several times, by several processes: what one of
 * them has saved, no other can save again (see `isDoneBefore`), whether or not somebody got to hear of it.
 */
export const asOneIntent = <Answer>(id: string, work: () => Promise<Answer>): Promise<Answer> =>
  underway.run({ id, told: new Map() }, work);

/** Which fact of its kind this is within the intent that is under way. Its facts are what tells a repeat. */
export function placeInIntent(type: string): { readonly intent: string | null; readonly nth: number | null } {
  const intent = underway.getStore();
  if (!intent) return { intent: null, nth: null };
  const nth = intent.told.get(type) ?? 0;
  intent.told.set(type, nth + 1);
  return { intent: intent.id, nth };
}

/** Whether saving failed because an earlier try of the same intent had saved it. */
export const isDoneBefore = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'outbox_intent';

/** What has been done for an intent so far: ids that its facts name, by the names that they have there. */
export async function doneFor(
  db: Kysely<Database>,
  intent: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { rows } = await sql<{ payload: Record<string, unknown> }>`
    SELECT payload FROM outbox WHERE intent = ${intent} ORDER BY position
  `.execute(db);
  if (rows.length === 0) return undefined;
  const named = rows.flatMap(({ payload }) => Object.entries(payload));
  return Object.fromEntries(named.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
