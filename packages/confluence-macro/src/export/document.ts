import {
  type AdfNode,
  doc,
  em,
  heading,
  link,
  paragraph,
  strong,
  tableCell,
  tableHeader,
  tableRow,
  text,
} from './adf.ts';

/** What every export needs to know beside its subject. */
export type Edition = {
  /** Our public address, without a slash at the end: `https://copse.example.com`. */
  readonly serviceUrl: string;
  readonly madeAt: Date;
};

/** Puts blocks into one document. Task lists get ids that are different within it, as the format asks. */
export function documentOf(blocks: readonly AdfNode[]): AdfNode {
  let last = 0;
  const numbered = (node: AdfNode): AdfNode => ({
    ...node,
    ...(node.attrs && 'localId' in node.attrs && node.type !== 'status'
      ? { attrs: { ...node.attrs, localId: `copse-${(last += 1)}` } }
      : {}),
    ...(node.content ? { content: node.content.map(numbered) } : {}),
  });
  return doc(...blocks.map(numbered));
}

export const said = (words: string): AdfNode => paragraph(...text(words));
export const titled = (level: number, words: string): AdfNode => heading({ level })(...text(words));
export const bold = (words: string): AdfNode[] => text(words).map(strong);
export const linked = (words: string, href: string): AdfNode[] => text(words).map(link(href));

/** «Guild · Open to all · 45 members»: what is known, parted by dots; nothing when nothing is. */
export const facts = (parts: readonly string[]): AdfNode[] => {
  const known = parts.filter((part) => part !== '');
  return known.length === 0 ? [] : [said(known.join(' · '))];
};

export const headerRow = (titles: readonly string[]): AdfNode =>
  tableRow(titles.map((title) => tableHeader({})(paragraph(...bold(title)))));
export const bodyRow = (cells: readonly (readonly AdfNode[])[]): AdfNode =>
  tableRow(cells.map((cell) => tableCell({})(paragraph(...cell))));

/** The last line: when this was true, and where it lives on. */
export const closing = ({ madeAt }: Edition, href?: string): AdfNode =>
  paragraph(
    ...text(`From Copse, as of ${dayOf(madeAt)}.${href ? ' ' : ''}`).map(em),
    ...(href ? linked('Open in Teams', href).map(em) : []),
  );

/** «12 March 2026», in UTC: an export does not know its reader's calendar. */
export function dayOf(when: Date | string): string {
  const date = typeof when === 'string' ? new Date(when.length === 10 ? `${when}T12:00:00Z` : when) : when;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  );
}

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const named = ({ name, affiliation }: { name: string; affiliation?: string | undefined }): string =>
  affiliation ? `${name} (${affiliation})` : name;
