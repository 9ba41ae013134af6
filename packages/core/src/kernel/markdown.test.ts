import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { beforeAll, describe, expect, it } from 'vitest';
import { excerpt, parseMarkdown, plainText } from './markdown.ts';

function* everyNode(node: Nodes, depth = 0): Generator<{ node: Nodes; depth: number }> {
  yield { node, depth };
  if ('children' in node) for (const child of node.children) yield* everyNode(child, depth + 1);
}
const nodesOf = (tree: Root) => [...everyNode(tree)];
const kinds = (text: string) => nodesOf(parseMarkdown(text)).map(({ node }) => node.type);
const addresses = (text: string) =>
  nodesOf(parseMarkdown(text)).flatMap(({ node }) => ('url' in node ? [node.url] : []));

const NEVER = /^(?:html|definition|linkReference|imageReference|footnoteDefinition|footnoteReference)$/u;
const SAFE = /^(?:https?:\/\/|mailto:)/iu;

const BLOCKS = new Set(['paragraph', 'heading', 'thematicBreak', 'blockquote', 'list', 'code', 'table']);
const ONLY: Readonly<Record<string, string>> = { list: 'listItem', table: 'tableRow', tableRow: 'tableCell' };

/** Whether every child is one that mdast lets stand there. */
function isInPlace(node: Nodes): boolean {
  if (!('children' in node)) return true;
  const only = ONLY[node.type];
  const holdsBlocks = node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem';
  return node.children.every(({ type }) => {
    if (only) return type === only;
    return holdsBlocks === BLOCKS.has(type) && !Object.values(ONLY).includes(type);
  });
}

/** The promises of the tree that every renderer relies on. */
function expectSafe(tree: Root) {
  expect(nodesOf(tree).filter(({ node }) => !isInPlace(node))).toEqual([]);
  const unsafe = nodesOf(tree).filter(
    ({ node, depth }) => NEVER.test(node.type) || ('url' in node && !SAFE.test(node.url)) || depth > 26,
  );
  expect(unsafe).toEqual([]);
}

/** How long it takes, in ms. */
function timed<Value>(work: () => Value): { value: Value; ms: number } {
  const began = performance.now();
  const value = work();
  return { value, ms: performance.now() - began };
}

describe('a link', () => {
  it.each([
    ['[a](https://example.org/x)', ['https://example.org/x']],
    ['[a](mailto:ada@example.org)', ['mailto:ada@example.org']],
    ['<https://example.org>', ['https://example.org']],
    ['www.example.org', ['http://www.example.org']],
    ['[a][b]\n\n[b]: https://example.org', ['https://example.org']],
    ['![a](https://example.org/x.png)', ['https://example.org/x.png']],
  ])('stays: %s', (text, expected) => {
    expect(addresses(text)).toEqual(expected);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&#115;cript:alert(1))',
    '[a](javascript&colon;alert(1))',
    '[a]( javascript:alert(1))',
    '[a](<java\tscript:alert(1)>)',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:x)',
    '[a](file:///etc/passwd)',
    '[a](//example.org)',
    '[a](/api/v1/me)',
    '[a](ms-word:ofe|u|https://example.org)',
    '<javascript:alert(1)>',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '![a](javascript:alert(1))',
    '![a][b]\n\n[b]: data:image/svg+xml,x',
    '![a](http://example.org/x.png)',
  ])('leaves only its words: %s', (text) => {
    expect(addresses(text)).toEqual([]);
  });

  it('keeps the words that it stood on', () => {
    expect(plainText(parseMarkdown('see [the **docs**](javascript:x)'))).toBe('see the docs');
  });
});

describe('raw HTML', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x">bold</b> word',
    '<!-- c -->',
  ])('is shown as it was written: %s', (text) => {
    expect(kinds(text)).not.toContain('html');
    expect(plainText(parseMarkdown(text))).toBe(text);
  });

  it('is shown inside a list and a quote, too', () => {
    expect(kinds('> - <script>x</script>')).toEqual(['root', 'blockquote', 'list', 'listItem', 'paragraph', 'text']);
  });
});

describe('hostile text', () => {
  const deep = 10_000;
  const longest = 40_000;
  // What honest text of that length takes on this machine right now is the measure; quadratic work is far beyond it.
  let honest = 0;
  beforeAll(() => {
    const text =
      '## A heading\n\nSome *words* and `code`, and [a link](https://example.org).\n\n- one\n- two\n\n'.repeat(600);
    parseMarkdown(text.slice(0, 4000));
    honest = timed(() => parseMarkdown(text.slice(0, longest))).ms;
  });

  it.each([
    ['10,000 nested quotes', '>'.repeat(deep)],
    ['10,000 nested quotes with spaces', '> '.repeat(deep) + 'x'],
    ['quotes nested line by line', Array.from({ length: 400 }, (_, line) => '>'.repeat(line) + ' x').join('\n')],
    ['10,000 list openers', '- '.repeat(deep) + 'x'],
    ['numbered openers', '1. '.repeat(deep) + 'x'],
    [
      'a list that goes deeper with each line',
      Array.from({ length: 300 }, (_, line) => `${'  '.repeat(line)}- x`).join('\n'),
    ],
    ['10,000 opened brackets', '['.repeat(deep)],
    ['10,000 opened links', '[a]('.repeat(deep)],
    ['10,000 closed links', 'a]('.repeat(deep)],
    ['10,000 opened images', '!['.repeat(deep)],
    ['10,000 emphasis marks', '*a **b '.repeat(deep / 4)],
    ['one long run of stars', '*'.repeat(40_000)],
    ['nested emphasis', '*a _b '.repeat(deep / 4)],
    ['back-ticks of every length', Array.from({ length: 280 }, (_, length) => '`'.repeat(length + 1)).join(' ')],
    ['a table of 5,000 rows', `| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(4000)}`],
    ['a table of 2,000 columns', `${'| a '.repeat(2000)}|\n${'| - '.repeat(2000)}|\n${'| 1 '.repeat(2000)}|`],
    ['40,000 entities', '&amp;'.repeat(8000)],
    ['10,000 autolinks', 'www.a.b '.repeat(5000)],
    ['addresses without end', 'a@'.repeat(20_000)],
    ['html openers', '<a '.repeat(deep)],
    ['comments that never end', '<!--'.repeat(deep)],
    [
      '3,000 definitions',
      Array.from({ length: 1500 }, (_, name) => `[${name}]: https://example.org/${name}`).join('\n'),
    ],
    ['references to one definition', `[a]: https://example.org\n\n${'[a] '.repeat(deep)}`],
    ['footnotes', `[^1]: x\n\n${'[^1]'.repeat(deep)}`],
    ['fences that never end', '```\n'.repeat(5000)],
    ['only line breaks', '\n'.repeat(40_000)],
    ['only tabs', '\t'.repeat(40_000)],
    ['half of a surrogate pair', '\uD83D'.repeat(1000)],
  ])('%s is read in bounded time, and is safe', (_what, text) => {
    const { value: tree, ms } = timed(() => parseMarkdown(text.slice(0, longest)));

    expectSafe(tree);
    expect(ms).toBeLessThan(honest * 20 + 1000);
    expect(timed(() => plainText(tree)).ms).toBeLessThan(honest * 5 + 1000);
  });

  it('has at most 500 links in one paragraph, and the words of the others; a list has as many as it likes', () => {
    const link = '[a](mailto:x) \\] ';
    const paragraph = parseMarkdown(link.repeat(510));
    expect(nodesOf(paragraph).filter(({ node }) => node.type === 'link')).toHaveLength(500);
    expect(plainText(paragraph).match(/\[a\]/gu)).toHaveLength(10);
    expect(addresses(`- ${link}\n`.repeat(600))).toHaveLength(600);
  });

  const scraps = [
    '> ',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    '    ',
    '#',
    '**',
    '_',
    '~~',
    '`',
    '```\n',
    '[',
    '](',
    ')',
    '![',
    '<',
    '>',
    '<script>',
    '</script>',
    '<!--',
    'javascript:',
    'https://a.b',
    'data:text/html,',
    '&#x6A;',
    '&colon;',
    '| a |',
    '|-|\n',
    '[^1]',
    ': ',
    '[x] ',
    '\\',
    '\u202E',
    'word',
    '\t',
  ];

  it('of any kind makes a safe tree', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 4 })), { maxLength: 120 }),
        (parts) => {
          const tree = parseMarkdown(parts.join(''));
          expectSafe(tree);
          expect(typeof plainText(tree)).toBe('string');
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('plain words', () => {
  it('parts blocks by line breaks and keeps the words of everything', () => {
    expect(
      plainText(parseMarkdown('# Title\n\nOne *two* `three`\n\n- four\n- five\n\n| a | b |\n|-|-|\n| c | d |')),
    ).toBe('Title\nOne two three\nfour\nfive\na\nb\nc\nd');
  });
});

describe('an excerpt', () => {
  it('is the first words in one line', () => {
    expect(excerpt('# Write the test\n\nbefore the **code**', 100)).toBe('Write the test before the code');
  });

  it('ends between words, and says that something was left out', () => {
    expect(excerpt('Write the failing test before the code', 20)).toBe('Write the failing…');
  });

  it('is never longer than it may be, by more than the mark', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 80 }), (text, max) => {
        expect(excerpt(text, max).length).toBeLessThanOrEqual(max + 1);
      }),
    );
  });
});
