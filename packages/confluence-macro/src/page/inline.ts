import type { PhrasingContent } from 'mdast';

/** The marks that both Markdown and Confluence know. Confluence keeps them as a set, Markdown as a nesting. */
export type Marks = {
  readonly href?: string | undefined;
  readonly strong?: boolean | undefined;
  readonly em?: boolean | undefined;
  readonly strike?: boolean | undefined;
};
type Mark = keyof Marks;
export type Leaf = {
  readonly node: { type: 'text' | 'inlineCode'; value: string } | { type: 'break' };
  readonly marks: Marks;
};

/** From the outside to the inside where two marks reach equally far. */
const ORDER: readonly Mark[] = ['href', 'strong', 'em', 'strike'];

/**
 * Nests leaves that carry sets of marks: whichever mark reaches farthest stands outside.
 *
 * White space at the edge of a mark or line says nothing and could not be written, so it moves out of the mark and is
 * left out at the edges of the line.
 */
export function nested(leaves: readonly Leaf[]): PhrasingContent[] {
  return nest(unspaced(joined(leaves)), ORDER);
}

function nest(leaves: readonly Leaf[], marks: readonly Mark[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let at = 0; at < leaves.length;) {
    const reaches = marks.map((mark) => ({ mark, end: reach(leaves, at, mark) }));
    const farthest = reaches.reduce<{ mark: Mark; end: number }>((best, next) => (next.end > best.end ? next : best), {
      mark: 'em',
      end: at,
    });
    if (farthest.end === at) {
      const leaf = leaves[at];
      if (leaf) nodes.push({ ...leaf.node });
      at += 1;
      continue;
    }
    const { mark, end } = farthest;
    const children = nest(
      leaves.slice(at, end),
      marks.filter((other) => other !== mark),
    );
    nodes.push(wrapped(mark, leaves[at]?.marks.href ?? '', children));
    at = end;
  }
  return nodes;
}

/** Where the run of leaves with the same value of a mark ends; `at` itself when the leaf there has it not. */
function reach(leaves: readonly Leaf[], at: number, mark: Mark): number {
  const value = leaves[at]?.marks[mark];
  if (!value) return at;
  let end = at;
  while (end < leaves.length && leaves[end]?.marks[mark] === value) end += 1;
  return end;
}

function wrapped(mark: Mark, url: string, children: PhrasingContent[]): PhrasingContent {
  switch (mark) {
    case 'href':
      return { type: 'link', url, children };
    case 'strong':
      return { type: 'strong', children };
    case 'em':
      return { type: 'emphasis', children };
    case 'strike':
      return { type: 'delete', children };
  }
}

const sameMarks = (one: Marks, other: Marks) =>
  ORDER.every((mark) => (one[mark] || undefined) === (other[mark] || undefined));

/** Neighbours with the same marks are one word to a reader. */
function joined(leaves: readonly Leaf[]): Leaf[] {
  const all: Leaf[] = [];
  for (const leaf of leaves) {
    const last = all.at(-1);
    const { node } = leaf;
    if (last && node.type !== 'break' && last.node.type === node.type && sameMarks(last.marks, leaf.marks)) {
      all[all.length - 1] = { ...last, node: { ...node, value: last.node.value + node.value } };
    } else all.push(leaf);
  }
  return all;
}

function unspaced(leaves: readonly Leaf[]): Leaf[] {
  const parted = leaves.flatMap((leaf, index): Leaf[] => {
    const { node, marks } = leaf;
    if (node.type === 'break') return [{ node, marks: {} }];
    if (node.type === 'inlineCode') return [leaf];
    const [, before = '', words = '', after = ''] = /^([ \t]*)([^]*?)([ \t]*)$/u.exec(node.value) ?? [];
    const next = leaves[index + 1];
    const previous = leaves[index - 1];
    // White space between two words of the same mark stays inside of it.
    const space = (value: string, inside: Marks): Leaf[] =>
      value === '' ? [] : [{ node: { type: 'text', value: ' ' }, marks: inside }];
    return [
      ...space(before, previous ? shared(previous.marks, marks) : {}),
      ...(words === '' ? [] : [{ node: { type: 'text' as const, value: words }, marks }]),
      ...(words === '' ? [] : space(after, next ? shared(marks, next.marks) : {})),
    ];
  });
  return trimmed(parted);
}

const shared = (one: Marks, other: Marks): Marks =>
  Object.fromEntries(ORDER.filter((mark) => one[mark] && one[mark] === other[mark]).map((mark) => [mark, one[mark]]));

const isSpace = (leaf: Leaf | undefined) => leaf?.node.type === 'text' && leaf.node.value.trim() === '';
const isBreak = (leaf: Leaf | undefined) => leaf?.node.type === 'break';

/** Without white space at the ends of lines, two in a row, or breaks at either end. */
function trimmed(leaves: readonly Leaf[]): Leaf[] {
  const kept: Leaf[] = [];
  for (const leaf of leaves) {
    if (isSpace(leaf) && (kept.length === 0 || isBreak(kept.at(-1)) || isSpace(kept.at(-1)))) continue;
    if (isBreak(leaf)) {
      while (isSpace(kept.at(-1))) kept.pop();
      if (kept.length === 0) continue;
    }
    kept.push(leaf);
  }
  while (isSpace(kept.at(-1)) || isBreak(kept.at(-1))) kept.pop();
  return kept;
}
