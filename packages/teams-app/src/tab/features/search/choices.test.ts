import type { SearchHit } from '@copse/core/contracts';
import { describe, expect, it } from 'vitest';
import { groupsFor, stepFrom } from './choices.ts';

const suggested = {
  kind: 'question' as const,
  id: 'q1',
  title: 'Why captions?',
  community: { id: 'c1', name: 'Guild' },
};
const hit = (given: Partial<SearchHit>): SearchHit => ({
  kind: 'practice',
  id: 'p1',
  title: 'Caption every demo',
  markedTitle: [{ text: 'Caption every demo', match: false }],
  snippet: [{ text: 'Captions', match: true }],
  topics: [],
  ...given,
});

describe('what the palette offers', () => {
  it('is grouped by kind, titles first, each thing once', () => {
    const groups = groupsFor(
      'capt',
      [suggested],
      [hit({}), hit({ kind: 'question', id: 'q1' }), hit({ kind: 'question', id: 'q2', title: 'Which tool?' })],
    );

    expect(groups.map(({ title, choices }) => [title, choices.map(({ id }) => id)])).toEqual([
      ['Questions', ['q1', 'q2']],
      ['Practices', ['p1']],
      ['All results', ['all']],
    ]);
  });

  it('is at least the way to all results', () => {
    expect(groupsFor('xyz', [], [])).toEqual([
      { title: 'All results', choices: [{ id: 'all', title: 'Search everything for “xyz”', path: '/search/xyz' }] },
    ]);
  });
});

describe('the arrow keys', () => {
  const groups = groupsFor('capt', [suggested], [hit({})]);
  it.each([
    [undefined, 1, 'q1'],
    [undefined, -1, 'all'],
    ['q1', 1, 'p1'],
    ['all', 1, 'q1'],
    ['q1', -1, 'all'],
    ['gone meanwhile', 1, 'q1'],
  ] as const)('from %s by %s lead to %s', (from, by, to) => {
    expect(stepFrom(groups, from, by)?.id).toBe(to);
  });
});
