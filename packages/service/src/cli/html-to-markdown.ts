import type { Element } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, Parser, type Token } from 'parse5';

/** What a text lost, or has otherwise than it was written; nothing is lost without one. */
export type Loss = 'image-linked' | 'image-described' | 'link-unsafe' | 'script' | 'embedded' | 'too-deep';

export type Converted = { readonly markdown: string; readonly losses: readonly Loss[] };

/** Real posts nest some ten deep. Deeper tags are left out and their words kept, so that every walk may recurse. */
const DEEPEST = 64;

/**
 * Turns the HTML of a post into Markdown. Whatever the HTML is, the Markdown holds words, marks, links to http, https
 * and mailto, and images from https; scripts, styles and event handlers have nowhere to go.
 */
export function htmlToMarkdown(html: string): Converted {
  const losses: Loss[] = [];
  const parser = CarefulParser.getFragmentParser(undefined, {
    treeAdapter: defaultTreeAdapter,
    scriptingEnabled: false,
  });
  parser.tokenizer.write(html, true);
  if ((parser as CarefulParser).cut) losses.push('too-deep');
  const tree = fromParse5(parser.getFragment());
  const markdown = toMdast(tree, {
    handlers: handlers(losses),
    nodeHandlers: { comment: () => undefined },
    document: true,
  });
  return {
    markdown: toMarkdown(markdown, { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' }).trim(),
    losses,
  };
}

const KEPT = new Set(['href', 'src', 'alt', 'title', 'start', 'checked', 'type', 'align']);
const WITH_ATTRIBUTES = new Set(['a', 'img', 'ol', 'input', 'td', 'th', 'iframe', 'embed', 'object', 'video', 'audio']);

/**
 * Builds a tree whose size is in proportion to the text. Formatting tags that are left open are opened again in every
 * following block, one for each difference in attributes (HTML standard, 13.2.4.3), so their attributes go first.
 */
class CarefulParser extends Parser<DefaultTreeAdapterMap> {
  cut = false;

  override onStartTag(token: Token.TagToken): void {
    if (this.openElements.stackTop >= DEEPEST) {
      this.cut = true;
      return;
    }
    token.attrs = WITH_ATTRIBUTES.has(token.tagName) ? token.attrs.filter(({ name }) => KEPT.has(name)) : [];
    super.onStartTag(token);
  }
}

function handlers(losses: Loss[]): Record<string, Handle> {
  const link: Handle = (state, node: Element) => {
    const children = state.all(node) as never[];
    const url = addressOf(node, 'href');
    if (url !== undefined && SAFE_LINK.test(url)) return { type: 'link', url, children };
    if (typeof node.properties.href === 'string' && !node.properties.href.startsWith('#')) losses.push('link-unsafe');
    return children;
  };
  const image: Handle = (_, node: Element) => {
    const url = addressOf(node, 'src');
    const alt = wordsOf(node.properties.alt);
    if (url?.startsWith('https://')) return { type: 'image', url, alt };
    losses.push(url === undefined ? 'image-described' : 'image-linked');
    const description = { type: 'text' as const, value: alt || 'image' };
    return url === undefined ? description : { type: 'link', url, children: [description] };
  };
  const embedded: Handle = (state, node: Element) => {
    losses.push('embedded');
    const url = addressOf(node, 'src') ?? addressOf(node, 'data');
    if (url === undefined) return state.all(node);
    return { type: 'link', url, children: [{ type: 'text', value: url }] };
  };
  const dropped: Handle = () => {
    losses.push('script');
    return undefined;
  };
  return {
    a: link,
    img: image,
    ...Object.fromEntries(['iframe', 'embed', 'object', 'video', 'audio'].map((name) => [name, embedded])),
    ...Object.fromEntries(['script', 'style', 'template', 'noscript'].map((name) => [name, dropped])),
    ...Object.fromEntries(SPOKEN.map((name) => [name, words])),
  };
}

/** Elements that the converter would leave out with the words in them. */
const SPOKEN = [
  'svg',
  'math',
  'caption',
  'title',
  'datalist',
  'optgroup',
  'option',
  'noembed',
  'noframes',
  'applet',
  'rp',
];
const words: Handle = (state, node: Element) => state.all(node);

const SAFE_LINK = /^(?:https?:\/\/|mailto:)/iu;

/** An address that may be followed, in its one normal form. Addresses of Stack Exchange's own pages may lack the https. */
function addressOf(node: Element, name: 'href' | 'src' | 'data'): string | undefined {
  const written = wordsOf(node.properties[name]);
  const url = URL.parse(written.startsWith('//') ? `https:${written}` : written);
  if (!url || !/^(?:https?|mailto):$/u.test(url.protocol)) return undefined;
  return url.href;
}

const wordsOf = (value: unknown) => (typeof value === 'string' ? value.replaceAll(/\s+/gu, ' ').trim() : '');
