import blossom from 'edmonds-blossom-fixed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, MOST_WORTH, type Option } from './assignment.ts';
import { augment } from './augmenting.ts';
import { bid } from './bidding.ts';
import { NOBODY, NONE, openMarket } from './market.ts';

const worthOf = (options: readonly (readonly Option[])[], answer: Int32Array) =>
  options.reduce((sum, own, seeker) => {
    const worths = own.filter(({ giver }) => giver === answer[seeker]).map(({ worth }) => worth);
    return sum + (worths.length > 0 ? Math.max(...worths) : 0);
  }, 0);
const servedBy = (answer: Int32Array) => answer.filter((giver) => giver >= 0).length;

/** Tries every way there is; for a few seekers only. */
function best(options: readonly (readonly Option[])[], room: readonly number[]): readonly [number, number] {
  const left = [...room];
  const from = (seeker: number): readonly [number, number] => {
    const own = options[seeker];
    if (!own) return [0, 0];
    let found = from(seeker + 1);
    for (const { giver, worth } of own) {
      if ((left[giver] ?? 0) < 1) continue;
      left[giver] = (left[giver] ?? 0) - 1;
      const [served, total] = from(seeker + 1);
      left[giver] = (left[giver] ?? 0) + 1;
      const tried = [served + 1, total + worth] as const;
      if (tried[0] > found[0] || (tried[0] === found[0] && tried[1] > found[1])) found = tried;
    }
    return found;
  };
  return from(0);
}

const puzzles = fc.integer({ min: 1, max: 4 }).chain((givers) =>
  fc.record({
    room: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: givers, maxLength: givers }),
    options: fc.array(
      fc.array(fc.record({ giver: fc.integer({ min: 0, max: givers - 1 }), worth: fc.integer({ min: 0, max: 20 }) }), {
        maxLength: 4,
      }),
      { maxLength: 6 },
    ),
  }),
);

/** As many as possible and then the most worth, by another method: each place is a node of a general matching. */
function byBlossoms(options: readonly (readonly Option[])[], room: readonly number[]): readonly [number, number] {
  const first = room.map((_, giver) => room.slice(0, giver).reduce((sum, more) => sum + more, options.length));
  const edges = options.flatMap((own, seeker) =>
    own.flatMap(({ giver, worth }) =>
      Array.from({ length: room[giver] ?? 0 }, (_, at): [number, number, number] => [
        seeker,
        (first[giver] as number) + at,
        worth + 1,
      ]),
    ),
  );
  if (edges.length === 0) return [0, 0];
  const best = new Map<string, number>();
  for (const [one, other, worth] of edges)
    best.set(`${one} ${other}`, Math.max(best.get(`${one} ${other}`) ?? 0, worth));
  const single = [...best].map(([key, worth]) => [...key.split(' ').map(Number), worth] as [number, number, number]);
  const partner = blossom(single, true);
  const served = [...options.keys()].filter((seeker) => (partner[seeker] ?? -1) >= 0);
  const worths = served.map((seeker) => (best.get(`${seeker} ${partner[seeker]}`) as number) - 1);
  return [worths.length, worths.reduce((sum, worth) => sum + worth, 0)];
}

/** Many seekers for few places, with many ties or hardly any. */
const crowds = fc
  .record({
    givers: fc.integer({ min: 1, max: 12 }),
    seekers: fc.integer({ min: 1, max: 40 }),
    most: fc.constantFrom(0, 3, 45, MOST_WORTH),
  })
  .chain(({ givers, seekers, most }) =>
    fc.record({
      room: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: givers, maxLength: givers }),
      options: fc.array(
        fc.array(fc.record({ giver: fc.nat(givers - 1), worth: fc.nat(most) }), { minLength: 0, maxLength: 5 }),
        { minLength: seekers, maxLength: seekers },
      ),
    }),
  );

describe('an assignment', () => {
  it('of a crowd is as good as the one that another method finds', () => {
    fc.assert(
      fc.property(crowds, ({ options, room }) => {
        const answer = assign(options, room);
        expect([servedBy(answer), worthOf(options, answer)]).toEqual(byBlossoms(options, room));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['just enough', 4, 45, 20_000],
    ['too little', 3, 45, 20_000],
    ['too little', 3, MOST_WORTH, 1],
  ])('of thousands with %s room proves by its prices that there is no better one', (_, room, levels, step) => {
    let drawn = 42;
    const below = (count: number) => {
      drawn = (drawn * 48_271) % 2_147_483_647;
      return drawn % count;
    };
    const options = Array.from({ length: 4000 }, () =>
      Array.from({ length: 12 }, (): Option => ({ giver: below(1000), worth: step * below(levels) })),
    );
    const market = openMarket(options, Array<number>(1000).fill(room));
    augment(market, bid(market));

    const { start, giver, cost, price, held, taken } = market;
    const valueOf = (option: number) => (cost[option] as number) + (price[giver[option] as number] as number);
    const wrong = [...options.keys()].filter((seeker) => {
      const all = Array.from({ length: options[seeker]?.length ?? 0 }, (__, at) =>
        valueOf((start[seeker] as number) + at),
      );
      const has = taken[seeker] === NONE ? NOBODY : valueOf(taken[seeker] as number);
      return has > Math.min(NOBODY, ...all);
    });
    expect(wrong).toEqual([]);
    expect(price.every((one, at) => one >= 0 && (one === 0 || held[at] === room))).toBe(true);
    expect(servedBy(taken)).toBe(1000 * room);
  });

  it('serves as many as any other way would, and of those ways is the best', () => {
    fc.assert(
      fc.property(puzzles, ({ options, room }) => {
        const answer = assign(options, room);
        expect([servedBy(answer), worthOf(options, answer)]).toEqual(best(options, room));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives nobody more than they have room for, and only what was an option', () => {
    fc.assert(
      fc.property(puzzles, ({ options, room }) => {
        const answer = assign(options, room);
        for (const [giver, most] of room.entries()) {
          expect(answer.filter((one) => one === giver).length).toBeLessThanOrEqual(most);
        }
        for (const [seeker, giver] of answer.entries()) {
          if (giver >= 0) expect(options[seeker]?.map((option) => option.giver)).toContain(giver);
        }
      }),
    );
  });

  it('moves somebody to their second choice where another would go without', () => {
    const options = [
      [
        { giver: 0, worth: 9 },
        { giver: 1, worth: 1 },
      ],
      [{ giver: 0, worth: 3 }],
    ];
    expect([...assign(options, [1, 1])]).toEqual([1, 0]);
  });

  it('leaves nobody out for the sake of a better fit of others', () => {
    const options = [
      [{ giver: 0, worth: MOST_WORTH }],
      [
        { giver: 0, worth: MOST_WORTH },
        { giver: 1, worth: 0 },
      ],
    ];
    expect([...assign(options, [1, 1])]).toEqual([0, 1]);
  });

  it('takes no giver who is not there, and no worth that could outweigh a person', () => {
    expect([...assign([[{ giver: 1, worth: 1 }]], [1])]).toEqual([-1]);
    const options = [
      [{ giver: 0, worth: MOST_WORTH * 1e6 }],
      [
        { giver: 0, worth: MOST_WORTH * 1e6 },
        { giver: 1, worth: -5 },
      ],
    ];
    expect([...assign(options, [1, 1])]).toEqual([0, 1]);
  });
});
