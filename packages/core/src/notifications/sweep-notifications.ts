import { DAY_MS } from '../kernel/durations.ts';

type Deps = {
  readonly sweeping: {
    /** Ends what is past its time and in nobody's hands; answers how many that were. */
    expire(now: Date, limit: number): Promise<number>;
    /** Forgets what ended before; answers how many that were. */
    forget(before: Date, limit: number): Promise<number>;
  };
  readonly now: () => Date;
};

const PORTION = 5000;
/** As long as Teams keeps its own activity feed. */
const KEPT_DAYS = 30;

/** Ends what nobody needs to hear any more, and forgets what is a month old. Nothing stays queued for ever. */
export async function sweepNotifications({ sweeping, now }: Deps, signal: AbortSignal): Promise<void> {
  const before = new Date(now().getTime() - KEPT_DAYS * DAY_MS);
  while (!signal.aborted && (await sweeping.expire(now(), PORTION)) === PORTION);
  while (!signal.aborted && (await sweeping.forget(before, PORTION)) === PORTION);
}
