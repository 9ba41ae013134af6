import { parseMarkdown, plainText } from '@copse/core/markdown';
import type { Nodes } from 'mdast';
import { Fragment, type ReactNode, useMemo } from 'react';
import { OutLink } from './button.tsx';

/** Renders the tree as elements, never as HTML text: what people write can never run. */
export default function Markdown({ text }: { text: string }) {
  const tree = useMemo(() => parseMarkdown(text), [text]);
  return <div className="prose">{children(tree)}</div>;
}

const children = (node: Nodes): ReactNode =>
  'children' in node ? node.children.map((child, index) => <Fragment key={index}>{element(child)}</Fragment>) : null;

function element(node: Nodes): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return <p>{children(node)}</p>;
    case 'heading': {
      // The macro's own heading is h2 or h3, so what people write starts below it.
      const Heading = `h${Math.min(6, node.depth + 3)}` as 'h4';
      return <Heading className={`h${node.depth}`}>{children(node)}</Heading>;
    }
    case 'emphasis':
      return <em>{children(node)}</em>;
    case 'strong':
      return <strong>{children(node)}</strong>;
    case 'delete':
      return <del>{children(node)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'blockquote':
      return <blockquote>{children(node)}</blockquote>;
    case 'code':
      // Scrolls sideways, so it must be reachable with the keyboard.
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre tabIndex={0}>
          <code>{node.value}</code>
        </pre>
      );
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{children(node)}</ol> : <ul>{children(node)}</ul>;
    case 'listItem':
      return typeof node.checked === 'boolean' ? (
        <li className="task">
          <span
            className={node.checked ? 'box box-done' : 'box'}
            role="img"
            aria-label={node.checked ? 'Done' : 'To do'}
          />
          <div>{children(node)}</div>
        </li>
      ) : (
        <li>{children(node)}</li>
      );
    case 'link':
      return <OutLink href={node.url}>{children(node)}</OutLink>;
    case 'image':
      // Confluence's policy lets no foreign image in; its description leads to it.
      return <OutLink href={node.url}>{node.alt || node.url}</OutLink>;
    case 'table':
      return <Table rows={node.children} />;
    default:
      return plainText(node);
  }
}

function Table({ rows }: { rows: readonly Nodes[] }) {
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
              <th key={column} scope="col">
                {children(cell)}
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
                <td key={column}>{children(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
