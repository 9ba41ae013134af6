import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/** A tree as Markdown, always written in the same way, so that equal texts are equal strings. */
export const writeMarkdown = (tree: Root): string =>
  toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    rule: '-',
    fences: true,
    incrementListMarker: true,
    listItemIndent: 'one',
  }).trim();
