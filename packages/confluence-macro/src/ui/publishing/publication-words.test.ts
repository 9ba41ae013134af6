import type { PublicationView } from '@copse/core/contracts';
import { publicationFailureNames, publicationFailures, publicationStates } from '@copse/core/vocabulary';
import { describe, expect, it } from 'vitest';
import { id } from '../../../test/views.ts';
import { agoOf } from '../parts/ago.ts';
import { publicationLine, publishAction } from './publication-words.ts';

const now = new Date('2026-11-28T12:00:00Z');
const page = {
  id: '7',
  url: 'https://x.atlassian.net/wiki/7',
  title: 'T',
  version: 4,
  cloudId: 'c',
  spaceId: '9',
  spaceName: 'Handbook',
};
const view = (over: Partial<PublicationView> = {}): PublicationView => ({
  practiceId: id(21),
  state: 'published',
  page,
  practiceVersion: 3,
  publishedAt: '2026-11-26T11:00:00.000Z',
  outdated: false,
  spaces: [],
  opensToReaders: false,
  abilities: { publish: true, choose: true, withdraw: true },
  revision: 1,
  ...over,
});
const line = (over: Partial<PublicationView> = {}, pageId = '7') => publicationLine(view(over), pageId, now);

describe('how it stands with a page', () => {
  it('says where, which version and since when', () => {
    expect(line()).toBe('Published here as version 3, 2 days ago.');
    expect(line({}, '8')).toBe('Published in Handbook as version 3, 2 days ago.');
    expect(line({ outdated: true })).toBe('Published here as version 3, 2 days ago. The practice has changed since.');
  });

  it('says of two texts that nothing is overwritten', () => {
    expect(line({ state: 'edited-on-both-sides' })).toMatch(/^Changed on both sides: .* Nothing is overwritten/u);
  });

  it.each(publicationStates)('has words when it is %s', (state) => {
    expect(line({ state })).toMatch(/^[A-Z].*\.$/u);
  });

  it.each(publicationFailures)('says why when it failed by %s', (failure) => {
    expect(line({ state: 'failed', failure })).toBe(publicationFailureNames[failure]);
  });

  it('offers what can be done, and nothing to whoever may not', () => {
    const offered = publicationStates.map((state) => publishAction(view({ state })));
    expect(offered).toEqual([
      'Publish to Confluence',
      'Publish now',
      undefined,
      undefined,
      undefined,
      'Try again',
      'Publish to Confluence',
      'Publish to Confluence',
    ]);
    expect(publishAction(view({ outdated: true }))).toBe('Update page');
    const not = { publish: false, choose: false, withdraw: false };
    expect(publicationStates.map((state) => publishAction(view({ state, abilities: not })))).toEqual(
      publicationStates.map(() => undefined),
    );
  });
});

it.each([
  ['2026-11-28T11:59:40Z', 'just now'],
  ['2026-11-28T11:59:00Z', '1 minute ago'],
  ['2026-11-28T09:00:00Z', '3 hours ago'],
  ['2026-11-27T11:00:00Z', '1 day ago'],
  ['2026-10-01T11:00:00Z', '1 October 2026'],
  ['soon', 'soon'],
])('%s is %s', (instant, words) => {
  expect(agoOf(instant, now)).toBe(words);
});
