import { type AdfNode, panel, paragraph, rule, text } from '../export/adf.ts';
import { bold, documentOf, linked } from '../export/document.ts';
import { readAdf } from './adf-input.ts';
import { restored } from './kept-nodes.ts';
import { collectLosses, type Loss } from './losses.ts';
import { findParts, isKeptPanel, panelLeads, type Part, partHeading, versionIn, writtenInto } from './page-layout.ts';
import { fromPage, normalised, toPage } from './page-text.ts';

/** A practice as a page shows it. */
export type PagePractice = {
  readonly title: string;
  readonly context: string;
  readonly body: string;
  /** The community that keeps it. */
  readonly community: string;
  readonly version: number;
  /** How far it is trusted when the page is written: «In use», «used by 7 teams». */
  readonly signs: readonly string[];
  /** Everyone who is named for it, with what for: «Mara Vogel (author)». */
  readonly credits: readonly string[];
  /** The question that it was learned from, where everyone may know of it. */
  readonly question?: { readonly title: string; readonly url: string } | undefined;
  /** Its own public address, different for every publication of it. */
  readonly url: string;
};

/** What a page says, as a practice has it. */
export type PageText = { readonly title: string; readonly context: string; readonly body: string };

/**
 * The page that publishes a practice: what it is good for, how it is done, and at the end where it lives and whose work
 * it is. What only Confluence can show on the page as it stands (`before`) stays where its placeholder is.
 */
export function practicePage(practice: PagePractice, before?: unknown): AdfNode {
  const context = toPage(practice.context);
  const body = toPage(practice.body);
  const blocks = context.length === 0 ? body : [partHeading('context'), ...context, partHeading('body'), ...body];
  return documentOf([...restored(blocks, before), rule(), keptPanel(practice)]);
}

function keptPanel({ community, version, signs, credits, question, url }: PagePractice): AdfNode {
  return panel({ panelType: 'note' })(
    paragraph(
      ...bold(panelLeads.kept),
      ...text(` by ${community}, version ${version}. ${signs.join(', ')}${signs.length > 0 ? '. ' : ''}`),
      ...text('What you change on this page becomes a new version of the practice.'),
    ),
    ...(credits.length === 0 ? [] : [paragraph(...text(`${panelLeads.credit}${credits.join(', ')}`))]),
    ...(question ? [paragraph(...text(panelLeads.question), ...linked(question.title, question.url))] : []),
    paragraph(...linked(panelLeads.open, url), ...text(' · '), ...linked('We use this', url)),
  );
}

/**
 * Reads a page back: title, context and body, and a list of what could not be carried over. What Copse wrote around them
 * is left out; what a person wrote anywhere, also into Copse's own panel, is kept. Never throws.
 */
export function readPracticePage(title: string, document: unknown): PageText & { readonly losses: readonly Loss[] } {
  const losses = collectLosses();
  const blocks = unlaid(readAdf(document, losses), losses.add);
  const partOf = findParts(blocks);
  const written: Record<Part, AdfNode[]> = { context: [], body: [] };
  let part: Part = 'body';
  for (const [index, node] of blocks.entries()) {
    const begins = partOf.get(node);
    const next = blocks[index + 1];
    if (begins) part = begins;
    else if (isKeptPanel(node)) written.body.push(...writtenInto(node));
    else if (node.type !== 'rule' || !next || !isKeptPanel(next)) written[part].push(node);
  }
  return {
    title: title.normalize('NFC').replaceAll(/\s+/gu, ' ').trim(),
    context: fromPage(written.context, losses),
    body: fromPage(written.body, losses),
    losses: losses.list(),
  };
}

/** The text as it comes back from its page. */
export const textOnPage = ({ title, context, body }: PageText): PageText => ({
  title: title.replaceAll(/\s+/gu, ' ').trim(),
  context: normalised(context),
  body: normalised(body),
});

/** Columns one below the other: the parts of a page may have been laid out in them. */
function unlaid(node: AdfNode, lost: (kind: 'layout') => void): AdfNode[] {
  return (node.content ?? []).flatMap((child) => {
    if (child.type !== 'layoutSection' && child.type !== 'layoutColumn') return [child];
    if (child.type === 'layoutSection') lost('layout');
    return unlaid(child, lost);
  });
}

/**
 * The version of the practice that this page was made of, when it is the page of the publication with this address. The
 * host is not compared: the service may have moved.
 */
export function publishedVersion(document: unknown, url: string): number | undefined {
  const own = `${url.slice(url.indexOf('/open/'))}"`;
  const panel = keptPanels(document).find((one) => JSON.stringify(one).includes(own));
  return panel && (versionIn(panel) ?? 0);
}

/** Whether Copse wrote this page, whatever practice it was. */
export const isCopsePage = (document: unknown): boolean => keptPanels(document).length > 0;

const keptPanels = (document: unknown): AdfNode[] =>
  unlaid(readAdf(document, collectLosses()), () => undefined).filter(isKeptPanel);
