import type { AdfNode } from '../export/adf.ts';
import { placeholderOf } from './adf-blocks.ts';
import { readAdf, wordsIn } from './adf-input.ts';
import { collectLosses } from './losses.ts';

/**
 * Puts pictures, files and macros of the page as it stands back into a new version of it, wherever the text still has
 * their placeholder on a line of its own: a practice in words must not wipe out what it cannot hold.
 */
export function restored(blocks: readonly AdfNode[], before: unknown): AdfNode[] {
  if (before === undefined) return [...blocks];
  const waiting = new Map<string, AdfNode[]>();
  collect(readAdf(before, collectLosses()), waiting);
  return blocks.map((node) => {
    if (node.type !== 'paragraph') return node;
    return waiting.get(wordsIn(node))?.shift() ?? node;
  });
}

const HOLDERS = new Set(['doc', 'layoutSection', 'layoutColumn', 'expand']);

function collect(node: AdfNode, waiting: Map<string, AdfNode[]>) {
  for (const child of node.content ?? []) {
    if (HOLDERS.has(child.type)) collect(child, waiting);
    const held = placeholderFor(child);
    if (held) waiting.set(held, [...(waiting.get(held) ?? []), child]);
  }
}

/** Only what is one thing with nothing of ours in it: the words inside of a macro are part of the text by now. */
function placeholderFor(node: AdfNode): string | undefined {
  const [only, ...others] = node.content ?? [];
  if (node.type === 'extension' || node.type === 'syncBlock') return placeholderOf(node);
  const framed = (node.type === 'mediaSingle' || node.type === 'mediaGroup') && others.length === 0;
  return framed && only?.type === 'media' && only.attrs?.['type'] !== 'external' ? placeholderOf(only) : undefined;
}
