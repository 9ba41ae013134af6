import type { Transaction } from 'kysely';
import type { Recorded } from '../kernel/event.ts';
import type { Database } from './database.ts';

/** A fact out of the outbox. Which fields it has beside its type is declared where it is announced. */
export type RecordedEvent = Recorded<{ readonly type: string } & Readonly<Record<string, unknown>>>;

/**
 * Something that follows from facts. `name` is kept in the database beside the events it has handled: never change it.
 *
 * What `handle` writes through `tx` is saved exactly once per event, together with the note that it was. It may be
 * called again when saving failed, and by several processes for different events at once; events of one record may
 * come out of order, so read how things are now rather than trust the order. Throw, and it is tried again later.
 */
export type Subscriber = {
  readonly name: string;
  readonly on: readonly string[];
  readonly handle: (tx: Transaction<Database>, event: RecordedEvent) => Promise<void>;
};
