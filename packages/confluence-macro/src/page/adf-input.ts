import type { AdfNode } from '../export/adf.ts';
import type { Losses } from './losses.ts';

/** Deeper than any page is nested by a person; every walk below may recurse. */
const DEEPEST = 48;
/** More nodes than a practice of the longest allowed text could have. */
const MOST_NODES = 60_000;

/**
 * Reads whatever Confluence, or somebody in its name, calls a document. Never throws.
 *
 * What is no node is left out; below 48 levels only the words are kept; after 60,000 nodes reading stops. The last two
 * are listed as losses.
 */
export function readAdf(value: unknown, losses: Losses): AdfNode {
  const budget = { left: MOST_NODES };
  const root = node(value, 0, budget, losses);
  if (budget.left <= 0) losses.add('too-long');
  return root?.type === 'doc' ? root : { type: 'doc', content: root ? [root] : [] };
}

function node(value: unknown, depth: number, budget: { left: number }, losses: Losses): AdfNode | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { type, text, attrs, marks, content } = value as Record<string, unknown>;
  if (typeof type !== 'string' || budget.left <= 0) return undefined;
  budget.left -= 1;

  const children = Array.isArray(content) ? (content as unknown[]) : [];
  const common = {
    type,
    ...(typeof text === 'string' ? { text } : {}),
    ...(isRecord(attrs) ? { attrs } : {}),
    ...(Array.isArray(marks) ? { marks: marks.flatMap(mark) } : {}),
  };
  if (depth >= DEEPEST && children.length > 0) {
    losses.add('too-deep');
    return { type: 'paragraph', content: [{ type: 'text', text: deepWords(children, budget) }] };
  }
  if (!Array.isArray(content)) return common;
  const inside: AdfNode[] = [];
  for (const child of children) {
    if (budget.left <= 0) break;
    const read = node(child, depth + 1, budget, losses);
    if (read) inside.push(read);
  }
  return { ...common, content: inside };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mark = (value: unknown) => {
  if (!isRecord(value) || typeof value['type'] !== 'string') return [];
  return [{ type: value['type'], ...(isRecord(value['attrs']) ? { attrs: value['attrs'] } : {}) }];
};

/** The words of a tree of any depth, found without recursion. */
function deepWords(values: readonly unknown[], budget: { left: number }): string {
  const waiting: unknown[] = values.toReversed();
  const words: string[] = [];
  while (waiting.length > 0 && budget.left > 0) {
    const value = waiting.pop();
    if (!isRecord(value)) continue;
    budget.left -= 1;
    if (typeof value['text'] === 'string') words.push(value['text']);
    if (Array.isArray(value['content'])) {
      for (const child of (value['content'] as unknown[]).toReversed()) waiting.push(child);
    }
  }
  return words.join(' ');
}

/** All the words under a node, as one line. */
export function wordsIn(node: AdfNode): string {
  const own = node.text ?? '';
  return [own, ...(node.content ?? []).map(wordsIn)].filter(Boolean).join(' ').replaceAll(/\s+/gu, ' ').trim();
}

/** A word out of the attributes; anything else that stands there is none. */
export const attr = ({ attrs }: AdfNode, name: string): string => {
  const value = attrs?.[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};
