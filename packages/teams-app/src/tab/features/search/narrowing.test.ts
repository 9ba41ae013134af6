import { describe, expect, it } from 'vitest';
import { narrowing } from './narrowing.ts';

describe('what narrows the results', () => {
  const chosen = { communityId: 'c1', topic: 'captions', state: 'accepted' };
  it.each([
    ['question', chosen],
    // Chosen for questions, so it says nothing of practices.
    ['practice', { ...chosen, state: '' }],
    ['person', { communityId: '', topic: 'captions', state: '' }],
    ['community', { communityId: '', topic: 'captions', state: '' }],
    ['', { ...chosen, state: '' }],
  ] as const)('among things of the kind «%s» is only what is shown above them', (kind, expected) => {
    expect(narrowing(kind, chosen)).toEqual(expected);
  });
});
