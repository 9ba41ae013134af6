import { describe, expect, it } from 'vitest';
import { bindTo } from './core.ts';
import { StaleWriteError } from './kernel/errors.ts';

/** A use case that fails a few times before it answers. */
function failing(times: number, error: Error) {
  const tries: string[] = [];
  const useCase = async ({ greeting }: { greeting: string }, who: string) => {
    tries.push(who);
    if (tries.length <= times) throw error;
    return `${greeting} ${who}`;
  };
  return { ask: bindTo({ greeting: 'Hello' })(useCase), tries };
}
const stale = new StaleWriteError('a community');
const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' });

describe('a use case that lost a race', () => {
  it.each([
    ['somebody saved first', stale],
    ['PostgreSQL ended one of two that waited for each other', deadlock],
  ])('is run once more: %s', async (_why, error) => {
    const { ask, tries } = failing(1, error);

    expect(await ask('Ada')).toBe('Hello Ada');
    expect(tries).toEqual(['Ada', 'Ada']);
  });

  it('is not run a third time', async () => {
    const { ask, tries } = failing(2, stale);

    await expect(ask('Ada')).rejects.toBe(stale);
    expect(tries).toHaveLength(2);
  });
});

it('a use case that fails otherwise is not repeated', async () => {
  const { ask, tries } = failing(1, new Error('The database is away'));

  await expect(ask('Ada')).rejects.toThrow('The database is away');
  expect(tries).toHaveLength(1);
});
