import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEAMS_LIMITS, type Window } from './limits.ts';
import { earliest, nextSlot, remember } from './pace.ts';
import { createPacer } from './pacer.ts';

const { perConversation } = TEAMS_LIMITS;

/** What a connector sees of somebody who sends as soon as they may, after these pauses. */
function paced(pauses: readonly number[], windows: readonly Window[]) {
  const all: number[] = [];
  let known: readonly number[] = [];
  let now = 0;
  for (const pause of pauses) {
    now = earliest(known, windows, now + pause);
    known = remember(known, windows, now);
    all.push(now);
  }
  return all;
}

const mostWithin = (all: readonly number[], ms: number) =>
  Math.max(...all.map((at) => all.filter((other) => other > at - ms && other <= at).length));

describe('in one conversation', () => {
  it('no window of Teams ever holds more than it may, whenever one would like to send', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.nat(40), fc.nat(3000)), { minLength: 1, maxLength: 150 }),
        (pauses) => {
          const all = paced(pauses, perConversation);
          for (const { count, ms } of perConversation) expect(mostWithin(all, ms)).toBeLessThanOrEqual(count);
        },
      ),
    );
  });

  it('and nobody waits for longer than they have to', () => {
    expect(
      paced(
        Array.from({ length: 10 }, () => 0),
        perConversation,
      ),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 1000, 2000, 2000]);
  });

  it('what is remembered stays bounded', () => {
    const small = [{ count: 3, ms: 100 }];
    expect(
      paced(
        Array.from({ length: 50 }, () => 1),
        small,
      ).length,
    ).toBe(50);
    let known: readonly number[] = [];
    for (let at = 0; at < 5000; at += 1) known = remember(known, small, at * 40);
    expect(known.length).toBeLessThanOrEqual(3);
  });
});

it('of one tenant messages go evenly, nearly as many as Teams takes', () => {
  const all: number[] = [];
  let slot: number | undefined;
  for (let sent = 0; sent < 480; sent += 1) all.push((slot = nextSlot(slot, 50 * TEAMS_LIMITS.share, 0)));

  expect(mostWithin(all, 1000)).toBeLessThanOrEqual(50);
  expect(all.at(-1)).toBeLessThan(10_000);
});

/** A clock that stands still while anybody works, and then goes on to the next thing that is waited for. */
function aClock() {
  let now = 0;
  const waiting: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    pause: (ms: number) => new Promise<void>((wake) => void waiting.push({ until: now + ms, wake })),
    async goOn() {
      for (;;) {
        await setImmediate();
        const [next] = waiting.toSorted((a, b) => a.until - b.until);
        if (!next) return;
        waiting.splice(waiting.indexOf(next), 1);
        now = next.until;
        next.wake();
      }
    },
  };
}

describe('a pacer', () => {
  const signal = new AbortController().signal;

  it('lets others pass while one conversation has to wait', async () => {
    const start = performance.now();
    const pacer = createPacer(() => performance.now(), { ...TEAMS_LIMITS, perTenant: { count: 1000, ms: 1000 } });
    const order: string[] = [];
    const busy = Array.from({ length: 8 }, async () => {
      await pacer.turn('t', 'busy', signal);
      order.push('busy');
    });
    const others = Array.from({ length: 20 }, async (_, at) => {
      await pacer.turn('t', `other ${at}`, signal);
      order.push('other');
    });
    await Promise.all([...busy, ...others]);

    expect(order.lastIndexOf('other')).toBeLessThan(order.lastIndexOf('busy'));
    expect(performance.now() - start).toBeGreaterThan(990);
  });

  it.each([
    ['takes its time', () => 20],
    ['is now quick, now slow', (at: number) => 5 + ((at * 79) % 116)],
    // For most of a second nothing goes on, and then all of it at once.
    ['stands still now and then', (at: number) => (at % 5000 < 800 ? 800 - (at % 5000) : 0)],
  ])('sends nearly as much as Teams takes and never more, where all around it %s', async (_how, timeFor) => {
    const clock = aClock();
    const pacer = createPacer(clock.now, TEAMS_LIMITS, clock.pause);
    const sent: number[] = [];
    let begun = 0;
    const lane = async () => {
      while (begun < 1000) {
        expect(await pacer.turn('t', `conversation ${(begun += 1)}`, signal)).toBeUndefined();
        await clock.pause(timeFor(clock.now()));
        await pacer.leave('t');
        sent.push(clock.now());
      }
    };
    await Promise.all([...Array.from({ length: 60 }, lane), clock.goOn()]);

    expect(sent.length).toBeGreaterThanOrEqual(1000);
    expect(mostWithin(sent, 1000)).toBeLessThanOrEqual(50);
    expect((1000 * (sent.length - 1)) / ((sent.at(-1) ?? 0) - (sent[0] ?? 0))).toBeGreaterThan(0.9 * 50);
  });

  it('says when to come back rather than wait for long', async () => {
    let now = 0;
    const pacer = createPacer(() => now);
    pacer.slowDown('t', 'one', 60_000);
    expect(await pacer.turn('t', 'one', signal)).toBe(60_000);
    now = 61_000;
    expect(await pacer.turn('t', 'one', signal)).toBeUndefined();
  });
});
