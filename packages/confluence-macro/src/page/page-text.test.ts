import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adfProblems } from '../../test/adf-schema.ts';
import { doc } from '../export/adf.ts';
import { documentOf } from '../export/document.ts';
import { collectLosses } from './losses.ts';
import { fromPage, normalised, toPage } from './page-text.ts';

const backFrom = (markdown: string) => {
  const losses = collectLosses();
  const text = fromPage(documentOf(toPage(markdown)).content ?? [], losses);
  return { text, losses: losses.list() };
};

const fragment = fc.constantFrom(
  '# ',
  '## ',
  '> ',
  '- ',
  '1. ',
  '3) ',
  '- [ ] ',
  '- [x] ',
  '```',
  '```js\n',
  '---',
  '| a | b |\n|---|:-:|\n| c *d* | e |',
  '**',
  '*',
  '_',
  '`',
  '~~',
  '[a](https://x.example)',
  '![i](https://x.example/i.png)',
  '\n\n![alone](https://x.example/j.png)\n\n',
  '[^1]',
  '[r]',
  '<b>',
  '&amp;',
  '&#32;',
  '\\',
  'word',
  'two words',
  'ünï',
  '🙂',
  'https://auto.example',
  'a@b.example',
  '  \n',
  '\n',
  '\n\n',
  '    ',
  '\t',
  ' ',
  '☑ ',
  '☐ ',
);
const anyText = fc
  .array(fc.oneof({ weight: 8, arbitrary: fragment }, fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('a text that goes onto a page and comes back', () => {
  it.each([
    ['headings and marks', '## Steps\n\nBe **bold**, *kind* and ~~late~~: [docs](https://a.example/x) `npm test`'],
    ['marks inside of marks', '*all of this is said **louder** than that*'],
    ['a list in a list', '1. one\n   - a\n   - b\n2. two'],
    ['tasks', '- [x] write\n  - [ ] review\n- [ ] publish'],
    ['tasks among points', '- [x] done\n- a point'],
    ['a quote of two paragraphs', '> one\n>\n> two'],
    ['code', '```ts\nconst a = 1;\n\n\nconst b = 2;\n```'],
    ['a table', '| a | b |\n| - | - |\n| c *d* | `e` |'],
    ['a picture that stands alone', 'See:\n\n![A map](https://x.example/map.png)'],
    ['a line break', 'one\\\ntwo'],
    ['a task in a quote that begins with a link', '> - [ ] [docs](https://a.example/x)'],
    ['a list that begins at four', '4. four\n5. five'],
    ['an item of two paragraphs', '- one\n\n  two\n\n- three'],
    ['signs that are no marks', '2 \\* 3 \\* 4, snake_case_name, \\[x], 5 < 6 & 7'],
  ])('is the same: %s', (_what, text) => {
    expect(backFrom(text)).toEqual({ text, losses: [] });
  });

  it('is the normalised text, whatever it was, and nothing is listed as lost', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(backFrom(text)).toEqual({ text: normalised(text), losses: [] });
      }),
      { numRuns: 300 },
    );
  });

  const sentence = fc.constantFrom(
    'Plug it in',
    '**mind** the gap',
    'use `npm test`',
    '*all **of** this*',
    'see [it](https://a.example/x)',
    'a_b * c',
    '1\\. no list',
    'ünï 🙂',
    '<b>',
    '![i](https://x.example/i.png)',
    'one  \ntwo',
  );
  const words = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
  const ordinary = fc.array(
    fc.oneof(
      words,
      words.map((text) => `## ${text.replaceAll('\n', ' ')}`),
      words.map((text) => `- ${text}\n  1. ${text}\n- [x] ${text}\n\n  > ${text}\n\n  # ${text}`),
      words.map((text) => `> ${text}\n>\n> - ${text}\n> - [ ] ${text}`),
      words.map((text) => `| a | b |\n|---|--:|\n| ${text.replaceAll('\n', ' ')} |`),
      fc.constant('```js\nconst a = 1;\n```'),
      fc.constant('---'),
    ),
    { maxLength: 8 },
  );

  it('comes back the same the second time', () => {
    fc.assert(
      fc.property(ordinary, (blocks) => {
        const once = normalised(blocks.join('\n\n'));
        expect(normalised(once)).toBe(once);
      }),
      { numRuns: 100 },
    );
  });

  it('makes a page that Atlassian accepts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(adfProblems(doc(...toPage(text)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
