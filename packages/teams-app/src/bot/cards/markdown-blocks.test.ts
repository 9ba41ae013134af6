import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOfCard } from '../../../test/card-rules.ts';
import { card } from './card.ts';
import { markdownBlocks } from './markdown-blocks.ts';

const linesOf = (markdown: string) => markdownBlocks(markdown).blocks.map((block) => block['text'] ?? block);

describe('Markdown on a card', () => {
  it.each([
    ['**bold** and *leaning*', ['**bold** and _leaning_']],
    ['a `name` in code', ['a **name** in code']],
    ['[guide](https://example.com/a_(b))', ['[guide](https://example.com/a_%28b%29)']],
    ['- one\n- two', ['- one\r- two']],
    ['3. three\n4. four', ['3. three\r4. four']],
    ['- [x] done\n- [ ] open', ['- ☑ done\r- ☐ open']],
    ['1. one\n   - inner\n2. two', ['1\\. one', '\u2003◦ inner', '2\\. two']],
    ['| a | b |\n|---|---|\n| 1 | 2 |', ['**a:** 1 · **b:** 2']],
    ['![a *plan*](https://example.com/p.png)', ['[a plan](https://example.com/p.png)']],
  ])('%j becomes %j', (markdown, lines) => {
    expect(linesOf(markdown)).toEqual(lines);
  });

  it.each(['5 * 3 * 2', 'snake_case_name', '1\\. not a list', '[brackets]', 'a ~ b', '{{TIME(2026-01-01T00:00:00Z)}}'])(
    'keeps %j as text',
    (markdown) => {
      const [shown] = linesOf(markdown) as string[];
      expect(shown?.replaceAll(/\\([\\`*_[\]~.)#>+-])/g, '$1').replaceAll('\u200B', '')).toBe(
        markdown.replace('1\\.', '1.'),
      );
      expect(shown).not.toContain('{{');
    },
  );

  it('lets no script, raw HTML or foreign address through', () => {
    const shown = JSON.stringify(
      markdownBlocks('<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n![y](data:text/html,hi)').blocks,
    );
    expect(shown).not.toMatch(/\]\((?:javascript|data):/);
  });

  it('stops at its budget and says so', () => {
    const { blocks, shortened } = markdownBlocks(`${'word '.repeat(100)}\n\n`.repeat(20), 900);
    expect(shortened).toBe(true);
    expect(JSON.stringify(blocks).length).toBeLessThan(1800);
  });

  it('makes a card of anything that people write', () => {
    const marks = fc.constantFrom(
      '# ',
      '> ',
      '- ',
      '1. ',
      '**',
      '_',
      '`',
      '```\n',
      '| a |\n|---|\n',
      '[x](https://a.example)',
      '\n\n',
      '<b>',
      '{{',
      '\\',
      'é',
      '🌱',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, fc.string({ maxLength: 12 })), { maxLength: 60 }), (parts) => {
        const { blocks } = markdownBlocks(parts.join(''));
        expect(problemsOfCard(card({ body: blocks, fallback: 'x' }), new Set())).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['> word\n> # ', '> > # \n> word'])('shows nothing of what is empty in a quotation: %j', (markdown) => {
    const { blocks } = markdownBlocks(markdown);
    expect(problemsOfCard(card({ body: blocks, fallback: 'x' }), new Set())).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('word');
  });

  it('does not choke on ten thousand nested quotes', () => {
    expect(() => markdownBlocks(`${'>'.repeat(10_000)} deep`)).not.toThrow();
  });
});
