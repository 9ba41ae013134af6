import { expect, it } from 'vitest';
import { inTurns } from './turns-store.ts';

it('takes what is about the same one after the other, whatever fails, and does not let others wait', async () => {
  const seen: string[] = [];
  const inTurn = inTurns();
  const work =
    (name: string, fails = false) =>
    async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const all = await Promise.allSettled([
    inTurn('a', work('first')),
    inTurn('a', work('second', true)),
    inTurn('a', work('third')),
    inTurn('b', work('other')),
  ]);
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
    'first',
    'failed',
    'third',
    'other',
  ]);
  expect(seen.filter((one) => !one.startsWith('other'))).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
    'third begins',
    'third ends',
  ]);
  expect(seen.indexOf('other begins')).toBeLessThan(seen.indexOf('first ends'));
});
