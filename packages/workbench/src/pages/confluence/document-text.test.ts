import { expect, it } from 'vitest';
import { linesOf, withLines, withParagraph } from './document-text.ts';

const link = { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: 'https://a.example' } }] };
const document = {
  type: 'doc',
  content: [
    {
      type: 'heading',
      attrs: { level: 2 },
      content: [
        { type: 'emoji', attrs: { text: '👣' } },
        { type: 'text', text: ' How' },
      ],
    },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'See ' }, link] }] },
      ],
    },
    { type: 'rule' },
    { type: 'panel', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kept' }] }] },
  ],
};

it('the lines of a document are its words, in order', () => {
  expect(linesOf(document).map(({ text }) => text)).toEqual(['👣 How', 'See here', 'Kept']);
});

it('a changed line gets the new words, and the others stay as they are', () => {
  const changed = withLines(document, new Map([['3.0', 'Kept\nwell']]));
  expect(linesOf(changed).map(({ text }) => text)).toEqual(['👣 How', 'See here', 'Kept\nwell']);
  expect(changed.content?.[1]).toEqual(document.content[1]);
});

it('a new paragraph stands at the end, above what stands below the last rule', () => {
  expect(withParagraph(document, ' New ').content?.map(({ type }) => type)).toEqual([
    'heading',
    'bulletList',
    'paragraph',
    'rule',
    'panel',
  ]);
  expect(withParagraph(document, '  ')).toBe(document);
});
