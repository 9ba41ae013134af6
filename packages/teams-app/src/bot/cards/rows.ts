import { box, columns, type Element, type Press, small, text } from './card.ts';

type Row = {
  /** Card Markdown, like the other two. */
  readonly title: string;
  readonly about?: string | undefined;
  readonly meta?: string | undefined;
  readonly tap: Press;
};

/** A line of a list that opens what it names; the whole row is the button. */
export function row({ title, about, meta, tap }: Row, first = false): Element {
  return box(
    [
      columns([
        {
          items: [
            text(title, { weight: 'Bolder', color: 'Accent' }),
            ...(about ? [text(about, { spacing: 'None' })] : []),
            ...(meta ? [small(meta)] : []),
          ],
        },
        { width: 'auto', middle: true, items: [text('›', { size: 'Large', color: 'Accent' })] },
      ]),
    ],
    { tap, separator: !first, spacing: 'Medium' },
  );
}

export const rows = (all: readonly Row[]): Element[] => all.map((one, at) => row(one, at === 0));

/** «a · b · c», leaving out what is not there. */
export const dots = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');
