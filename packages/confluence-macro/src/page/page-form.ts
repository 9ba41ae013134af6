import { plainText } from '@copse/core/markdown';
import type { BlockContent, Nodes, PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import { type Leaf, type Marks, nested } from './inline.ts';
import { checkedBy, itemOf, languageOf, listOf } from './lists.ts';
import { loneImage } from './write-blocks.ts';

type Place = 'top' | 'item' | 'quote';

/**
 * The form that Markdown takes on a page of Confluence, worked out on Markdown alone.
 *
 * Inside of lists and quotes a page has no headings (they become bold lines), no rules, no tables (rows become lines)
 * and no quotes in quotes; a picture between words becomes a link; columns have no alignment. All else stays.
 */
export const asOnPage = (nodes: readonly RootContent[]): RootContent[] => nodes.flatMap((node) => block(node, 'top'));

const inside = (nodes: readonly RootContent[], place: Place): RootContent[] =>
  nodes.flatMap((node) => block(node, place));

const childrenOf = (node: Nodes): RootContent[] => ('children' in node ? node.children : [node]);

const paragraphOf = (children: PhrasingContent[]): RootContent[] =>
  children.length === 0 ? [] : [{ type: 'paragraph', children }];

function block(node: RootContent, place: Place): RootContent[] {
  switch (node.type) {
    case 'paragraph': {
      const image = place === 'top' ? loneImage(node) : undefined;
      const alt = image?.alt?.replaceAll(/\s+/gu, ' ').trim() ?? '';
      return image
        ? [{ type: 'paragraph', children: [{ type: 'image', url: image.url, alt }] }]
        : paragraphOf(line(node.children));
    }
    case 'heading': {
      if (place !== 'top') return paragraphOf(line(node.children, { strong: true }));
      const children = line(node.children);
      return children.length === 0 ? [] : [{ type: 'heading', depth: node.depth, children }];
    }
    case 'thematicBreak':
      return place === 'top' ? [{ type: 'thematicBreak' }] : [];
    case 'code':
      return [{ type: 'code', lang: languageOf(node.lang), value: node.value }];
    case 'blockquote': {
      const children = inside(node.children, place === 'top' ? 'quote' : place);
      if (place !== 'top') return children;
      return children.length === 0 ? [] : [{ type: 'blockquote', children: children as BlockContent[] }];
    }
    case 'list': {
      const items = node.children.map((item) => {
        const children = inside(childrenOf(item), place === 'quote' ? 'quote' : 'item');
        return typeof item.checked === 'boolean' ? { ...itemOf(children), checked: item.checked } : checkedBy(children);
      });
      return listOf(items, node.ordered ? (node.start ?? 1) : undefined);
    }
    case 'table':
      return place === 'top' ? grid(node) : rows(node);
    default:
      return paragraphOf(line([node as PhrasingContent]));
  }
}

const line = (nodes: readonly PhrasingContent[], marks: Marks = {}) => nested(leaves(nodes, marks));

function leaves(nodes: readonly PhrasingContent[], marks: Marks): Leaf[] {
  return nodes.flatMap((node): Leaf[] => {
    switch (node.type) {
      case 'text':
        return said(node.value, marks);
      case 'inlineCode':
        return said(node.value, { href: marks.href }, 'inlineCode');
      case 'break':
        return [{ node: { type: 'break' }, marks: {} }];
      case 'strong':
        return leaves(node.children, { ...marks, strong: true });
      case 'emphasis':
        return leaves(node.children, { ...marks, em: true });
      case 'delete':
        return leaves(node.children, { ...marks, strike: true });
      case 'link':
        return leaves(node.children, { ...marks, href: node.url });
      case 'image':
        return said(node.alt || node.url, { ...marks, href: marks.href ?? node.url });
      default:
        return said(plainText(node), marks);
    }
  });
}

const said = (value: string, marks: Marks, type: 'text' | 'inlineCode' = 'text'): Leaf[] => {
  const tidy = value.replaceAll(/[\r\n]+/gu, ' ');
  return tidy === '' ? [] : [{ node: { type, value: tidy }, marks }];
};

const cellsOf = (row: Nodes) => childrenOf(row).map((cell) => leaves(childrenOf(cell) as PhrasingContent[], {}));

function grid({ children }: Table): RootContent[] {
  const lines = children.map((row) => cellsOf(row).map((cell) => nested(cell)));
  const width = Math.max(1, ...lines.map((row) => row.length));
  const table: Table = {
    type: 'table',
    align: Array.from({ length: width }, () => null),
    children: lines.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, at): TableCell => ({ type: 'tableCell', children: row[at] ?? [] })),
    })),
  };
  return table.children.length === 0 ? [] : [table];
}

const rows = ({ children }: Table): RootContent[] =>
  children.flatMap((row) =>
    paragraphOf(nested(cellsOf(row).flatMap((cell, index) => (index === 0 ? cell : [...said(' | ', {}), ...cell])))),
  );
