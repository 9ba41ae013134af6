import type { PhrasingContent } from 'mdast';
import type { AdfNode } from '../export/adf.ts';
import { attr, wordsIn } from './adf-input.ts';
import { type Leaf, type Marks, nested } from './inline.ts';
import type { Losses } from './losses.ts';

const SAFE_LINK = /^(?:https?:\/\/|mailto:)/iu;
/** Control characters and bidirectional overrides: nobody sees them, and no text of ours may hold them. */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what this looks for
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** What stands in a paragraph, heading or cell, as Markdown has it. Whatever is no word there becomes words. */
export const inlineOf = (nodes: readonly AdfNode[], losses: Losses): PhrasingContent[] =>
  nested(leavesOf(nodes, losses));

export function leavesOf(nodes: readonly AdfNode[], losses: Losses): Leaf[] {
  return nodes.flatMap((node): Leaf[] => leaf(node, losses));
}

function leaf(node: AdfNode, losses: Losses): Leaf[] {
  switch (node.type) {
    case 'text':
      return said(visible(node.text ?? '', losses), node, losses);
    case 'hardBreak':
      return [{ node: { type: 'break' }, marks: {} }];
    case 'emoji':
      return said(attr(node, 'text') || attr(node, 'shortName'), node, losses);
    case 'mention': {
      const name = attr(node, 'text').replace(/^@/u, '') || 'somebody';
      losses.add('mention', name);
      return said(`@${name}`, node, losses);
    }
    case 'date': {
      losses.add('date', dayOf(attr(node, 'timestamp')));
      return said(dayOf(attr(node, 'timestamp')), node, losses);
    }
    case 'status': {
      losses.add('status', attr(node, 'text'));
      return said(`[${attr(node, 'text')}]`, node, losses);
    }
    case 'inlineCard':
      return linked(attr(node, 'url'), node, losses);
    case 'placeholder':
      return said(attr(node, 'text'), node, losses);
    case 'image':
    case 'mediaInline': {
      const name = attr(node, 'alt') || 'file';
      losses.add('file', name);
      return said(`[File: ${name}]`, node, losses);
    }
    case 'inlineExtension': {
      const name = macroName(node);
      losses.add('macro', name);
      return said(`[Macro: ${name}]`, node, losses);
    }
    default: {
      losses.add('unknown', node.type);
      return [...said(visible(node.text ?? '', losses), node, losses), ...leavesOf(node.content ?? [], losses)];
    }
  }
}

function said(value: string, { marks = [] }: AdfNode, losses: Losses): Leaf[] {
  const words = value.replaceAll(/[\r\n]+/gu, ' ');
  if (words === '') return [];
  const known: { -readonly [Mark in keyof Marks]: Marks[Mark] } = {};
  let code = false;
  for (const { type, attrs } of marks) {
    if (type === 'strong' || type === 'em' || type === 'strike') known[type] = true;
    else if (type === 'code') code = true;
    else if (type === 'link') {
      const href = attrs?.['href'];
      if (typeof href === 'string' && SAFE_LINK.test(href)) known.href = href;
      else losses.add('unknown', `link ${typeof href === 'string' ? href : ''}`);
    } else losses.add(type === 'annotation' ? 'comment' : 'formatting', words);
  }
  // Both sides know code with a link, and nothing else with it.
  if (code) return [{ node: { type: 'inlineCode', value: words }, marks: { href: known.href } }];
  return [{ node: { type: 'text', value: words }, marks: known }];
}

function linked(url: string, node: AdfNode, losses: Losses): Leaf[] {
  if (!SAFE_LINK.test(url)) {
    losses.add('embedded', url);
    return said(url || '[Link]', node, losses);
  }
  return [{ node: { type: 'text', value: url }, marks: { href: url } }];
}

/** Text without the characters that nobody can see. */
export function visible(text: string, losses: Losses): string {
  const clean = text.replaceAll(INVISIBLE, '');
  if (clean !== text) losses.add('invisible');
  return clean;
}

function dayOf(timestamp: string): string {
  const date = new Date(Number(timestamp));
  if (timestamp === '' || Number.isNaN(date.getTime())) return 'a date';
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  );
}

/** What the editor calls a macro, or the nearest that the document holds. */
export function macroName(node: AdfNode): string {
  const { parameters, text, extensionKey } = node.attrs ?? {};
  const macro = record(record(record(parameters)['macroMetadata'])['title']);
  const name = [record(parameters)['extensionTitle'], macro['value'], record(macro)['text'], text, extensionKey];
  const found = name.find((value) => typeof value === 'string' && value.trim() !== '') as string | undefined;
  return (found ?? (wordsIn(node) || 'unknown')).replaceAll(/\s+/gu, ' ').slice(0, 60);
}
const record = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
