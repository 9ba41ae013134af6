import type { WrittenEvents } from './calendar.ts';

/** What was written of gatherings, by keys that tell one version of it from the next. */
export type KeptEvents = {
  get(key: string): WrittenEvents | undefined;
  set(key: string, events: WrittenEvents): void;
};

/** Some 600 bytes each. */
const MOST = 10_000;

/** Calendars are read again and again: what was written of a gathering is kept until others were read more lately. */
export function keepEvents(most = MOST): KeptEvents {
  const kept = new Map<string, WrittenEvents>();
  return {
    get(key) {
      const events = kept.get(key);
      if (!events) return undefined;
      kept.delete(key);
      kept.set(key, events);
      return events;
    },
    set(key, events) {
      kept.set(key, events);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
    },
  };
}
