import type { Window } from './limits.ts';

/**
 * The first moment from `now` on at which one more may be sent, so that no window ever holds more than its count.
 *
 * `sent` are the moments of those before, in order. As many as the largest window holds are needed, and no older ones.
 */
export function earliest(sent: readonly number[], windows: readonly Window[], now: number): number {
  return windows.reduce((at, { count, ms }) => {
    const earlier = sent[sent.length - count];
    return earlier === undefined ? at : Math.max(at, earlier + ms);
  }, now);
}

/** What has to be remembered for `earliest` after one more was sent at `at`. */
export function remember(sent: readonly number[], windows: readonly Window[], at: number): readonly number[] {
  const most = Math.max(...windows.map(({ count }) => count));
  const longest = Math.max(...windows.map(({ ms }) => ms));
  return [...sent.filter((one) => one > at - longest).slice(1 - most), at];
}

/**
 * The next free moment in a row of evenly spaced ones. Even, because bursts at the edge of two seconds look like too
 * many to whoever counts whole seconds.
 */
export function nextSlot(last: number | undefined, perSecond: number, now: number): number {
  return last === undefined ? now : Math.max(now, last + 1000 / perSecond);
}
