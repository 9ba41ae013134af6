import { parseMarkdown, plainText } from '@copse/core/markdown';
import type { Nodes } from 'mdast';
import { Fragment, type ReactNode, useMemo } from 'react';
import { OutLink } from './button.tsx';
import { headingLevels, type Levels } from './heading-levels.ts';

/** Renders the tree as elements, never as HTML text: what people write can never run. */
export default function Markdown({ text, under }: { text: string; under: number }) {
  const tree = useMemo(() => {
    const parsed = parseMarkdown(text);
    return { parsed, levels: headingLevels(parsed, under) };
  }, [text, under]);
  return <div className="prose">{children(tree.parsed, tree.levels)}</div>;
}

const children = (node: Nodes, levels: Levels): ReactNode =>
  'children' in node
    ? node.children.map((child, index) => <Fragment key={index}>{element(child, levels)}</Fragment>)
    : null;

function element(node: Nodes, levels: Levels): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return <p dir="auto">{children(node, levels)}</p>;
    case 'heading': {
      const Heading = `h${levels.get(node) ?? 6}` as 'h4';
      return (
        <Heading className={`h${node.depth}`} dir="auto">
          {children(node, levels)}
        </Heading>
      );
    }
    case 'emphasis':
      return <em>{children(node, levels)}</em>;
    case 'strong':
      return <strong>{children(node, levels)}</strong>;
    case 'delete':
      return <del>{children(node, levels)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'blockquote':
      return <blockquote>{children(node, levels)}</blockquote>;
    case 'code':
      // Scrolls sideways, so it must be reachable with the keyboard.
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0}>
          <code>{node.value}</code>
        </pre>
      );
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{children(node, levels)}</ol>
      ) : (
        <ul>{children(node, levels)}</ul>
      );
    case 'listItem':
      return typeof node.checked === 'boolean' ? (
        <li className="task" dir="auto">
          <span
            className={node.checked ? 'box box-done' : 'box'}
            role="img"
            aria-label={node.checked ? 'Done' : 'To do'}
          />
          <div>{children(node, levels)}</div>
        </li>
      ) : (
        <li dir="auto">{children(node, levels)}</li>
      );
    case 'link':
      return <OutLink href={node.url}>{children(node, levels)}</OutLink>;
    case 'image':
      // Confluence's policy lets no foreign image in; its description leads to it.
      return <OutLink href={node.url}>{node.alt || node.url}</OutLink>;
    case 'table':
      return <Table rows={node.children} levels={levels} />;
    default:
      return plainText(node);
  }
}

function Table({ rows, levels }: { rows: readonly Nodes[]; levels: Levels }) {
  const [head, ...body] = rows;
  const cells = (row: Nodes | undefined) => (row && 'children' in row ? row.children : []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table" tabIndex={0} role="group" aria-label="Table">
      <table>
        <thead>
          <tr>
            {cells(head).map((cell, column) => (
              // oxlint-disable-next-line react/no-array-index-key
              <th key={column} scope="col" dir="auto">
                {children(cell, levels)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {cells(row).map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} dir="auto">
                  {children(cell, levels)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
