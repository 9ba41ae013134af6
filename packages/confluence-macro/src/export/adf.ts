import * as builders from '@atlaskit/adf-utils/dist/cjs/builders.js';
import type { StateTone } from '@copse/core/vocabulary';

/**
 * One node of the Atlassian document format.
 *
 * Loose on purpose: the library's own types cannot follow a tree that is built from data, so the shape is proved in the
 * tests instead, by the JSON schema that Atlassian publishes.
 */
export type AdfNode = {
  readonly type: string;
  readonly version?: number;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly AdfNode[];
};

type Block = (...content: AdfNode[]) => AdfNode;
type Shaped = (attrs: Record<string, unknown>) => Block;
type Marking = (inner: AdfNode) => AdfNode;

const { hardBreak: lineBreak, rule: line, text: words } = builders;

export const doc = builders.doc as unknown as Block;
export const paragraph = builders.paragraph as unknown as Block;
export const heading = builders.heading as unknown as Shaped;
export const blockQuote = builders.blockQuote as unknown as Block;
export const bulletList = builders.bulletList as unknown as Block;
export const orderedList = builders.orderedList as unknown as Shaped;
export const taskList = builders.taskList as unknown as Shaped;
export const taskItem = builders.taskItem as unknown as Shaped;
export const panel = builders.panel as unknown as Shaped;
export const table = builders.table as unknown as Block;
export const tableRow = (cells: AdfNode[]): AdfNode => builders.tableRow(cells as never) as unknown as AdfNode;
export const tableHeader = builders.tableHeader as unknown as Shaped;
export const tableCell = builders.tableCell as unknown as Shaped;
export const hardBreak = (): AdfNode => lineBreak();
export const rule = (): AdfNode => line();
export const listItem = (content: AdfNode[]): AdfNode => builders.listItem(content as never) as unknown as AdfNode;

const colours = {
  quiet: 'neutral',
  moving: 'blue',
  good: 'green',
  care: 'yellow',
} as const satisfies Readonly<Record<StateTone, string>>;

/** A state in a word, in the colour that it has on the page. The word may not be empty, so a caller never passes one. */
export const status = (name: string, tone: StateTone): AdfNode =>
  builders.status({ text: name, color: colours[tone], localId: '' }) as unknown as AdfNode;

/** Text as the format takes it: never empty, never with a line break inside. */
export const text = (value: string): AdfNode[] => {
  const tidy = value.replaceAll(/[\r\n]+/gu, ' ');
  return tidy === '' ? [] : [words(tidy)];
};

export const codeBlock = (value: string, language?: string | null): AdfNode => {
  const block = builders.codeBlock(language ? { language } : {}) as unknown as Block;
  return value === '' ? block() : block(words(value));
};

export const strong = builders.strong as unknown as Marking;
export const em = builders.em as unknown as Marking;
export const strike = builders.strike as unknown as Marking;
export const code = builders.code as unknown as Marking;
export const link = (href: string): Marking => builders.link({ href }) as unknown as Marking;
