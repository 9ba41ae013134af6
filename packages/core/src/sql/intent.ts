import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';

type Underway = {
  readonly id: string;
  readonly apart: boolean;
  readonly told: Map<string, number>;
  readonly tried: Set<string>;
};
const underway = new AsyncLocalStorage<Underway>();

/** Ids of what has been done, by the names that they have in facts. */
export type DoneIds = Readonly<Record<string, string>>;

/**
 * All that `work` saves is done for the intent `id`, which may be tried several times, by several processes: what one of
 * them has saved, no other can save again (see `isDoneBefore`), whether or not somebody got to hear of it.
 *
 * `apart`: from the rows nobody can tell that two facts were told for the same intent, as long as its id is a secret. For
 * work that saves under a name what it must not be seen to do without one.
 */
export const asOneIntent = <Answer>(
  id: string,
  work: () => Promise<Answer>,
  { apart = false }: { readonly apart?: boolean } = {},
): Promise<Answer> => underway.run({ id, apart, told: new Map(), tried: new Set() }, work);

/** Which fact of its kind this is within the intent that is under way. Its facts are what tells a repeat. */
export function placeInIntent(type: string): { readonly intent: string | null; readonly nth: number | null } {
  const intent = underway.getStore();
  if (!intent) return { intent: null, nth: null };
  const nth = intent.told.get(type) ?? 0;
  intent.told.set(type, nth + 1);
  const known = intent.apart ? idOfFact(intent.id, type, nth) : intent.id;
  intent.tried.add(known);
  return { intent: known, nth };
}

const idOfFact = (intent: string, type: string, nth: number) => uuidFrom(`${intent} ${type} ${nth}`);

/** Always the same id for the same secret words; in the form of a UUID of version 8. */
export function uuidFrom(words: string): string {
  const hash = createHash('sha256').update(words).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

/** Whether saving failed because an earlier try of the same intent had saved it. */
export const isDoneBefore = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'outbox_intent';

/**
 * What an earlier try of the intent under way had done, where saving it again failed with `error`; nothing where that
 * is not why it failed.
 */
export async function doneBefore(db: Kysely<Database>, error: unknown): Promise<DoneIds | undefined> {
  const tried = underway.getStore()?.tried;
  return tried && isDoneBefore(error) ? doneFor(db, [...tried]) : undefined;
}

/** What has been done for an intent so far. */
export async function doneFor(db: Kysely<Database>, intents: readonly string[]): Promise<DoneIds | undefined> {
  const { rows } = await sql<{ payload: Record<string, unknown> }>`
    SELECT payload FROM outbox WHERE intent = ANY(${intents}::uuid[]) ORDER BY position
  `.execute(db);
  if (rows.length === 0) return undefined;
  const named = rows.flatMap(({ payload }) => Object.entries(payload));
  return Object.fromEntries(named.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
