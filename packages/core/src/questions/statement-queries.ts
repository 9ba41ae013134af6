import { type RawBuilder, sql } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import { writeEvents } from '../sql/outbox.ts';

export type Saved = { readonly id: string };

/** One statement: what is saved, and, only if that was saved, its facts. `before` are expressions that go first. */
export const saveAndTell = (
  saving: RawBuilder<unknown>,
  events: string,
  before: RawBuilder<unknown> = sql``,
): RawBuilder<Saved> => sql<Saved>`
  WITH ${before} head AS (${saving}), told AS (${writeEvents('head', events)})
  SELECT id FROM head
`;

/** Exactly one row says that it was saved. */
export async function expectSaved(id: string, saved: Promise<readonly unknown[]>): Promise<void> {
  if ((await saved).length !== 1) throw new StaleWriteError(id);
}
