import type { BlockContent, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { AdfNode } from '../export/adf.ts';
import { attr, wordsIn } from './adf-input.ts';
import { inlineOf, macroName, visible } from './adf-inline.ts';
import { tableOf } from './adf-table.ts';
import type { Losses } from './losses.ts';
import { checkedBy, itemOf, languageOf, listOf } from './lists.ts';

const SAFE_IMAGE = /^https:\/\//iu;
/** Nodes that hold only words and inline things; whatever else is a block. */
const INLINE = new Set([
  'text',
  'hardBreak',
  'emoji',
  'mention',
  'date',
  'status',
  'inlineCard',
  'placeholder',
  'mediaInline',
  'inlineExtension',
]);

/**
 * Turns blocks of an Atlassian document into blocks of Markdown. No word is lost: what Markdown cannot say becomes
 * words or a visible placeholder, and is listed.
 */
export function blocksOf(nodes: readonly AdfNode[], losses: Losses): RootContent[] {
  const blocks: RootContent[] = [];
  let loose: AdfNode[] = [];
  const flush = () => {
    blocks.push(...paragraphOf(inlineOf(loose, losses)));
    loose = [];
  };
  for (const node of nodes) {
    if (INLINE.has(node.type)) loose.push(node);
    else {
      flush();
      blocks.push(...block(node, losses));
    }
  }
  flush();
  return blocks;
}

const paragraphOf = (children: PhrasingContent[]): RootContent[] =>
  children.length === 0 ? [] : [{ type: 'paragraph', children }];
const saying = (value: string): RootContent[] => paragraphOf([{ type: 'text', value }]);

function block(node: AdfNode, losses: Losses): RootContent[] {
  const content = node.content ?? [];
  if (node.type !== 'media' && (node.marks ?? []).length > 0) losses.add('formatting', wordsIn(node));
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(inlineOf(content, losses));
    case 'heading': {
      const children = inlineOf(content, losses);
      const depth = Math.min(6, Math.max(1, Math.trunc(Number(node.attrs?.['level'])) || 1)) as 1;
      return children.length === 0 ? [] : [{ type: 'heading', depth, children }];
    }
    case 'rule':
      return [{ type: 'thematicBreak' }];
    case 'codeBlock': {
      const value = visible(content.map(({ text }) => text ?? '').join(''), losses);
      return [{ type: 'code', lang: languageOf(attr(node, 'language')), value }];
    }
    case 'blockquote':
      return quote(blocksOf(content, losses));
    case 'bulletList':
      return list(content, losses);
    case 'orderedList':
      return list(content, losses, Math.max(0, Math.trunc(Number(node.attrs?.['order'] ?? 1)) || 0));
    case 'taskList':
      return tasks(content, losses);
    case 'decisionList':
      losses.add('decision', wordsIn(node));
      return list(
        content.map((item) => ({ ...item, type: 'listItem' })),
        losses,
      );
    case 'table':
      return tableOf(node, losses);
    case 'panel':
      losses.add('panel', wordsIn(node));
      return quote(blocksOf(content, losses));
    case 'expand':
    case 'nestedExpand': {
      losses.add('expand', attr(node, 'title'));
      const title = visible(attr(node, 'title'), losses).trim();
      const head: RootContent[] =
        title === ''
          ? []
          : [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: title }] }] }];
      return [...head, ...blocksOf(content, losses)];
    }
    case 'doc':
      return blocksOf(content, losses);
    case 'layoutSection':
      losses.add('layout');
      return blocksOf(content, losses);
    case 'layoutColumn':
    case 'mediaGroup':
    case 'caption':
      return blocksOf(content, losses);
    case 'mediaSingle':
      return blocksOf(content, losses);
    case 'media':
      return picture(node, losses);
    case 'blockCard':
    case 'embedCard': {
      if (node.type === 'embedCard') losses.add('embedded', attr(node, 'url'));
      return paragraphOf(inlineOf([{ type: 'inlineCard', attrs: { url: attr(node, 'url') } }], losses));
    }
    case 'extension':
    case 'bodiedExtension':
    case 'multiBodiedExtension':
    case 'extensionFrame':
    case 'syncBlock':
    case 'bodiedSyncBlock':
      losses.add('macro', macroName(node));
      return [...saying(placeholderOf(node)), ...blocksOf(content, losses)];
    default:
      losses.add('unknown', node.type);
      return [...saying(visible(node.text ?? '', losses).trim()).filter(isSaid), ...blocksOf(content, losses)];
  }
}

const isSaid = (node: RootContent) =>
  node.type !== 'paragraph' || node.children.some((child) => !('value' in child) || child.value !== '');

/** What stands in the text in the place of something that only Confluence can show. */
export function placeholderOf(node: AdfNode): string {
  if (node.type === 'media') {
    const kind = attr(node, 'type') === 'link' ? 'Link' : 'Image';
    return `[${kind}: ${attr(node, 'alt').replaceAll(/\s+/gu, ' ').trim() || attr(node, 'id').slice(0, 40) || 'without a description'}]`;
  }
  return `[Macro: ${macroName(node)}]`;
}

function picture(node: AdfNode, losses: Losses): RootContent[] {
  const url = attr(node, 'url');
  const alt = attr(node, 'alt').replaceAll(/\s+/gu, ' ').trim();
  if (attr(node, 'type') === 'external' && SAFE_IMAGE.test(url)) return paragraphOf([{ type: 'image', url, alt }]);
  losses.add('image', alt);
  return saying(placeholderOf(node));
}

/** The format allows no quote in a quote, and our own texts hold none, so that both directions agree. */
function quote(inside: RootContent[]): RootContent[] {
  const children = inside.flatMap((child): RootContent[] => (child.type === 'blockquote' ? child.children : [child]));
  return children.length === 0 ? [] : [{ type: 'blockquote', children: children as BlockContent[] }];
}

function list(items: readonly AdfNode[], losses: Losses, start?: number): List[] {
  return listOf(
    items.map((item) => checkedBy(blocksOf(item.content ?? [], losses))),
    start,
  );
}

/** A nested list of tasks stands behind its task in Confluence, and inside of it in Markdown. */
function tasks(nodes: readonly AdfNode[], losses: Losses): RootContent[] {
  const items: ListItem[] = [];
  for (const node of nodes) {
    if (node.type === 'taskItem' || node.type === 'blockTaskItem') {
      const checked = attr(node, 'state') === 'DONE';
      items.push({ ...itemOf(blocksOf(node.content ?? [], losses)), checked });
      continue;
    }
    const inside = block(node, losses);
    const last = items.at(-1);
    if (last) {
      const held: readonly RootContent[] = last.children;
      items[items.length - 1] = { ...itemOf([...held, ...inside]), checked: last.checked ?? null };
    } else items.push({ ...itemOf(inside), checked: false });
  }
  return items.length === 0 ? [] : [listNode(items)];
}

const listNode = (items: ListItem[]): List => ({
  type: 'list',
  ordered: false,
  spread: items.some(({ spread }) => spread === true),
  children: items,
});
