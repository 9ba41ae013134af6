import { parseMarkdown } from '../kernel/markdown.ts';
import { tidyLine } from '../kernel/text.ts';

/** What can be read of a practice, and of its page. */
export type Words = { readonly title: string; readonly context: string; readonly body: string };

/**
 * A practice and its page, when they last were the same and as they are now. Both are remembered, because a page says
 * some things in its own way: what it reads like is compared with what it read like, never with what was meant.
 */
export type Sides = {
  /** The practice in the version that was put on the page. */
  readonly shown: Words;
  readonly practice: Words;
  /** What the page read like then. */
  readonly base: Words;
  readonly page: Words;
};

/**
 * - `same`: there is nothing to do;
 * - `write`: only the practice was changed, so the page may be written over;
 * - `take-back`: only the page was changed, so the practice may take it over;
 * - `choose`: both were, and nobody but a person can say what is right.
 */
export type Verdict = 'same' | 'write' | 'take-back' | 'choose';

/** What becomes of a practice and its page. Nobody's words are ever given up for those of another without being asked. */
export function reconcile({ shown, practice, base, page }: Sides): Verdict {
  if (sameWords(practice, page)) return 'same';
  const practiceChanged = !sameWords(practice, shown);
  const pageChanged = !sameWords(page, base);
  if (practiceChanged && pageChanged) return 'choose';
  if (pageChanged) return 'take-back';
  return practiceChanged ? 'write' : 'same';
}

/** Whether two texts say the same in the same form, however their Markdown is written. */
export const sameWords = (one: Words, other: Words): boolean =>
  tidyLine(one.title) === tidyLine(other.title) &&
  sameMarkdown(one.context, other.context) &&
  sameMarkdown(one.body, other.body);

/**
 * The page's text as the practice would write it: a paragraph, list or table that both have keeps the practice's
 * Markdown, so that nothing is shown as different but what is (`|---|` for `| --- |`, `*` for `-`).
 */
export const inWritingOf = (practice: Words, page: Words): Words => ({
  title: page.title,
  context: rewritten(practice.context, page.context),
  body: rewritten(practice.body, page.body),
});

function rewritten(practice: string, page: string): string {
  const sources = new Map(blocksOf(practice).map(({ form, source }) => [form, source]));
  let text = page;
  for (const { form, source, start, end } of blocksOf(page).toReversed()) {
    text = text.slice(0, start) + (sources.get(form) ?? source) + text.slice(end);
  }
  return text;
}

/** The paragraphs, lists and tables of a text, each with where it stands in it. */
const blocksOf = (markdown: string) =>
  parseMarkdown(markdown).children.map((block) => {
    const [start, end] = [block.position?.start.offset ?? 0, block.position?.end.offset ?? 0];
    return { form: JSON.stringify(treeOf(block)), source: markdown.slice(start, end), start, end };
  });

const sameMarkdown = (one: string, other: string) => one === other || formOf(one) === formOf(other);

type Loose = { readonly type: string; readonly value?: unknown; readonly children?: readonly Loose[] };

/** The tree of a text without what does not show: where things stood, how lines were broken, how lists were spaced. */
const formOf = (markdown: string): string => JSON.stringify(treeOf(parseMarkdown(markdown)));

function treeOf(node: Loose): unknown[] {
  const rest = Object.entries(node)
    .filter(([key, value]) => !UNSEEN.has(key) && value !== null && value !== undefined)
    .map(([key, value]) => [key, key === 'value' && node.type === 'text' ? spaced(String(value)) : value])
    .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return [rest, ...joined(node.children ?? []).map(treeOf)];
}

const UNSEEN: ReadonlySet<string> = new Set(['position', 'spread', 'children', 'title', 'meta', 'data', 'align']);
const spaced = (text: string) => text.replaceAll(/\s+/gu, ' ');

/** Words that stand side by side are one text, in however many pieces they were written. */
function joined(nodes: readonly Loose[]): readonly Loose[] {
  const all: Loose[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      all[all.length - 1] = { type: 'text', value: `${String(last.value)}${String(node.value)}` };
    } else all.push(node);
  }
  return all;
}
