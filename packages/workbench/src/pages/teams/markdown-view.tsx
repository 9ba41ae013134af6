import { parseMarkdown } from '@copse/core/markdown';
import { createElement, Fragment, type ReactNode } from 'react';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly ordered?: boolean | null | undefined;
  readonly children?: readonly Node[];
}

const TAGS: Record<string, string> = {
  paragraph: 'p',
  heading: 'p',
  strong: 'strong',
  emphasis: 'em',
  delete: 's',
  listItem: 'li',
  blockquote: 'blockquote',
};

/** The Markdown that Teams shows in chat messages, as elements. */
export function MarkdownView({ text, onLink }: { readonly text: string; readonly onLink: (link: string) => boolean }) {
  const show = (node: Node, index: number): ReactNode => {
    const inside = node.children?.map(show);
    if (node.type === 'text') return node.value;
    if (node.type === 'break') return <br key={index} />;
    if (node.type === 'code' || node.type === 'inlineCode') return <code key={index}>{node.value}</code>;
    if (node.type === 'list') return createElement(node.ordered ? 'ol' : 'ul', { key: index }, inside);
    if (node.type === 'link') {
      return (
        <a
          key={index}
          href={node.url}
          onClick={(event) => {
            event.preventDefault();
            onLink(node.url ?? '');
          }}
        >
          {inside}
        </a>
      );
    }
    return createElement(TAGS[node.type] ?? Fragment, { key: index }, inside);
  };
  return <div className="message-text">{parseMarkdown(text).children.map((node, index) => show(node, index))}</div>;
}
