import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export type { Root } from 'mdast';

/** Deeper nesting than this is flattened to its words: no reader needs it, and every renderer may recurse safely. */
const MAX_DEPTH = 24;
const SAFE_LINK = /^(?:https?:\/\/|mailto:)/iu;
/** Block quotes and lists make the parser itself work per level and line, so a line opens at most this many. */
const MAX_OPENERS = 24;
/** Each closing bracket makes the parser look back over its paragraph, so that many take the square of their number. */
const MAX_BRACKETS = 500;
/** What is escaped; where new text begins for certain (an empty line, a heading, a list item); a closing bracket. */
const BRACKETS = /\\[\s\S]|\n(?=[ \t]*\n| {0,3}(?:[-+*]|#{1,6})[ \t]+\S)|\]/gu;
const OPENERS = /^(?:[ \t]{0,3}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]?)+/u;
const OPENER = />|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])/gu;

/**
 * Parses what people write (CommonMark and GFM) into one tree that every renderer starts from.
 *
 * Promises of the tree: no `html` node (raw HTML becomes visible text), every link and image address is http, https or
 * mailto (others leave only their words), definitions resolved, every node where mdast lets it stand, and no nesting
 * below 24 levels but for the last words. Never throws.
 */
export function parseMarkdown(text: string): Root {
  const tree = fromMarkdown(limitBrackets(limitOpeners(text)), {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const definitions = new Map<string, { url: string; title?: string | null | undefined }>();
  collectDefinitions(tree, definitions);
  return { type: 'root', children: cleanChildren(tree, definitions, 0) as Root['children'] };
}

/** The words of a tree without any marks, for titles, previews and search. Blocks are parted by one line break. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if (!('children' in node)) return '';
  const inline = node.type === 'paragraph' || node.type === 'heading' || isPhrasing(node);
  return node.children
    .map((child) => plainText(child))
    .filter(Boolean)
    .join(inline ? '' : '\n');
}

/** The first `max` characters of a Markdown text as one plain line, ended by «…» where something was left out. */
export function excerpt(text: string, max: number): string {
  const words = plainText(parseMarkdown(text)).replaceAll(/\s+/gu, ' ').trim();
  if (words.length <= max) return words;
  const cut = words.slice(0, max);
  const space = cut.lastIndexOf(' ');
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

type Definitions = Map<string, { url: string; title?: string | null | undefined }>;

function collectDefinitions(node: Nodes, into: Definitions) {
  if (node.type === 'definition' && !into.has(node.identifier)) into.set(node.identifier, node);
  if ('children' in node) for (const child of node.children) collectDefinitions(child, into);
}

function cleanChildren(parent: Parents, definitions: Definitions, depth: number): Nodes[] {
  return parent.children.flatMap((child) => clean(child, parent, definitions, depth + 1));
}

function clean(node: Nodes, parent: Parents, definitions: Definitions, depth: number): Nodes[] {
  switch (node.type) {
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    case 'footnoteReference':
      return [{ type: 'text', value: `[${node.label ?? node.identifier}]` }];
    case 'html':
      return [asText(node.value, parent)];
    case 'linkReference': {
      const target = definitions.get(node.identifier);
      const children = cleanChildren(node, definitions, depth) as PhrasingContent[];
      return target && SAFE_LINK.test(target.url) ? [{ type: 'link', url: target.url, children }] : children;
    }
    case 'imageReference': {
      const target = definitions.get(node.identifier);
      return image(target?.url ?? '', node.alt ?? '');
    }
    case 'image':
      return image(node.url, node.alt ?? '');
    case 'link': {
      const children = cleanChildren(node, definitions, depth) as PhrasingContent[];
      return SAFE_LINK.test(node.url) ? [{ ...node, children }] : children;
    }
    default:
      break;
  }
  if (!('children' in node)) return [node];
  if (depth >= MAX_DEPTH) return [flatten(node, parent)];
  const children = cleanChildren(node, definitions, depth);
  return [{ ...node, children } as Nodes];
}

/** Only the words of a node, in whatever may stand in its place: a list holds items, a table rows, a row cells. */
function flatten(node: Parents, parent: Parents): Nodes {
  const words: Nodes = { type: 'text', value: plainText(node) };
  switch (node.type) {
    case 'listItem':
      return { ...node, children: [{ type: 'paragraph', children: [words] }] };
    case 'tableRow':
      return { type: 'tableRow', children: [{ type: 'tableCell', children: [words] }] };
    case 'tableCell':
      return { type: 'tableCell', children: [words] };
    default:
      return asText(words.value, parent);
  }
}

/** Images stay where they are served over https; anything else leaves its description. */
function image(url: string, alt: string): Nodes[] {
  if (/^https:\/\//iu.test(url)) return [{ type: 'image', url, alt }];
  return alt ? [{ type: 'text', value: alt }] : [];
}

const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem']);

/** Text as a block of its own where blocks stand, and as text within a line. Raw HTML is shown by it, never run. */
const asText = (value: string, parent: Parents): Nodes => {
  const text: Nodes = { type: 'text', value };
  return HOLDS_BLOCKS.has(parent.type) ? { type: 'paragraph', children: [text] } : text;
};

const PHRASING = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);
const isPhrasing = (node: Nodes) => PHRASING.has(node.type);

function limitOpeners(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const openers = OPENERS.exec(line)?.[0];
      if (!openers) return line;
      const marks = [...openers.matchAll(OPENER)];
      const extra = marks[MAX_OPENERS];
      return extra ? `${line.slice(0, extra.index)}${line.slice(openers.length)}` : line;
    })
    .join('\n');
}

/** Closing brackets beyond the limit of their paragraph are words: whoever writes that many there means no links. */
function limitBrackets(text: string): string {
  let count = 0;
  return text.replaceAll(BRACKETS, (found) => {
    if (found.startsWith('\n')) count = 0;
    if (found !== ']') return found;
    count += 1;
    return count > MAX_BRACKETS ? String.raw`\]` : found;
  });
}
