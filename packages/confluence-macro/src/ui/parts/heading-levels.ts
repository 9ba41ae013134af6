import type { Heading, Nodes } from 'mdast';

export type Levels = ReadonlyMap<Heading, number>;

/**
 * Gives the headings of a text levels without gaps, beginning below the heading that stands over it, whatever depths its
 * author chose: people who listen to a page jump from heading to heading.
 */
export function headingLevels(tree: Nodes, under: number): Levels {
  const levels = new Map<Heading, number>();
  /** The depths of the headings that the present place stands below, outermost first. */
  const open: number[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'heading') {
      while (open.length > 0 && (open.at(-1) ?? 0) >= node.depth) open.pop();
      open.push(node.depth);
      levels.set(node, Math.min(6, under + open.length));
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return levels;
}
