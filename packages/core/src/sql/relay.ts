import type { Kysely } from 'kysely';
import { connectionSettings, type Database } from './database.ts';
import { listen, OUTBOX_CHANNEL } from './listening.ts';
import { sweepOutbox } from './outbox-sweep.ts';
import { claimEvents, markFailed, markRelayed, relayEvent } from './relaying.ts';
import type { Subscriber } from './subscriber.ts';

export type RelayOptions = {
  readonly db: Kysely<Database>;
  readonly subscribers: readonly Subscriber[];
  readonly now: () => Date;
  /** Hears of every failure; the relay goes on by itself. */
  readonly onError?: (error: unknown) => void;
  /** How often to look when nothing is announced, in ms. */
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
const SWEEP_EVERY_MS = 60 * 60_000;

/**
 * Hands the facts of the outbox to the subscribers, each effect exactly once (see `Subscriber`).
 *
 * Any number of relays share the work. An event whose subscriber fails is tried again later, ever more seldom, and
 * holds up nothing behind it. Wakes by LISTEN/NOTIFY, and looks every few seconds all the same.
 */
export function createRelay({ db, subscribers, now, onError = () => {}, lookEvery = 2000 }: RelayOptions): Relay {
  let running = false;
  let wanted = false;
  let working: Promise<unknown> | undefined;
  let stopListening: (() => Promise<void>) | undefined;
  let timers: NodeJS.Timeout[] = [];

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

  function wake() {
    wanted = true;
    if (!running || working) return;
    working = (async () => {
      while (running && wanted) {
        wanted = false;
        await relayAll(() => running).catch(onError);
      }
    })().finally(() => {
      working = undefined;
    });
  }

  return {
    start() {
      if (running) return;
      running = true;
      stopListening = listen(connectionSettings(db), OUTBOX_CHANNEL, wake, onError);
      timers = [
        setInterval(wake, lookEvery),
        setInterval(() => void sweepOutbox(db, now()).catch(onError), SWEEP_EVERY_MS),
      ];
      for (const timer of timers) timer.unref();
      wake();
    },

    async stop() {
      running = false;
      timers.forEach(clearInterval);
      await stopListening?.();
      await working;
    },

    drain: () => relayAll(() => true),
  };
}
