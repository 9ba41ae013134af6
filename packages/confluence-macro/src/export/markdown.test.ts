import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, plainText } from '@copse/core/markdown';
import { adfProblems } from '../../test/adf-schema.ts';
import { type AdfNode, doc } from './adf.ts';
import { markdownToAdf } from './markdown.ts';

const render = (source: string) => doc(...markdownToAdf(source));
const typesIn = (node: AdfNode): string[] => [node.type, ...(node.content ?? []).flatMap(typesIn)];
const textIn = (node: AdfNode): string => (node.text ?? '') + (node.content ?? []).map(textIn).join('');

describe('what people write becomes an Atlassian document', () => {
  it('keeps headings, marks, links and code', () => {
    expect(
      markdownToAdf('## Steps\n\nBe **bold**, *kind* and ~~late~~: [docs](https://a.example/x) `npm test`'),
    ).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Steps' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Be ' },
          { type: 'text', text: 'bold', marks: [{ type: 'strong' }] },
          { type: 'text', text: ', ' },
          { type: 'text', text: 'kind', marks: [{ type: 'em' }] },
          { type: 'text', text: ' and ' },
          { type: 'text', text: 'late', marks: [{ type: 'strike' }] },
          { type: 'text', text: ': ' },
          { type: 'text', text: 'docs', marks: [{ type: 'link', attrs: { href: 'https://a.example/x' } }] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'npm test', marks: [{ type: 'code' }] },
        ],
      },
    ]);
  });

  it('makes real task lists, nested ones too', () => {
    const tasks = markdownToAdf('- [x] write\n  - [ ] review\n- [ ] publish');

    expect(adfProblems(doc(...tasks))).toEqual([]);
    expect(typesIn(doc(...tasks))).toEqual([
      'doc',
      'taskList',
      'taskItem',
      'text',
      'taskList',
      'taskItem',
      'text',
      'taskItem',
      'text',
    ]);
    expect(tasks[0]?.content?.[0]?.attrs).toMatchObject({ state: 'DONE' });
  });

  it('shows boxes as characters where a task list is not allowed', () => {
    const quoted = render('> - [x] done\n> - [ ] open');

    expect(typesIn(quoted)).not.toContain('taskList');
    expect(textIn(quoted)).toBe('☑ done☐ open');
    expect(adfProblems(quoted)).toEqual([]);
  });

  it('keeps the words of a table, a heading, a quote and a rule inside a list item', () => {
    const inside = render('- first\n\n  # Title\n\n  > quoted\n\n  ---\n\n  | a | b |\n  |---|---|\n  | c | d |');

    expect(adfProblems(inside)).toEqual([]);
    expect(textIn(inside)).toBe('firstTitlequoteda | bc | d');
  });

  it('draws tables with a header row and cells for every column', () => {
    const [table] = markdownToAdf('| a | b |\n|---|---|\n| c |\n');

    expect(table?.content?.map((row) => row.content?.map(({ type }) => type))).toEqual([
      ['tableHeader', 'tableHeader'],
      ['tableCell', 'tableCell'],
    ]);
  });

  it('never carries a script or an unsafe address', () => {
    const hostile = render(
      '<script>alert(1)</script> [x](javascript:alert(1)) ![y](data:text/html;base64,AA) <b>ok</b>',
    );
    const addresses = JSON.stringify(hostile).match(/"href":"[^"]*"/gu);

    expect(addresses).toBeNull();
    expect(textIn(hostile)).toContain('<script>');
    expect(adfProblems(hostile)).toEqual([]);
  });

  it('survives ten thousand nested quotes and emphasis marks', () => {
    for (const hostile of ['> '.repeat(10_000) + 'deep', '*'.repeat(10_000) + 'a', '- '.repeat(10_000) + 'x']) {
      expect(adfProblems(render(hostile))).toEqual([]);
    }
  });
});

const fragment = fc.constantFrom(
  '# ',
  '> ',
  '- ',
  '1. ',
  '- [ ] ',
  '- [x] ',
  '```',
  '~~~js',
  '---',
  '| a | b |\n|---|---|\n| c | d |',
  '**',
  '*',
  '`',
  '~~',
  '[a](https://x.example)',
  '![i](https://x.example/i.png)',
  '[^1]',
  '[^1]: note',
  '[r]',
  '[r]: https://y.example',
  '<b>',
  '&amp;',
  '\\',
  'word',
  'ünï',
  '🙂',
  'https://auto.example',
  'a@b.example',
  '  \n',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '9) ',
);
const markdown = fc.array(fc.oneof({ weight: 6, arbitrary: fragment }, fc.string({ maxLength: 8 })), { maxLength: 40 });

describe('any text at all', () => {
  it('gives a document that Atlassian accepts', () => {
    fc.assert(
      fc.property(markdown, (parts) => {
        expect(adfProblems(render(parts.join('')))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word', () => {
    const squeeze = (text: string) => text.replaceAll(/[\s|☐☑]+/gu, '');
    fc.assert(
      fc.property(markdown, (parts) => {
        const source = parts.join('');
        const images = /!\[/u.test(source);
        fc.pre(!images);
        expect(squeeze(textIn(render(source)))).toBe(squeeze(plainText(parseMarkdown(source))));
      }),
      { numRuns: 500 },
    );
  });
});
