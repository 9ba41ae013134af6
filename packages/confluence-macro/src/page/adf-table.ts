import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import type { AdfNode } from '../export/adf.ts';
import { wordsIn } from './adf-input.ts';
import { leavesOf } from './adf-inline.ts';
import { type Leaf, nested } from './inline.ts';
import type { Losses } from './losses.ts';

const WIDEST = 100;

/**
 * A table of Markdown: its first row is the head, a cell holds one line, nothing reaches over several cells, and no rows
 * are counted.
 */
export function tableOf(table: AdfNode, losses: Losses): RootContent[] {
  const rows = (table.content ?? []).filter(({ type }) => type === 'tableRow');
  const first = rows[0]?.content ?? [];
  const isNumbered = table.attrs?.['isNumberColumnEnabled'] === true;
  if (isNumbered || first.some(({ type }) => type !== 'tableHeader')) losses.add('table', wordsIn(table));

  const cells = rows.map((row) => (row.content ?? []).flatMap((cell) => cellsOf(cell, losses)).slice(0, WIDEST));
  const width = Math.max(0, ...cells.map(({ length }) => length));
  if (width === 0) return [];
  const children = cells.map((row): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: width }, (_, column) => row[column] ?? emptyCell()),
  }));
  return [{ type: 'table', align: Array.from({ length: width }, () => null), children }];
}

const emptyCell = (): TableCell => ({ type: 'tableCell', children: [] });

/** A cell that reaches over several columns is followed by empty ones. */
function cellsOf(cell: AdfNode, losses: Losses): TableCell[] {
  const across = Math.min(WIDEST, Math.max(1, Math.trunc(Number(cell.attrs?.['colspan'] ?? 1)) || 1));
  const down = Number(cell.attrs?.['rowspan'] ?? 1);
  if (across > 1 || down > 1) losses.add('table', wordsIn(cell));
  return [{ type: 'tableCell', children: lineOf(cell, losses) }, ...Array.from({ length: across - 1 }, emptyCell)];
}

function lineOf(cell: AdfNode, losses: Losses): PhrasingContent[] {
  const blocks = cell.content ?? [];
  if (blocks.length > 1 || blocks.some(({ type }) => type !== 'paragraph')) losses.add('table', wordsIn(cell));
  const lines = blocks.flatMap((block) => linesIn(block, losses)).filter((line) => line.length > 0);
  return nested(
    lines
      .flatMap((line, index): Leaf[] =>
        index === 0 ? line : [{ node: { type: 'text', value: ' / ' }, marks: {} }, ...line],
      )
      .map((leaf): Leaf => (leaf.node.type === 'break' ? { node: { type: 'text', value: ' ' }, marks: {} } : leaf)),
  );
}

const LINES = new Set(['paragraph', 'heading', 'taskItem', 'decisionItem', 'caption']);

/** The lines of a block that has to fit into a cell. */
function linesIn(node: AdfNode, losses: Losses): Leaf[][] {
  const content = node.content ?? [];
  if (LINES.has(node.type)) return [leavesOf(content, losses)];
  if (node.type === 'codeBlock') {
    return [
      content.map(({ text }): Leaf => ({
        node: { type: 'inlineCode', value: (text ?? '').replaceAll(/\s+/gu, ' ') },
        marks: {},
      })),
    ];
  }
  if (content.length === 0) return [leavesOf([node], losses)];
  return content.flatMap((child) => linesIn(child, losses));
}
