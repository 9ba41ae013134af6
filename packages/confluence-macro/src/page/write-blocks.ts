import type { Image, Root, RootContent } from 'mdast';
import type { AdfNode } from '../export/adf.ts';
import { treeToAdf } from '../export/markdown.ts';

/** Blocks of a page: as exports have them, and with real pictures where one stands alone. */
export const writtenBlocks = (tree: Root): AdfNode[] =>
  tree.children.flatMap((node) => {
    const image = loneImage(node);
    return image ? [picture(image)] : treeToAdf({ type: 'root', children: [node] }).filter(isWritten);
  });

/** The one picture that a paragraph at the top consists of. */
export function loneImage(node: RootContent): Image | undefined {
  if (node.type !== 'paragraph') return undefined;
  const [first, ...rest] = node.children;
  return first?.type === 'image' && rest.length === 0 ? first : undefined;
}

const picture = ({ url, alt }: Image): AdfNode => ({
  type: 'mediaSingle',
  attrs: { layout: 'center' },
  content: [{ type: 'media', attrs: { type: 'external', url, ...(alt ? { alt } : {}) } }],
});

/** Empty paragraphs say nothing; Markdown has none. */
const isWritten = ({ type, content = [] }: AdfNode) => type !== 'paragraph' || content.length > 0;
