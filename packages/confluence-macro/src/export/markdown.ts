import { parseMarkdown, plainText, type Root } from '@copse/core/markdown';
import type { List, ListItem, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import {
  type AdfNode,
  blockQuote,
  bulletList,
  code,
  codeBlock,
  em,
  hardBreak,
  heading,
  link,
  listItem,
  orderedList,
  paragraph,
  rule,
  strike,
  strong,
  table,
  tableCell,
  tableHeader,
  tableRow,
  taskItem,
  taskList,
  text,
} from './adf.ts';

/** Where a block stands. The format allows less inside list items and quotes than it does at the top. */
type Place = 'top' | 'item' | 'quote';
type Marks = { readonly strong?: true; readonly em?: true; readonly strike?: true; readonly href?: string };

/**
 * Renders Markdown as blocks of an Atlassian document: never invalid, never losing a word.
 *
 * What the format forbids in a place keeps its text in the nearest form that is allowed there: a heading inside a list
 * becomes a bold paragraph, a quote inside a quote is joined to it, a task list inside a quote gets boxes as characters.
 */
export function markdownToAdf(source: string, headingsBelow = 0): AdfNode[] {
  return treeToAdf(parseMarkdown(source), headingsBelow);
}

/** The same for a tree that is parsed already. `headingsBelow` is the level of the heading that stands over the text. */
export function treeToAdf(tree: Root, headingsBelow = 0): AdfNode[] {
  const ids = taskIds();
  return tree.children
    .flatMap((node) => block(node, 'top', ids))
    .map((node) => (node.type === 'heading' ? lowered(node, headingsBelow) : node));
}

const lowered = (node: AdfNode, levels: number): AdfNode => ({
  ...node,
  attrs: { ...node.attrs, level: Math.min(6, Number(node.attrs?.['level'] ?? 1) + levels) },
});

const taskIds = () => {
  let last = 0;
  return () => `copse-task-${(last += 1)}`;
};
type Ids = () => string;

function block(node: RootContent, place: Place, ids: Ids): AdfNode[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(...inline(node.children))];
    case 'heading':
      return place === 'top'
        ? [heading({ level: node.depth })(...inline(node.children))]
        : [paragraph(...inline(node.children, { strong: true }))];
    case 'thematicBreak':
      return place === 'top' ? [rule()] : [];
    case 'code':
      return [codeBlock(node.value, node.lang)];
    case 'blockquote': {
      const inside = blocks(node.children, place === 'top' ? 'quote' : place, ids);
      return place === 'top' ? [blockQuote(...atLeastOne(inside))] : inside;
    }
    case 'list':
      return [list(node, place, ids)];
    case 'table':
      return place === 'top' ? [grid(node)] : rowsAsText(node);
    default: {
      // Only inline nodes are left: text that stands alone, such as shown HTML source.
      const loose = inline([node as PhrasingContent]);
      return loose.length > 0 ? [paragraph(...loose)] : [];
    }
  }
}

/**
 * The parser cuts very deep trees to text, so a list, item, row or cell may hold bare text where its type promises more:
 * every descent goes through here and finds an element with children.
 */
function contentOf(node: Nodes): RootContent[] {
  if ('children' in node) return node.children;
  return [node];
}

const blocks = (nodes: readonly RootContent[], place: Place, ids: Ids): AdfNode[] =>
  nodes.flatMap((node) => block(node, place, ids));

const atLeastOne = (nodes: AdfNode[]): AdfNode[] => (nodes.length > 0 ? nodes : [paragraph()]);

function list(node: List, place: Place, ids: Ids): AdfNode {
  if (place !== 'quote' && isTaskList(node)) return tasks(node, ids);

  const items = node.children.map((item) => listItem(atLeastOne(itemContent(item, place, ids))));
  if (items.length === 0) return paragraph();
  return node.ordered ? orderedList({ order: node.start ?? 1 })(...items) : bulletList(...items);
}

/** Inside a quote's list the quote's rules still hold, as far as the format states them: they equal an item's. */
function itemContent(item: ListItem, place: Place, ids: Ids): AdfNode[] {
  const inside = blocks(contentOf(item), place === 'quote' ? 'quote' : 'item', ids);
  if (typeof item.checked !== 'boolean') return inside;

  const box = text(item.checked ? '☑ ' : '☐ ');
  const [first, ...rest] = inside;
  return first?.type === 'paragraph'
    ? [paragraph(...box, ...(first.content ?? [])), ...rest]
    : [paragraph(...box), ...inside];
}

/** A real task list holds nothing but words and further task lists; anything richer keeps its boxes as characters. */
function isTaskList(node: List): boolean {
  return (
    node.children.length > 0 &&
    node.children.every(
      (item) =>
        typeof item.checked === 'boolean' &&
        contentOf(item).every((child) => child.type === 'paragraph' || (child.type === 'list' && isTaskList(child))),
    )
  );
}

function tasks(node: List, ids: Ids): AdfNode {
  const items = node.children.flatMap((item) => {
    const state = item.checked ? 'DONE' : 'TODO';
    const task = taskItem({ localId: ids(), state })(...joinParagraphs(contentOf(item)));
    const inside = contentOf(item).flatMap((child) => (child.type === 'list' ? [tasks(child, ids)] : []));
    return [task, ...inside];
  });
  return taskList({ localId: ids() })(...items);
}

const joinParagraphs = (nodes: RootContent[]): AdfNode[] =>
  nodes
    .flatMap((node) => (node.type === 'paragraph' ? [inline(node.children)] : []))
    .flatMap((words, index) => (index === 0 ? words : [hardBreak(), ...words]));

function grid({ children }: Table): AdfNode {
  const cells = children.map((row) => contentOf(row).map((cell) => inline(contentOf(cell) as PhrasingContent[])));
  const width = Math.max(1, ...cells.map((row) => row.length));
  const rows = cells.map((row, index) => {
    const cell = index === 0 ? tableHeader : tableCell;
    return tableRow(Array.from({ length: width }, (_, column) => cell({})(paragraph(...(row[column] ?? [])))));
  });
  return rows.length > 0 ? table(...rows) : paragraph();
}

const rowsAsText = ({ children }: Table): AdfNode[] =>
  children.map((row) =>
    paragraph(
      ...contentOf(row).flatMap((cell, index) => [
        ...(index === 0 ? [] : text(' | ')),
        ...inline(contentOf(cell) as PhrasingContent[]),
      ]),
    ),
  );

function inline(nodes: readonly PhrasingContent[], marks: Marks = {}): AdfNode[] {
  return nodes.flatMap((node): AdfNode[] => {
    switch (node.type) {
      case 'text':
        return text(node.value).map((words) => marked(words, marks));
      case 'inlineCode':
        return text(node.value).map((words) => code(marks.href === undefined ? words : link(marks.href)(words)));
      case 'break':
        return [hardBreak()];
      case 'strong':
        return inline(node.children, { ...marks, strong: true });
      case 'emphasis':
        return inline(node.children, { ...marks, em: true });
      case 'delete':
        return inline(node.children, { ...marks, strike: true });
      case 'link':
        return inline(node.children, { ...marks, href: node.url });
      case 'image':
        // The export cannot fetch foreign images; its description leads to it instead.
        return text(node.alt || node.url).map((words) => marked(words, { ...marks, href: marks.href ?? node.url }));
      default:
        return text(plainText(node)).map((words) => marked(words, marks));
    }
  });
}

function marked(words: AdfNode, marks: Marks): AdfNode {
  let node = words;
  if (marks.strike) node = strike(node);
  if (marks.em) node = em(node);
  if (marks.strong) node = strong(node);
  return marks.href === undefined ? node : link(marks.href)(node);
}
