import type { AdfNode } from './adf-view.tsx';

/** One line of words in a document, and how to get there: an index per level. */
export interface DocumentLine {
  readonly path: readonly number[];
  readonly type: string;
  readonly text: string;
}

const LINES = new Set(['paragraph', 'heading', 'codeBlock', 'taskItem']);

const wordsOf = ({ type, text, attrs, content = [] }: AdfNode): string => {
  if (type === 'hardBreak') return '\n';
  if (type === 'emoji') return typeof attrs?.['text'] === 'string' ? attrs['text'] : '';
  return text ?? content.map(wordsOf).join('');
};

/** Every line that a person can change in place. */
export function linesOf(node: AdfNode, path: readonly number[] = []): DocumentLine[] {
  if (LINES.has(node.type)) return [{ path, type: node.type, text: wordsOf(node) }];
  return (node.content ?? []).flatMap((child, index) => linesOf(child, [...path, index]));
}

/** The document with other words in some lines; a line that is unchanged keeps its links and marks. */
export function withLines(node: AdfNode, changed: ReadonlyMap<string, string>, path: readonly number[] = []): AdfNode {
  if (LINES.has(node.type)) {
    const text = changed.get(path.join('.'));
    return text === undefined ? node : { ...node, content: textNodes(text, node.type) };
  }
  if (!node.content) return node;
  return { ...node, content: node.content.map((child, index) => withLines(child, changed, [...path, index])) };
}

const textNodes = (text: string, type: string): AdfNode[] => {
  if (text === '') return [];
  if (type === 'codeBlock') return [{ type: 'text', text }];
  return text
    .split('\n')
    .flatMap((line, index): AdfNode[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
};

/** The document with a new paragraph at its end, before a last rule and what stands below it. */
export const withParagraph = (document: AdfNode, text: string): AdfNode => {
  if (text.trim() === '') return document;
  const blocks = document.content ?? [];
  const panel = blocks.findLastIndex(({ type }) => type === 'rule');
  const at = panel < 0 ? blocks.length : panel;
  const paragraph = { type: 'paragraph', content: textNodes(text.trim(), 'paragraph') };
  return { ...document, content: [...blocks.slice(0, at), paragraph, ...blocks.slice(at)] };
};
