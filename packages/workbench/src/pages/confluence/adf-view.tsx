import { createElement, Fragment, type ReactNode } from 'react';

export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly AdfNode[];
}

const SAFE_LINK = /^(https?:|mailto:)/i;
const MARKS: Record<string, string> = { strong: 'strong', em: 'em', code: 'code', strike: 's', underline: 'u' };
const BLOCKS: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
  decisionList: 'ul',
  decisionItem: 'li',
  layoutColumn: 'div',
};

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** An Atlassian document as plain, readable HTML: what a reader of the exported file would see. */
export function AdfView({ node }: { readonly node: AdfNode }): ReactNode {
  const attrs = node.attrs ?? {};
  const inside = node.content?.map((child, index) => (
    // A document that is only shown never reorders its nodes.
    // eslint-disable-next-line react/no-array-index-key
    <AdfView key={index} node={child} />
  ));
  const block = BLOCKS[node.type];
  if (block) return createElement(block, spans(attrs), inside);

  switch (node.type) {
    case 'doc':
      return <div className="adf">{inside}</div>;
    case 'text':
      return marked(node);
    case 'heading':
      return createElement(`h${Math.max(2, Math.min(6, Number(attrs['level'] ?? 2)))}`, {}, inside);
    case 'hardBreak':
      return <br />;
    case 'rule':
      return <hr />;
    case 'codeBlock':
      return <pre>{inside}</pre>;
    case 'table':
      return (
        <table>
          <tbody>{inside}</tbody>
        </table>
      );
    case 'panel':
      return (
        <div className="adf-panel" data-panel={text(attrs['panelType'])}>
          {inside}
        </div>
      );
    case 'expand':
    case 'nestedExpand':
      return (
        <section className="adf-expand">
          <strong>{text(attrs['title'])}</strong>
          {inside}
        </section>
      );
    case 'layoutSection':
      return <div className="adf-layout">{inside}</div>;
    case 'status':
      return (
        <span className="adf-status" data-colour={text(attrs['color'])}>
          {text(attrs['text'])}
        </span>
      );
    case 'date':
      return <time>{new Date(Number(attrs['timestamp'])).toLocaleDateString('en-GB', { dateStyle: 'medium' })}</time>;
    case 'mention':
    case 'emoji':
      return <span>{text(attrs['text']) || text(attrs['shortName'])}</span>;
    case 'taskList':
      return <ul className="adf-tasks">{inside}</ul>;
    case 'taskItem':
      return (
        <li>
          {attrs['state'] === 'DONE' ? '☑' : '☐'} {inside}
        </li>
      );
    case 'media': {
      const url = text(attrs['url']);
      return url.startsWith('https:') ? (
        <a href={url}>{text(attrs['alt']) || url}</a>
      ) : (
        <p className="macro-gone">{text(attrs['alt']) || 'A picture'}</p>
      );
    }
    case 'extension':
    case 'inlineExtension':
      return <span className="macro-gone">Macro: {text(attrs['text']) || text(attrs['extensionKey'])}</span>;
    case 'inlineCard':
    case 'blockCard':
      return <a href={SAFE_LINK.test(text(attrs['url'])) ? text(attrs['url']) : undefined}>{text(attrs['url'])}</a>;
    default:
      return <Fragment>{inside}</Fragment>;
  }
}

const spans = ({ colspan, rowspan, order }: Readonly<Record<string, unknown>>) => ({
  ...(Number(colspan) > 1 ? { colSpan: Number(colspan) } : {}),
  ...(Number(rowspan) > 1 ? { rowSpan: Number(rowspan) } : {}),
  ...(Number(order) > 1 ? { start: Number(order) } : {}),
});

function marked({ text: words, marks = [] }: AdfNode): ReactNode {
  return marks.reduce<ReactNode>((inner, { type, attrs = {} }) => {
    const tag = MARKS[type];
    if (tag) return createElement(tag, {}, inner);
    if (type === 'subsup') return createElement(text(attrs['type']) || 'sub', {}, inner);
    if (type === 'textColor') return <span style={{ color: text(attrs['color']) }}>{inner}</span>;
    const link = text(attrs['href']);
    return type === 'link' && SAFE_LINK.test(link) ? <a href={link}>{inner}</a> : inner;
  }, words);
}
