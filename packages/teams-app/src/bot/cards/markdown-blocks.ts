import { parseMarkdown, plainText, type Root } from '@copse/core/markdown';
import { box, type Element, text } from './card.ts';
import { clip, escapeMarks } from './plain.ts';

type Block = Root['children'][number];
type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];
type List = Extract<Block, { type: 'list' }>;
type Table = Extract<Block, { type: 'table' }>;

export type Rendered = {
  readonly blocks: readonly Element[];
  /** Something did not fit: offer the page where all of it can be read. */
  readonly shortened: boolean;
};

const MOST_CODE = 600;
const LONGEST_ADDRESS = 400;

/**
 * Renders what people wrote as card elements, up to `budget` characters.
 *
 * Card text knows bold, italics, links and flat lists. The rest keeps its meaning: a heading is a bold line, a quotation
 * a shaded box, code a monospaced block, a table one line per row with its column names, a picture its description
 * as a link. Nesting is shown by indented bullets. Never throws.
 */
export function markdownBlocks(markdown: string, budget = 1500): Rendered {
  const blocks: Element[] = [];
  let left = budget;
  for (const block of parseMarkdown(markdown).children) {
    const size = plainText(block).length;
    if (blocks.length > 0 && size > left) return { blocks, shortened: true };
    if (size > left) {
      return { blocks: [text(escapeMarks(clip(plainText(block).replaceAll(/\s+/g, ' '), budget)))], shortened: true };
    }
    left -= size;
    blocks.push(...elementsOf(block));
  }
  return { blocks, shortened: false };
}

/** An empty heading or an empty quotation is nothing to show, also within another quotation. */
const hasWords = ({ text: words, items }: Element): boolean =>
  Array.isArray(items)
    ? (items as readonly Element[]).some(hasWords)
    : typeof words === 'string' && (words.trim() !== '' || words === ' ');

const elementsOf = (block: Block): Element[] => anyElementsOf(block).filter(hasWords);

function anyElementsOf(block: Block): Element[] {
  switch (block.type) {
    case 'heading':
      return [
        text(inline(block.children), {
          weight: 'Bolder',
          spacing: 'Medium',
          ...(block.depth <= 2 ? { size: 'Medium' } : {}),
        }),
      ];
    case 'paragraph':
      return [text(lineStart(inline(block.children)))];
    case 'list':
      return listBlocks(block);
    case 'blockquote':
      return [
        box(
          block.children.flatMap((child) => elementsOf(child)),
          { style: 'emphasis' },
        ),
      ];
    case 'code':
      return [box([text(codeLines(block.value), { mono: true, size: 'Small' })], { style: 'emphasis' })];
    case 'table':
      return tableLines(block).map((line) => text(line, { spacing: 'Small' }));
    case 'thematicBreak':
      return [{ ...text(' ', { size: 'Small', spacing: 'None' }), separator: true }];
    default: {
      const words = plainText(block).trim();
      return words ? [text(lineStart(escapeMarks(words)))] : [];
    }
  }
}

/** A paragraph must not begin as a list or a heading by accident. */
const lineStart = (line: string): string =>
  line.replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2').replace(/^([-+#>])/, '\\$1');

function inline(nodes: readonly Inline[]): string {
  return nodes.map((node) => inlineOf(node)).join('');
}

function inlineOf(node: Inline): string {
  switch (node.type) {
    case 'text':
      return escapeMarks(node.value.replaceAll(/\s+/g, ' '));
    case 'strong':
      return wrapped('**', inline(node.children));
    case 'emphasis':
      return wrapped('_', inline(node.children));
    case 'inlineCode':
      return wrapped('**', escapeMarks(node.value));
    case 'link':
      return linked(inline(node.children) || escapeMarks(clip(node.url, 100)), node.url);
    case 'image':
      return linked(escapeMarks(node.alt || 'picture'), node.url);
    case 'break':
      return ' ';
    case 'delete':
      return inline(node.children);
    default:
      return escapeMarks(plainText(node));
  }
}

/** Marks must touch the words, or clients show the marks themselves. */
function wrapped(mark: string, words: string): string {
  const core = words.trim();
  if (core === '' || core.includes('**')) return words;
  const [before = '', after = ''] = words.split(core);
  return `${before}${mark}${core}${mark}${after}`;
}

/** Addresses do not count in the budget, so very long ones, which nobody typed, leave only their words. */
const linked = (words: string, url: string): string =>
  url.length <= LONGEST_ADDRESS ? `[${words}](${address(url)})` : words;

const address = (url: string): string => url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(/\s/g, '%20');

/** A flat list is one block that clients draw as a list. With lists inside, each line is a block, so that numbers go on. */
function listBlocks(list: List): Element[] {
  const flat = list.children.every((item) => item.children.every((child) => child.type !== 'list'));
  if (flat) return [text(list.children.map((item, at) => `${markOf(list, at, 0)}${wordsOf(item)}`).join('\r'))];
  return listLines(list, 0).map((line) => text(line, { spacing: 'Small' }));
}

function listLines(list: List, depth: number): string[] {
  return list.children.flatMap((item, at) => {
    const mark = depth === 0 && list.ordered ? `${(list.start ?? 1) + at}\\. ` : markOf(list, at, depth);
    const inner = item.children.flatMap((child) => (child.type === 'list' ? listLines(child, depth + 1) : []));
    return [`${mark}${wordsOf(item)}`, ...inner];
  });
}

function markOf({ ordered, start }: List, at: number, depth: number): string {
  if (depth > 0) return `${'\u2003'.repeat(depth)}${depth === 1 ? '◦' : '▪'} `;
  return ordered ? `${(start ?? 1) + at}. ` : '- ';
}

function wordsOf({ children, checked }: List['children'][number]): string {
  const done = checked === true ? '☑ ' : checked === false ? '☐ ' : '';
  const own = children.flatMap((child) => {
    if (child.type === 'list') return [];
    return [child.type === 'paragraph' ? inline(child.children) : escapeMarks(plainText(child))];
  });
  return `${done}${own.join(' ').replaceAll(/\s+/g, ' ')}`;
}

function tableLines(table: Table): string[] {
  const [head, ...rows] = table.children.map((row) => row.children.map((cell) => inline(cell.children).trim()));
  return rows.map((cells) =>
    cells
      .map((cell, at) => (head?.[at] && cell ? `**${head[at].replaceAll('**', '')}:** ${cell}` : cell))
      .filter(Boolean)
      .join(' · '),
  );
}

const codeLines = (code: string): string => {
  const kept = code.length > MOST_CODE ? `${code.slice(0, MOST_CODE)}…` : code;
  return kept
    .split('\n')
    .map((line) => escapeMarks(line).replace(/^ +/, (spaces) => '\u00A0'.repeat(spaces.length)))
    .join('\n\n');
};
