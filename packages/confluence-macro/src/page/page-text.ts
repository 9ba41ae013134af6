import { parseMarkdown } from '@copse/core/markdown';
import type { Root } from 'mdast';
import type { AdfNode } from '../export/adf.ts';
import { blocksOf } from './adf-blocks.ts';
import { writtenBlocks } from './write-blocks.ts';
import { collectLosses, type Losses } from './losses.ts';
import { readAdf } from './adf-input.ts';
import { asOnPage } from './page-form.ts';
import { writeMarkdown } from './write-markdown.ts';

/** Markdown as blocks of a page. */
export const toPage = (markdown: string): AdfNode[] => writtenBlocks(parseMarkdown(markdown));

/** Blocks of a page as Markdown. */
export const fromPage = (nodes: readonly AdfNode[], losses: Losses): string =>
  writeMarkdown({ type: 'root', children: blocksOf(nodes, losses) });

/**
 * The text as it comes back from a page: the same meaning, always written in the same way, and in the few places where
 * Confluence can say less, in the nearest form that it can. Done once or twice, the result is the same.
 */
export const normalised = (markdown: string): string =>
  writeMarkdown({ type: 'root', children: asOnPage(parseMarkdown(markdown).children) } satisfies Root);

/** A whole page as Markdown, with a list of what could not be carried over. Never throws. */
export function pageToMarkdown(document: unknown): { markdown: string; losses: ReturnType<Losses['list']> } {
  const losses = collectLosses();
  const { content = [] } = readAdf(document, losses);
  return { markdown: fromPage(content, losses), losses: losses.list() };
}
