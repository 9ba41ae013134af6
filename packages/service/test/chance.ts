/** Numbers from 0 to 1 that are the same for the same seed (Lehmer's generator). */
export function chanceFrom(seed: number) {
  let state = (seed % 2_147_483_646) + 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  next();
  return {
    next,
    below: (count: number) => Math.floor(next() * count),
    oneOf: <One>(all: readonly One[]): One | undefined => all[Math.floor(next() * all.length)],
  };
}

export type Chance = ReturnType<typeof chanceFrom>;
