import type { Nodes, Root, Table, TableRow } from 'mdast';
import { createElement, type ReactNode } from 'react';

/**
 * Turns core's Markdown tree into React elements. Pure: the same tree gives the same elements.
 *
 * The highest heading that the text uses becomes `topHeading`, since the page already has its own above, and no level
 * is skipped below it. Links open outside the frame and tell the target nothing. Every block finds its own writing
 * direction (`dir="auto"`).
 */
export function renderMarkdown(tree: Root, topHeading: number): ReactNode {
  const used = [...new Set(headingDepths(tree))].toSorted((a, b) => a - b);
  return blocks(tree.children, (depth) => Math.min(6, topHeading + used.indexOf(depth)));
}

const headingDepths = (node: Nodes): number[] =>
  node.type === 'heading'
    ? [node.depth]
    : 'children' in node
      ? node.children.flatMap((child) => headingDepths(child))
      : [];

/** The level in the page for a heading's depth in the text. */
type LevelOf = (depth: number) => number;

const blocks = (nodes: readonly Nodes[], levelOf: LevelOf): ReactNode[] =>
  nodes.map((node, index) => render(node, index, levelOf));

function render(node: Nodes, key: number, levelOf: LevelOf): ReactNode {
  const inside = () => ('children' in node ? blocks(node.children, levelOf) : []);
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return (
        <p key={key} dir="auto">
          {inside()}
        </p>
      );
    case 'heading':
      return createElement(`h${levelOf(node.depth)}`, { key, dir: 'auto' }, ...inside());
    case 'emphasis':
      return <em key={key}>{inside()}</em>;
    case 'strong':
      return <strong key={key}>{inside()}</strong>;
    case 'delete':
      return <del key={key}>{inside()}</del>;
    case 'inlineCode':
      return (
        <code key={key} dir="ltr">
          {node.value}
        </code>
      );
    case 'code':
      // A block that can be scrolled must be reachable by keyboard.
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre key={key} dir="ltr" tabIndex={0}>
          <code>{node.value}</code>
        </pre>
      );
    case 'blockquote':
      return (
        <blockquote key={key} dir="auto">
          {inside()}
        </blockquote>
      );
    case 'list':
      return node.ordered ? (
        <ol key={key} dir="auto" start={node.start ?? 1}>
          {inside()}
        </ol>
      ) : (
        <ul key={key} dir="auto">
          {inside()}
        </ul>
      );
    case 'listItem':
      return typeof node.checked === 'boolean' ? (
        <li key={key} data-task="">
          <input
            type="checkbox"
            checked={node.checked}
            disabled
            readOnly
            aria-label={node.checked ? 'Done' : 'To do'}
          />
          {inside()}
        </li>
      ) : (
        <li key={key}>{inside()}</li>
      );
    case 'link':
      return (
        <a key={key} href={node.url} target="_blank" rel="noopener noreferrer">
          {inside()}
        </a>
      );
    case 'image':
      return <img key={key} src={node.url} alt={node.alt ?? ''} loading="lazy" referrerPolicy="no-referrer" />;
    case 'table':
      return renderTable(node, key, levelOf);
    case 'thematicBreak':
      return <hr key={key} />;
    case 'break':
      return <br key={key} />;
    default:
      // Core leaves nothing else in the tree; should that change, the words still show.
      return 'value' in node ? node.value : <span key={key}>{inside()}</span>;
  }
}

function renderTable(table: Table, key: number, levelOf: LevelOf): ReactNode {
  const [head, ...body] = table.children;
  const row = (cells: TableRow, Cell: 'th' | 'td', rowKey: number) => (
    <tr key={rowKey}>
      {cells.children.map((cell, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- cells of a rendered text have no other identity
        <Cell key={index} dir="auto" {...(Cell === 'th' ? { scope: 'col' } : {})}>
          {blocks(cell.children, levelOf)}
        </Cell>
      ))}
    </tr>
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table that can be scrolled, reachable by keyboard
    <section key={key} aria-label="Table" tabIndex={0} data-wide="">
      <table>
        {head && <thead>{row(head, 'th', 0)}</thead>}
        <tbody>{body.map((cells, index) => row(cells, 'td', index))}</tbody>
      </table>
    </section>
  );
}
