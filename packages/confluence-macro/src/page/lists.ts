import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';

/** The language of a block of code as both sides can write it: one word. */
export const languageOf = (lang: string | null | undefined): string | null => lang?.replaceAll(/[\s`]+/gu, '') || null;

/** An item of a list; spread out where its blocks would run together without empty lines. */
export function itemOf(blocks: readonly RootContent[]): ListItem {
  const [first, ...rest] = blocks;
  const tight = first === undefined || (first.type === 'paragraph' && rest.every(({ type }) => type === 'list'));
  return { type: 'listItem', spread: !tight, children: [...blocks] as ListItem['children'] };
}

const BOX = /^([☐☑])\s*/u;

/** An item that begins with a box as a character is a task: that is how one is shown where no real task may stand. */
export function checkedBy(blocks: readonly RootContent[]): ListItem {
  const [first, ...rest] = blocks;
  const words = first?.type === 'paragraph' ? first.children[0] : undefined;
  const box = words?.type === 'text' ? BOX.exec(words.value) : undefined;
  if (first?.type !== 'paragraph' || words?.type !== 'text' || !box) return itemOf(blocks);

  const children = withoutSpaceAhead([
    { ...words, value: words.value.slice(box[0].length) },
    ...first.children.slice(1),
  ]);
  const left: RootContent[] = children.length === 0 ? rest : [{ ...first, children }, ...rest];
  return { ...itemOf(left), checked: box[1] === '☑' };
}

/** The space after a box may stand in a text of its own, before a link for instance. */
function withoutSpaceAhead([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== 'text') return first === undefined ? [] : [first, ...rest];
  const value = first.value.trimStart();
  return value === '' ? withoutSpaceAhead(rest) : [{ ...first, value }, ...rest];
}

/** A list of these items; without a `start` a list of points. */
export function listOf(items: readonly ListItem[], start?: number): List[] {
  if (items.length === 0) return [];
  const spread = items.some((item) => item.spread === true);
  const children = [...items];
  return start === undefined
    ? [{ type: 'list', ordered: false, spread, children }]
    : [{ type: 'list', ordered: true, start, spread, children }];
}
