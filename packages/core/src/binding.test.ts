import { expect, it } from 'vitest';
import { fewAtOnce } from './binding.ts';

it('runs a few use cases at once, begins them in order, and goes on after one that fails', async () => {
  const inOrder = fewAtOnce(4);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const work = inOrder(async (n: number) => {
    begun.push(n);
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
    if (n === 1) throw new Error('lost the connection');
    return n;
  });

  const all = Promise.allSettled(Array.from({ length: 10 }, (_, n) => work(n)));
  while (begun.length < 10 || running > 0) {
    await new Promise(setImmediate);
    ends.shift()?.();
  }

  expect(most).toBe(4);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect((await all).map(({ status }) => status)).toEqual(
    Array.from({ length: 10 }, (_, n) => (n === 1 ? 'rejected' : 'fulfilled')),
  );
});
