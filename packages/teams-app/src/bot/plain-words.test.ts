import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from './command-names.ts';
import { typingErrors, understand } from './plain-words.ts';

describe('what somebody writes', () => {
  it.each([
    ['help', 'help', ''],
    ['  HELP! ', 'help', ''],
    ['/find screen readers', 'find', 'screen readers'],
    ['', 'help', ''],
    ['hi', 'help', ''],
    ['What can you do?', 'help', ''],
    ['communities', 'communities', ''],
    ['my communities', 'communities', ''],
    ['Which communities are there?', 'communities', ''],
    ['What communities are there about accessibility?', 'find', 'accessibility'],
    ['Is there a community for people who teach?', 'find', 'people who teach'],
    ['are there any groups around test automation', 'find', 'test automation'],
    ['show me communities on Kubernetes', 'find', 'Kubernetes'],
    ['communities about data', 'find', 'data'],
    ['Who knows about flaky tests?', 'find', 'flaky tests'],
    ['Is there a workshop on soldering?', 'find', 'soldering'],
    ['when are the office hours for screen readers?', 'find', 'screen readers'],
    ['who can help me with PostgreSQL?', 'find', 'PostgreSQL'],
    ['Stop', 'settings', ''],
    ['Hilfe!', 'help', ''],
    ['help mentoring', 'help', 'mentoring'],
    ['How do introductions work?', 'help', 'introductions'],
    ['How can I find a mentor?', 'help', 'mentor'],
    ["I'm interested in mentoring", 'find', 'mentoring'],
    ['search for design systems', 'find', 'design systems'],
    ['community', 'community', ''],
    ['community Data craft', 'community', 'Data craft'],
    ['tell me about the Data craft community', 'community', 'Data craft'],
    ['which community meets here?', 'community', ''],
    ['join Data craft', 'join', 'Data craft'],
    ['I want to join Data craft.', 'join', 'Data craft'],
    ['How do I join the Accessibility guild?', 'join', 'the Accessibility guild'],
    ['practices', 'practices', ''],
    ['show me our practices', 'practices', ''],
    ['what practices do we have about code review?', 'practices', 'code review'],
    ['me', 'me', ''],
    ['who am I?', 'me', ''],
    ['link', 'link', ''],
    ['link my Confluence account', 'link', ''],
    ['ABCD-2345', 'link', 'ABCD-2345'],
    ['abcd-2345', 'link', 'abcd-2345'],
  ])('«%s» asks for %s «%s»', (written, command, words) => {
    expect(understand(written)).toMatchObject({ command, words });
  });

  it.each([
    ['What communities are there about accessibility?', 'community'],
    ['groups about data', 'community'],
    ['Who knows about flaky tests?', 'person'],
    ['are there experts on PostgreSQL?', 'person'],
    ['find data', undefined],
  ])('«%s» looks for %s', (written, kind) => {
    expect(understand(written)).toHaveProperty('command', 'find');
    expect((understand(written) as { kind?: string }).kind).toBe(kind);
  });

  it.each([
    ['comunities', 'communities'],
    ['hlep', 'help'],
    ['fnd', 'find'],
    ['jion the guild', 'join'],
    ['practises', 'practices'],
    ['good morning everybody', undefined],
    ['xyzzy', undefined],
  ])('«%s» is no command; the nearest is %s', (written, nearest) => {
    expect(understand(written)).toEqual({ command: undefined, asked: written, nearest });
  });

  it('is understood in some way, whatever it is, and soon', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (written) => {
        const { command } = understand(written);
        expect(command === undefined || COMMAND_NAMES.includes(command)).toBe(true);
      }),
    );
    const before = performance.now();
    understand(`what ${'communities about '.repeat(16)}`.slice(0, 300));
    understand(`who ${'knows about with on at '.repeat(12)}`.slice(0, 300));
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe('typing errors', () => {
  it.each([
    ['help', 'help', 0],
    ['hlep', 'help', 1],
    ['hel', 'help', 1],
    ['helpp', 'help', 1],
    ['halp', 'help', 1],
    ['', 'help', 4],
  ])('from «%s» to «%s» are %i', (a, b, count) => {
    expect(typingErrors(a, b)).toBe(count);
  });

  it('count the same in both directions', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(typingErrors(a, b)).toBe(typingErrors(b, a));
      }),
    );
  });
});
