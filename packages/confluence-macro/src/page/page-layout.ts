import { type AdfNode, heading, text } from '../export/adf.ts';
import { wordsIn } from './adf-input.ts';

/**
 * The headings that Copse puts over the parts of a practice. Each begins with an emoji node, which Markdown never makes:
 * so they are told apart from the practice's own headings, whatever those say.
 */
export const partHeadings = {
  context: { shortName: ':heavy_check_mark:', id: '2714', emoji: '✔', words: 'What it is good for' },
  body: { shortName: ':gear:', id: '2699', emoji: '⚙', words: 'The practice' },
} as const;
export type Part = keyof typeof partHeadings;

export const partHeading = (part: Part): AdfNode => {
  const { shortName, id, emoji, words } = partHeadings[part];
  return heading({ level: 2 })({ type: 'emoji', attrs: { shortName, id, text: emoji } }, ...text(` ${words}`));
};

/** How the paragraphs of the last panel begin; what begins otherwise was written there by a person. */
export const panelLeads = {
  kept: 'Kept in Copse',
  credit: 'Credit: ',
  question: 'From the question: ',
  open: 'Open in Teams',
} as const;

export const isKeptPanel = (node: AdfNode): boolean =>
  node.type === 'panel' && node.content?.[0] !== undefined && wordsIn(node.content[0]).startsWith(panelLeads.kept);

/** Which version of the practice the panel says that the page shows. */
export const versionIn = (panel: AdfNode): number | undefined => {
  const found = / version (\d+)/u.exec(panel.content?.[0] ? wordsIn(panel.content[0]) : '');
  return found ? Number(found[1]) : undefined;
};

/** What somebody wrote into the generated panel. */
export const writtenInto = (panel: AdfNode): AdfNode[] =>
  (panel.content ?? []).filter((node) => {
    const words = wordsIn(node);
    return words !== '' && !Object.values(panelLeads).some((lead) => words.startsWith(lead.trim()));
  });

function markedPart(node: AdfNode): Part | undefined {
  if (node.type !== 'heading') return undefined;
  const first = node.content?.find(({ type, text: words }) => type !== 'text' || words?.trim() !== '');
  if (first?.type !== 'emoji') return undefined;
  return parts.find(
    (part) =>
      first.attrs?.['shortName'] === partHeadings[part].shortName || first.attrs?.['text'] === partHeadings[part].emoji,
  );
}
const parts: readonly Part[] = ['context', 'body'];

/**
 * Which of the blocks are headings of ours.
 *
 * Where only one of the two still has its emoji, the other is known by its words; where none has, the page has no parts.
 */
export function findParts(blocks: readonly AdfNode[]): ReadonlyMap<AdfNode, Part> {
  const found = new Map<AdfNode, Part>();
  for (const node of blocks) {
    const part = markedPart(node);
    if (part) found.set(node, part);
  }
  const lost = parts.find((part) => ![...found.values()].includes(part));
  if (found.size === 0 || lost === undefined) return found;
  const named = blocks.find((node) => node.type === 'heading' && wordsIn(node) === partHeadings[lost].words);
  if (named && !found.has(named)) found.set(named, lost);
  return found;
}
