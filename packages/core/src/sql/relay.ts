import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { sweepOutbox } from './outbox-sweep.ts';
import { anythingWaits, claimEvents, markFailed, markRelayed, relayEvent } from './relaying.ts';
import type { Subscriber } from './subscriber.ts';

export type RelayOptions = {
  readonly db: Kysely<Database>;
  readonly subscribers: readonly Subscriber[];
  readonly now: () => Date;
  /** Hears of every failure; the relay goes on by itself. */
  readonly onError?: (error: unknown) => void;
  /** How often to look when there was nothing to relay, in ms. */
  readonly lookEvery?: number;
};

export type Relay = {
  /** Begins to work in the background. */
  start(): void;
  /** Finishes the batch at hand and ends. Nothing of the relay runs after this. */
  stop(): Promise<void>;
  /** Relays everything that may be relayed now, and answers how many events that were. */
  drain(): Promise<number>;
};

const BATCH = 100;
const LOOK_EVERY_MS = 200;
/** While the database is away it is asked less often, and its absence reported less often. */
const AFTER_TROUBLE_MS = 2000;
const SWEEP_EVERY_MS = 60 * 60_000;

/**
 * Hands the facts of the outbox to the subscribers, each effect exactly once (see `Subscriber`).
 *
 * Any number of relays share the work. An event whose subscriber fails is tried again later, ever more seldom, and
 * holds up nothing behind it. It looks several times a second, which costs next to nothing; being told of new rows
 * (NOTIFY) would cost every writer dear, because PostgreSQL lets transactions that notify commit one by one only.
 */
export function createRelay(options: RelayOptions): Relay {
  const { db, subscribers, now, onError = () => {}, lookEvery = LOOK_EVERY_MS } = options;
  let stopping = new AbortController();
  let working: Promise<void> | undefined;
  let sweeping: NodeJS.Timeout | undefined;

  /** One transaction: claim, hand over, note. Answers how many events it dealt with, failed ones too. */
  async function relayBatch(limit: number): Promise<{ dealt: number; relayed: number }> {
    const failures: unknown[] = [];
    const done = await db.transaction().execute(async (tx) => {
      const claimed = await claimEvents(tx, { now: now(), limit });
      const relayed: string[] = [];
      for (const one of claimed) {
        const failed = await relayEvent(tx, one.event, subscribers, now());
        failures.push(...failed);
        if (failed.length === 0) relayed.push(one.event.id);
        else await markFailed(tx, one, failed[0], now());
      }
      await markRelayed(tx, relayed, now());
      return { dealt: claimed.length, relayed: relayed.length };
    });
    failures.forEach(onError);
    return done;
  }

  /**
   * The whole transaction was lost, perhaps to a deadlock with another relay, perhaps because one event kills the
   * connection. A failure is noted for the first event before it is tried alone, so that it cannot do so for ever.
   */
  async function relayOneWarily(): Promise<{ dealt: number; relayed: number }> {
    const claimed = await db.transaction().execute(async (tx) => {
      const [first] = await claimEvents(tx, { now: now(), limit: 1 });
      if (first) await markFailed(tx, first, 'It took the whole transaction with it', now());
      return first;
    });
    if (!claimed) return { dealt: 0, relayed: 0 };
    const attempt = db.transaction().execute(async (tx) => {
      const failures = await relayEvent(tx, claimed.event, subscribers, now());
      if (failures.length === 0) await markRelayed(tx, [claimed.event.id], now());
      else await markFailed(tx, claimed, failures[0], now());
      return failures;
    });
    const failures = await attempt.catch((error: unknown) => [error]);
    failures.forEach(onError);
    return { dealt: 1, relayed: failures.length === 0 ? 1 : 0 };
  }

  async function relayAll(goOn: () => boolean): Promise<number> {
    let total = 0;
    while (goOn()) {
      const { dealt, relayed } = await relayBatch(BATCH).catch((error: unknown) => {
        onError(error);
        return relayOneWarily();
      });
      total += relayed;
      if (dealt === 0) break;
    }
    return total;
  }

  async function work({ signal }: AbortController): Promise<void> {
    while (!signal.aborted) {
      let rest = lookEvery;
      try {
        if (await anythingWaits(db, now())) await relayAll(() => !signal.aborted);
      } catch (error) {
        onError(error);
        rest = Math.max(lookEvery, AFTER_TROUBLE_MS);
      }
      await pause(rest, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    start() {
      if (working) return;
      stopping = new AbortController();
      working = work(stopping);
      sweeping = setInterval(() => void sweepOutbox(db, now()).catch(onError), SWEEP_EVERY_MS).unref();
    },

    async stop() {
      clearInterval(sweeping);
      stopping.abort();
      await working;
      working = undefined;
    },

    drain: () => relayAll(() => true),
  };
}
