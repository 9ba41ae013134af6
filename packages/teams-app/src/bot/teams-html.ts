import { parseMarkdown, plainText } from '@copse/core/markdown';
import { fromParse5 } from 'hast-util-from-parse5';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { parseFragment } from 'parse5';

type HtmlRoot = Extract<ReturnType<typeof fromParse5>, { type: 'root' }>;
type HtmlNode = HtmlRoot['children'][number];
type HtmlElement = Extract<HtmlNode, { type: 'element' }>;
type Root = ReturnType<typeof parseMarkdown>;

/** A message of Teams has 28 KB; what is larger was not written by a person. */
const MAX_HTML = 100_000;
/** Every step below works its way down by calling itself. */
const MAX_DEPTH = 60;

const MENTION = 'http://schema.skype.com/Mention';
const EMOJI = 'http://schema.skype.com/Emoji';
const NOT_WORDS = new Set(['script', 'style', 'iframe', 'object', 'embed', 'attachment', 'form', 'input', 'noscript']);
const SAFE_LINK = /^(?:https?:\/\/|mailto:)/i;

/**
 * What somebody wrote in Teams, as Markdown: bold, lists, links, code, tables and quotations stay; mentions and emoji
 * become words; pictures, which only Teams can show, leave their description.
 *
 * Nothing of it runs or loads: scripts, frames and forms are dropped with what is in them, and a link leads to http,
 * https or mailto or is only its words. HTML that is too large or too deep leaves its words. Never throws.
 */
export function markdownOfTeamsHtml(html: string): string {
  const kept = html.slice(0, MAX_HTML);
  try {
    const tree = fromParse5(parseFragment(kept)) as HtmlRoot;
    return tidy(writtenAs({ type: 'root', children: tamed(tree.children, 0) }));
  } catch {
    // Deeper than the parser itself can go.
    return tidy(markdownOfText(kept.replaceAll(/<[^<>]*>/g, ' ')));
  }
}

/** Words without any marks, as Markdown that reads the same. */
const markdownOfText = (text: string): string =>
  toMarkdown({
    type: 'root',
    children: text
      .split(/\n{2,}/)
      .map((paragraph) => ({ type: 'paragraph', children: [{ type: 'text', value: paragraph.trim() }] })),
  });

const writtenAs = (tree: HtmlRoot): string =>
  toMarkdown(safe(toMdast(tree, { newlines: true }) as Root), {
    extensions: [gfmToMarkdown()],
    bullet: '-',
    emphasis: '*',
    rule: '-',
    fences: true,
    incrementListMarker: true,
  });

const tidy = (markdown: string): string =>
  markdown
    .replaceAll(/[\u00A0\u2007\u202F]/g, ' ')
    .replaceAll('&#x20;', ' ')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** The elements that only Teams knows, said in plain HTML, and nothing that is not words. */
function tamed(nodes: readonly HtmlNode[], depth: number): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element' || NOT_WORDS.has(node.tagName)) return [];
    if (depth >= MAX_DEPTH) return [word(wordsOf(node))];

    const { itemtype, alt } = attributesOf(node);
    if (node.tagName === 'at' || itemtype === MENTION) return [word(wordsOf(node))];
    if (node.tagName === 'emoji' || itemtype === EMOJI) return [word(alt ?? wordsOf(node))];
    if (node.tagName === 'img') return alt ? [word(`[${alt}]`)] : [];
    const children = tamed(node.children, depth + 1) as HtmlElement['children'];
    if (node.tagName === 'codeblock') return [{ ...node, tagName: 'pre', children }];
    return [{ ...node, children }];
  });
}

const word = (value: string): HtmlNode => ({ type: 'text', value });

function attributesOf({ properties }: HtmlElement): { itemtype: string | undefined; alt: string | undefined } {
  const { itemType, alt } = properties;
  const type: unknown = Array.isArray(itemType) ? itemType[0] : itemType;
  return {
    itemtype: typeof type === 'string' ? type : undefined,
    alt: typeof alt === 'string' && alt.trim() ? alt.trim() : undefined,
  };
}

/** All words below a node. Does not call itself: whoever nests a million elements gets a loop, not a crash. */
function wordsOf(top: HtmlNode): string {
  const waiting: HtmlNode[] = [top];
  let words = '';
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') words += node.value;
    else if (node.type === 'element' && !NOT_WORDS.has(node.tagName)) waiting.push(...node.children.toReversed());
  }
  return words;
}

/** Links that lead somewhere else than a page or a mail box lose their address. */
function safe<Node extends Root | Root['children'][number]>(node: Node): Node {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child) => {
    if (child.type === 'html') return [];
    const inner = safe(child as Root['children'][number]);
    return inner.type === 'link' && !SAFE_LINK.test(inner.url) ? inner.children : [inner];
  });
  return { ...node, children };
}

/** The first sentence of a text as a title of at most `max` characters; nothing where there are too few words. */
export function titleOf(markdown: string, max: number): string {
  const words = plainText(parseMarkdown(markdown)).trim();
  const line = words.split('\n')[0]?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const sentence = /^.{10,}?[.?!](?=\s|$)/u.exec(line)?.[0] ?? line;
  if (sentence.length <= max) return sentence;
  const cut = sentence.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
