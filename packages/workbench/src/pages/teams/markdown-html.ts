import { parseMarkdown } from '@copse/core/markdown';

type Node = ReturnType<typeof parseMarkdown>['children'][number] | { type: string; children?: Node[]; value?: string };

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);

const WRAPS: Record<string, readonly [string, string]> = {
  paragraph: ['<p>', '</p>'],
  heading: ['<p><strong>', '</strong></p>'],
  strong: ['<strong>', '</strong>'],
  emphasis: ['<em>', '</em>'],
  delete: ['<s>', '</s>'],
  listItem: ['<li>', '</li>'],
  blockquote: ['<blockquote>', '</blockquote>'],
};

function render(node: Node): string {
  const inside = 'children' in node && node.children ? (node.children as Node[]).map(render).join('') : '';
  if (node.type === 'text') return escape((node as { value: string }).value);
  if (node.type === 'break') return '<br>';
  if (node.type === 'inlineCode' || node.type === 'code')
    return `<code>${escape((node as { value: string }).value)}</code>`;
  if (node.type === 'link') return `<a href="${escape((node as unknown as { url: string }).url)}">${inside}</a>`;
  if (node.type === 'list') {
    const tag = (node as { ordered?: boolean | null }).ordered ? 'ol' : 'ul';
    return `<${tag}>${inside}</${tag}>`;
  }
  const [before, after] = WRAPS[node.type] ?? ['', ''];
  return before + inside + after;
}

/** The part of Markdown that Teams shows in cards and chat, as safe HTML: raw HTML stays visible text. */
export const markdownHtml = (text: string): string => parseMarkdown(text).children.map(render).join('');
