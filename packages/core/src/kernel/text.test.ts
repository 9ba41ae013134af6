import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { line, markdown, topics } from './contract.ts';
import { FORBIDDEN_CHARACTERS, tidyLine, tidyTopic } from './text.ts';

const anything = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe('a line of text', () => {
  it.each([
    ['  two   words ', 'two words'],
    ['a\tb\nc', 'a b c'],
    ['Cafe\u0301', 'Café'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(line(1, 80).parse(typed)).toBe(kept);
  });

  it.each([
    ['a zero byte', 'a\0b'],
    ['a bell', 'a\u0007b'],
    ['a right-to-left override', 'a\u202Eb'],
    ['an isolate', 'a\u2066b'],
    ['a byte order mark', 'a\uFEFFb'],
    ['nothing but space', '   '],
    ['nothing but joiners', '\u200B\u200D'],
    ['nothing but fillers', '\u3164\u2800'],
    ['half a surrogate pair', 'a\uD83D'],
    ['too much', 'a'.repeat(81)],
    ['far too much', 'a'.repeat(10_000_000)],
  ])('is refused with %s', (_what, typed) => {
    expect(line(1, 80).safeParse(typed).success).toBe(false);
  });

  it('is tidy the second time as it was the first', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tidyLine(tidyLine(text))).toBe(tidyLine(text));
      }),
    );
  });

  it('is as long as the eye sees it, not as the computer counts it', () => {
    expect(line(3, 80).safeParse('a\u200B\u200B').success).toBe(false);
  });

  it('lets right-to-left writing, emoji and joiners be', () => {
    expect(line(1, 80).parse('مجتمع 👩‍💻')).toBe('مجتمع 👩‍💻');
  });

  it('lets nothing through that makes text read differently from what it says', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const parsed = line(0, 60).safeParse(typed);
        expect(parsed.success ? parsed.data : '').not.toMatch(FORBIDDEN_CHARACTERS);
      }),
    );
  });
});

describe('Markdown', () => {
  it('keeps line breaks and tabs, in one form', () => {
    expect(markdown(100).parse('a\r\nb\rc\td  \n')).toBe('a\nb\nc\td');
  });
});

describe('a topic', () => {
  it.each([
    ['#Unit Testing', 'unit testing'],
    ['##  C++ ', 'c++'],
  ])('%j is %j', (typed, kept) => {
    expect(tidyTopic(typed)).toBe(kept);
  });

  it('is named once', () => {
    expect(topics(8).parse(['Design', '#design', 'testing'])).toEqual(['design', 'testing']);
  });
});
