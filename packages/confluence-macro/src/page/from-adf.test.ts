import { parseMarkdown } from '@copse/core/markdown';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageToMarkdown } from './page-text.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const t = (text: string, ...marks: unknown[]) => ({ type: 'text', text, marks });
const kindsOf = (document: unknown) => pageToMarkdown(document).losses.map(({ kind }) => kind);

describe('what Markdown cannot say becomes words, and is listed', () => {
  it.each<[string, unknown, string, string[]]>([
    ['a mention', p(t('Ask '), { type: 'mention', attrs: { id: '1', text: '@Mara' } }), 'Ask @Mara', ['mention']],
    ['a date', p({ type: 'date', attrs: { timestamp: '1767225600000' } }), '1 January 2026', ['date']],
    ['a status', p({ type: 'status', attrs: { text: 'DONE', color: 'green' } }), '\\[DONE]', ['status']],
    ['a panel', { type: 'panel', attrs: { panelType: 'info' }, content: [p(t('Mind'))] }, '> Mind', ['panel']],
    [
      'an expand',
      { type: 'expand', attrs: { title: 'More' }, content: [p(t('hidden'))] },
      '**More**\n\nhidden',
      ['expand'],
    ],
    ['columns', { type: 'layoutSection', content: [{ type: 'layoutColumn', content: [p(t('a'))] }] }, 'a', ['layout']],
    ['an underline', p(t('under', { type: 'underline' })), 'under', ['formatting']],
    ['a comment in the text', p(t('this', { type: 'annotation', attrs: {} })), 'this', ['comment']],
    [
      'a macro with a body',
      { type: 'bodiedExtension', attrs: { extensionKey: 'excerpt' }, content: [p(t('inside'))] },
      '\\[Macro: excerpt]\n\ninside',
      ['macro'],
    ],
    [
      'a macro in a line',
      p({ type: 'inlineExtension', attrs: { extensionKey: 'anchor' } }),
      '\\[Macro: anchor]',
      ['macro'],
    ],
    [
      'a picture of the page',
      { type: 'mediaSingle', content: [{ type: 'media', attrs: { type: 'file', id: 'f', alt: 'Bench' } }] },
      '\\[Image: Bench]',
      ['image'],
    ],
    [
      'a file in a line',
      p({ type: 'mediaInline', attrs: { id: 'f', alt: 'plan.pdf' } }),
      '\\[File: plan.pdf]',
      ['file'],
    ],
    [
      'a decision',
      { type: 'decisionList', content: [{ type: 'decisionItem', content: [t('We ship')] }] },
      '- We ship',
      ['decision'],
    ],
    [
      'the numbers of rows',
      {
        type: 'table',
        attrs: { isNumberColumnEnabled: true },
        content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [p(t('Step'))] }] }],
      },
      '| Step |\n| - |',
      ['table'],
    ],
    ['an unsafe link', p(t('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } })), 'x', ['unknown']],
    ['a node of the future', { type: 'hologram', content: [p(t('still read'))] }, 'still read', ['unknown']],
    ['characters that nobody sees', p(t('a\u202Eb\u0007c')), 'abc', ['invisible']],
  ])('%s', (_what, node, markdown, losses) => {
    const read = pageToMarkdown(doc(node));
    expect(read.markdown).toBe(markdown);
    expect(read.losses.map(({ kind }) => kind)).toEqual(losses);
  });

  it('but an emoji, a smart link and a code block are carried as they are', () => {
    const document = doc(
      p({ type: 'emoji', attrs: { shortName: ':ok:', text: '👌' } }, t(' '), {
        type: 'inlineCard',
        attrs: { url: 'https://a.example/' },
      }),
      { type: 'codeBlock', attrs: { language: 'js' }, content: [{ type: 'text', text: 'a\n\nb' }] },
    );
    expect(pageToMarkdown(document)).toEqual({ markdown: '👌 <https://a.example/>\n\n```js\na\n\nb\n```', losses: [] });
  });

  it('a table with wide cells and lists in them keeps every word in its row', () => {
    const cell = (type: string, attrs: object, ...content: unknown[]) => ({ type, attrs, content });
    const table = {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', { colspan: 2 }, p(t('Wide')))] },
        {
          type: 'tableRow',
          content: [
            cell('tableCell', {}, p(t('one')), p(t('two'))),
            cell('tableCell', {}, { type: 'bulletList', content: [{ type: 'listItem', content: [p(t('three'))] }] }),
          ],
        },
      ],
    };
    const read = pageToMarkdown(doc(table));
    expect(read.markdown).toBe('| Wide | |\n| - | - |\n| one / two | three |');
    expect(read.losses).toEqual([{ kind: 'table', count: 3, example: 'Wide' }]);
  });
});

describe('whatever somebody calls a document', () => {
  it('is read without failing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (document) => {
        expect(typeof pageToMarkdown(document).markdown).toBe('string');
      }),
      { numRuns: 300 },
    );
  });

  const anyNode: fc.Memo<unknown> = fc.memo((depth) =>
    fc.record(
      {
        type: fc.constantFrom(
          'paragraph',
          'heading',
          'text',
          'taskList',
          'taskItem',
          'table',
          'tableRow',
          'tableCell',
          'bulletList',
          'listItem',
          'blockquote',
          'panel',
          'media',
          'extension',
          'codeBlock',
          'inlineCard',
          'date',
          'mention',
          'x',
        ),
        text: fc.string({ maxLength: 8 }),
        attrs: fc.dictionary(fc.constantFrom('level', 'url', 'order', 'text', 'colspan', 'timestamp'), fc.anything()),
        marks: fc.array(fc.record({ type: fc.constantFrom('strong', 'link', 'code', 'em') })),
        content: depth > 1 ? fc.array(anyNode(depth - 1), { maxLength: 4 }) : fc.constant([]),
      },
      { requiredKeys: ['type'] },
    ),
  );

  it('becomes Markdown that our own parser reads, with nodes in places where none belongs', () => {
    fc.assert(
      fc.property(fc.array(anyNode(4), { maxLength: 4 }), (content) => {
        expect(parseMarkdown(pageToMarkdown(doc(...content)).markdown).type).toBe('root');
      }),
      { numRuns: 300 },
    );
  });

  it('of any depth is read in bounded time, its words kept', () => {
    let deep: unknown = p(t('at the bottom'));
    for (let level = 0; level < 20_000; level += 1) deep = { type: 'blockquote', content: [deep] };

    const read = pageToMarkdown(doc(deep));
    expect(read.markdown).toContain('at the bottom');
    expect(read.losses.map(({ kind }) => kind)).toContain('too-deep');
  });

  it('of any size is read up to a limit, and says so', () => {
    const huge = doc(...Array.from({ length: 100_000 }, () => p(t('again'))));
    expect(kindsOf(huge)).toEqual(['too-long']);
  });
});
