import type { CommunityView } from '@copse/core/contracts';
import { describe, expect, it } from 'vitest';
import { changesOf, formOf, takeOver } from './edit-form.ts';

const community = {
  name: 'Guild',
  purpose: 'To learn together',
  domain: '',
  practice: '',
  charter: 'Be kind',
  topics: ['craft'],
  format: 'formal-network',
  visibility: 'open',
  reach: 'organisation',
  cadence: 'Weekly',
  firstSteps: [
    { text: 'Meet', done: true },
    { text: 'Write', done: false },
  ],
  revision: 3,
} as unknown as CommunityView;

describe('editing a community', () => {
  it('sends only what was changed', () => {
    expect(changesOf(community, { ...formOf(community), charter: 'Be kind and clear' })).toEqual({
      charter: 'Be kind and clear',
    });
    expect(changesOf(community, formOf(community))).toEqual({});
  });

  it('keeps the tick of a step whose words stay', () => {
    const { firstSteps } = changesOf(community, { ...formOf(community), steps: 'Plan\n\n  Meet  ' });
    expect(firstSteps).toEqual([
      { text: 'Plan', done: false },
      { text: 'Meet', done: true },
    ]);
  });

  it('takes over what others saved, but for the fields that were changed here', () => {
    const mine = { ...formOf(community), charter: 'Mine', steps: 'Mine too' };
    const latest = { ...community, name: 'Theirs', charter: 'Theirs', revision: 4 };
    expect(takeOver(community, mine, latest)).toMatchObject({ name: 'Theirs', charter: 'Mine', steps: 'Mine too' });
  });
});
