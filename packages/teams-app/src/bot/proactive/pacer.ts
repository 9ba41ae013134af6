import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type Limits, TEAMS_LIMITS } from './limits.ts';
import { earliest, nextSlot, remember } from './pace.ts';

/** Somebody who is waited for longer than this is told to come back instead. Milliseconds. */
const WAIT_AT_MOST = 10_000;
const CONVERSATIONS = 50_000;
/** A message takes its time to get there, a little longer or shorter than the one before. */
const MARGIN = 0.98;

export type Pacer = {
  /** Waits for a turn. `undefined`: go. A number: it would take that many ms, come back then. */
  turn(tenant: string, conversation: string, signal: AbortSignal): Promise<number | undefined>;
  /**
   * Right before it goes out: holds back what has piled up on its way from its turn, while a note of it was written or the
   * process was busy, for as long as it would be too much at once.
   */
  leave(tenant: string): Promise<void>;
  /** Teams said that it was too much; `ms` is what it asked for. */
  slowDown(tenant: string, conversation: string, ms: number | undefined): void;
};

/** Waits for so many ms of the clock, or until `signal` says that it is in vain. */
export type Pause = (ms: number, signal?: AbortSignal) => Promise<void>;

/**
 * Keeps the pace that Teams allows: evenly for a tenant, within all windows for a conversation. One process sends for a
 * tenant at a time (jobs see to that), so it is enough to count here; what another one sent in the last second before a
 * change of hands is at worst answered with 429.
 */
export function createPacer(now: () => number, limits: Limits = TEAMS_LIMITS, pause: Pause = pauseForReal): Pacer {
  const conversations = new LRUCache<string, readonly number[]>({ max: CONVERSATIONS });
  const resting = new LRUCache<string, number>({ max: CONVERSATIONS });
  const slots = new Map<string, number>();
  /** What really went out to a tenant, and when: timers are late when the process is busy, and then come all at once. */
  const gone = new Map<string, readonly number[]>();
  const { count, ms: within } = limits.perTenant;
  const tenantWindow = [{ count: Math.max(1, Math.floor(count * MARGIN)), ms: within }];
  const perSecond = (count * 1000 * limits.share) / within;

  return {
    async turn(tenant, conversation, signal) {
      // A conversation that has to wait takes none of the moments in which others can be served.
      for (;;) {
        const sent = conversations.get(conversation) ?? [];
        const at = now();
        const free = Math.max(earliest(sent, limits.perConversation, at), resting.get(conversation) ?? 0);
        if (free <= at) break;
        if (free - at > WAIT_AT_MOST || signal.aborted) return free - at;
        await pause(free - at, signal);
      }
      const at = now();
      const slot = nextSlot(slots.get(tenant), perSecond, at);
      if (slot - at > WAIT_AT_MOST) return slot - at;
      slots.set(tenant, slot);
      conversations.set(conversation, remember(conversations.get(conversation) ?? [], limits.perConversation, slot));
      if (slot > at) await pause(slot - at, signal);
      return signal.aborted ? 0 : undefined;
    },

    async leave(tenant) {
      for (;;) {
        const sent = gone.get(tenant) ?? [];
        const at = now();
        const free = earliest(sent, tenantWindow, at);
        if (free <= at) return void gone.set(tenant, remember(sent, tenantWindow, at));
        await pause(free - at);
      }
    },

    slowDown(tenant, conversation, ms) {
      const at = now();
      resting.set(conversation, at + (ms ?? limits.breath));
      slots.set(tenant, Math.max(slots.get(tenant) ?? 0, at + Math.min(ms ?? limits.breath, limits.breath)));
    },
  };
}

const pauseForReal: Pause = (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
