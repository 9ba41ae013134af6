import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectOfLink } from './link.ts';
import { macroKeys, shownBy } from './macro-settings.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const teams = (subEntityId: string) =>
  `https://teams.microsoft.com/l/entity/11111111-2222-3333-4444-555555555555/home?webUrl=${encodeURIComponent(
    `https://copse.example.com/open/${subEntityId}`,
  )}&context=${encodeURIComponent(JSON.stringify({ subEntityId }))}`;

describe('a pasted link', () => {
  it.each([
    ['our public address', `https://copse.example.com/open/communities/${id}`, { kind: 'community', id }],
    [
      'a closing slash and a query',
      `https://copse.example.com/open/practices/${id}/?from=mail`,
      { kind: 'practice', id },
    ],
    ['a deep link into Teams', teams(`communities/${id}`), { kind: 'community', id }],
    ['a deep link to a page inside a community', teams(`communities/${id}/members`), { kind: 'community', id }],
    ['a deep link to a practice', teams(`practices/${id}`), { kind: 'practice', id }],
  ])('is understood as %s', (_what, link, subject) => {
    expect(subjectOfLink(link)).toEqual(subject);
  });

  it.each([
    ['another page', 'https://copse.example.com/open/people/1'],
    ['no id', 'https://copse.example.com/open/communities/mine'],
    ['a broken context', 'https://teams.microsoft.com/l/entity/x/home?context=%7Bnope'],
    ['no address', 'communities'],
    ['nothing', undefined],
  ])('means nothing when it is %s', (_what, link) => {
    expect(subjectOfLink(link)).toBeUndefined();
  });
});

describe('a macro', () => {
  const link = `https://copse.example.com/open/practices/${id}`;

  it('shows what fits its space before anybody has chosen', () => {
    expect(macroKeys.map((macro) => shownBy(macro, undefined).kind)).toEqual([
      'community-of-space',
      'directory',
      'practices-of-space',
      'questions-of-space',
      'ask',
      'mentors',
      'gatherings',
    ]);
  });

  it('shows what the pasted link points at, whichever macro the link became', () => {
    expect(shownBy('copse-community', {}, link)).toEqual({ kind: 'practice', practiceId: id });
  });

  it('prefers what was chosen in its settings to the link', () => {
    expect(shownBy('copse-practices', { topic: 'access' }, link)).toEqual({ kind: 'practices', topic: 'access' });
  });

  it('shows the question whose link was pasted, and asks the community that was chosen', () => {
    const question = `https://copse.example.com/open/questions/${id}`;
    expect(shownBy('copse-questions', {}, question)).toEqual({ kind: 'question', questionId: id });
    expect(shownBy('copse-questions', { topic: 'access' }, question)).toEqual({ kind: 'questions', topic: 'access' });
    expect(shownBy('copse-ask', { communityId: id })).toEqual({ kind: 'ask', communityId: id });
  });

  it('keeps the form of a community that came from a link', () => {
    const community = `https://copse.example.com/open/communities/${id}`;
    expect(shownBy('copse-community', { show: 'full' }, community)).toEqual({
      kind: 'community',
      communityId: id,
      full: true,
    });
  });

  it('takes settings that it does not understand as none, and never fails', () => {
    fc.assert(
      fc.property(fc.constantFrom(...macroKeys), fc.anything(), fc.anything(), (macro, config, link) => {
        const shown = shownBy(macro, config, link);
        expect('communityId' in shown ? (shown.communityId ?? id) : id).toMatch(/^[0-9a-f-]{36}$/iu);
      }),
    );
  });
});
