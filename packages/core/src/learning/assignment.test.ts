import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, MOST_WORTH, type Option } from './assignment.ts';

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

describe('an assignment', () => {
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
