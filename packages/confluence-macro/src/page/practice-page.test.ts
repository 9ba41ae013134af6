import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adfProblems, wordsOf } from '../../test/adf-schema.ts';
import { type AdfNode, heading, paragraph, text } from '../export/adf.ts';
import { type PagePractice, practicePage, publishedVersion, readPracticePage, textOnPage } from './practice-page.ts';

const practice: PagePractice = {
  title: 'Keyboard walk-through',
  context: 'Teams **without** a tester.',
  body: '## Steps\n\n1. Unplug the mouse\n2. Watch',
  community: 'Accessibility guild',
  version: 3,
  signs: ['In use', 'used by 7 teams'],
  credits: ['Mara Vogel (author)', 'Jonas Keller (reviewer)'],
  question: { title: 'How do I test without a mouse?', url: 'https://copse.example.com/open/questions/1' },
  url: 'https://copse.example.com/open/practices/21',
};
const read = (page: AdfNode, title = practice.title) => readPracticePage(title, page);
const words = ({ context, body }: { context: string; body: string }) => ({ context, body });
/** The page after a person worked on its blocks. */
const edited = (change: (blocks: AdfNode[]) => AdfNode[], of = practice): AdfNode => {
  const page = practicePage(of);
  return { ...page, content: change([...(page.content ?? [])]) };
};
const line = (value: string) => paragraph(...text(value));

describe('the page of a practice', () => {
  it('says what it is good for, how it is done, who is to thank and where it lives', () => {
    const page = practicePage(practice);

    expect(adfProblems(page)).toEqual([]);
    expect(wordsOf(page)).toMatch(
      /What it is good for[\s\S]*without[\s\S]*The practice[\s\S]*Unplug[\s\S]*Kept in Copse[\s\S]*Mara Vogel \(author\)[\s\S]*How do I test/u,
    );
    expect(JSON.stringify(page)).toContain(practice.url);
  });

  it('comes back as the practice, without what Copse wrote around it', () => {
    expect(read(practicePage(practice))).toEqual({ ...textOnPage(practice), losses: [] });
    expect(words(read(practicePage(practice)))).toEqual(words(practice));
  });

  const fragment = fc.constantFrom(
    '# ',
    '## The practice\n\n',
    '## ✔ What it is good for\n\n',
    '> ',
    '- ',
    '1. ',
    '- [ ] ',
    '```\n',
    '---\n\n',
    'Kept in Copse\n\n',
    '| a | b |\n|---|---|\n| c | d |\n\n',
    '**',
    '*',
    '`',
    '[a](https://x.example)',
    '\n',
    '\n\n',
    'word ',
    '![i](https://x.example/i.png)\n\n',
    'ünï',
    ':gear: ',
  );
  const anyText = fc
    .array(fc.oneof(fragment, fc.string({ maxLength: 5 })), { maxLength: 24 })
    .map((all) => all.join(''));

  it('gives back the normalised text of every practice, even one that imitates what Copse writes', () => {
    fc.assert(
      fc.property(anyText, anyText, (context, body) => {
        const page = practicePage({ ...practice, context, body });
        expect(adfProblems(page)).toEqual([]);
        expect(read(page)).toEqual({ ...textOnPage({ ...practice, context, body }), losses: [] });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a page that somebody worked on', () => {
  it('is read with what was changed in it', () => {
    const page = edited((blocks) => [...blocks.slice(0, 2), line('And teams in a hurry.'), ...blocks.slice(2)]);
    expect(words(read(page))).toEqual({
      ...words(practice),
      context: 'Teams **without** a tester.\n\nAnd teams in a hurry.',
    });
  });

  it('keeps what was written at either end, and in the panel of Copse', () => {
    const page = edited((blocks) => {
      const panel = blocks.at(-1)!;
      return [
        line('Before all.'),
        ...blocks.slice(0, -1),
        { ...panel, content: [...(panel.content ?? []), line('My note in the panel.')] },
        line('After all.'),
      ];
    });
    const { context, body } = read(page);
    expect(context).toBe(practice.context);
    expect(body).toMatch(/^Before all\.\n\n## Steps[\s\S]*My note in the panel\.\n\nAfter all\.$/u);
    expect(body).not.toContain('Mara Vogel');
  });

  it('is read right when its parts changed places', () => {
    const page = edited(([contextHead, context, bodyHead, ...rest]) => [bodyHead!, ...rest, contextHead!, context!]);
    expect(words(read(page))).toEqual(words(practice));
  });

  it('is read right when it was laid out in columns, and says that columns are lost', () => {
    const page = edited((blocks) => [
      { type: 'layoutSection', content: [{ type: 'layoutColumn', attrs: { width: 100 }, content: blocks }] },
    ]);
    expect(read(page)).toMatchObject({ ...words(practice), losses: [{ kind: 'layout', count: 1 }] });
  });

  it('knows a heading of Copse without its emoji while the other has it', () => {
    const page = edited((blocks) =>
      blocks.map((node) =>
        node.type === 'heading' && wordsOf(node).includes('The practice')
          ? heading({ level: 3 })(...text('The practice'))
          : node,
      ),
    );
    expect(words(read(page))).toEqual(words(practice));
  });

  it('is all body when nobody can tell its parts any more', () => {
    const page = edited((blocks) => blocks.filter(({ type }, index) => type !== 'heading' || index > 2));
    expect(words(read(page))).toEqual({ context: '', body: `${practice.context}\n\n${practice.body}` });
  });

  it('takes over a changed title', () => {
    expect(read(practicePage(practice), '  Keyboard\u00a0first ').title).toBe('Keyboard first');
  });

  it('still tells whose page it is', () => {
    const page = practicePage(practice);
    expect(publishedVersion(page, practice.url)).toBe(3);
    expect(publishedVersion(page, `${practice.url}2`)).toBeUndefined();
    expect(publishedVersion({ type: 'doc', content: page.content?.slice(0, -1) }, practice.url)).toBeUndefined();
  });
});

describe('what only Confluence can show', () => {
  const roadmap = { type: 'extension', attrs: { extensionType: 'x', extensionKey: 'roadmap', layout: 'default' } };
  const photo = {
    type: 'mediaSingle',
    attrs: { layout: 'center' },
    content: [{ type: 'media', attrs: { type: 'file', id: 'f-1', collection: 'c', alt: 'The bench' } }],
  };

  it('leaves a placeholder in the practice, is listed, and outlives the next version', () => {
    const page = edited((blocks) => [...blocks.slice(0, -2), roadmap, photo, ...blocks.slice(-2)]);
    const { body, losses } = read(page);

    expect(body).toBe(`${practice.body}\n\n\\[Macro: roadmap]\n\n\\[Image: The bench]`);
    expect(losses).toEqual([
      { kind: 'macro', count: 1, example: 'roadmap' },
      { kind: 'image', count: 1, example: 'The bench' },
    ]);

    const next = practicePage({ ...practice, body: body.replace('Watch', 'Watch closely'), version: 4 }, page);
    expect(next.content).toContainEqual(roadmap);
    expect(next.content).toContainEqual(photo);
    expect(adfProblems(next)).toEqual([]);
    expect(read(next).body).toBe(body.replace('Watch', 'Watch closely'));
  });

  it('goes when somebody takes its placeholder out of the practice', () => {
    const page = edited((blocks) => [...blocks, roadmap]);
    expect(practicePage(practice, page).content).not.toContainEqual(roadmap);
  });
});
