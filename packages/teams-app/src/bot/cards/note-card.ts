import { type Action, box, type Card, card, text } from './card.ts';

export type Notice = { readonly text: string; readonly kind?: 'done' | 'problem' | 'info' | undefined };

const STYLE = { done: 'good', problem: 'warning', info: 'emphasis' } as const;

/** A line on top of a card that says what has just happened. `text` is card Markdown. */
export const noticeBox = (notice: Notice | undefined) =>
  notice && box([text(notice.text)], { style: STYLE[notice.kind ?? 'info'] });

type Note = {
  readonly title?: string;
  readonly text: string;
  readonly kind?: Notice['kind'];
  readonly actions?: readonly (Action | undefined)[];
};

/** A short card: what happened, why, and what to do. */
export function noteCard({ title, text: words, kind, actions = [] }: Note): Card {
  return card({
    body: kind
      ? [title ? heading(title) : undefined, noticeBox({ text: words, kind })]
      : [title ? heading(title) : undefined, text(words)],
    actions,
    fallback: [title, words].filter(Boolean).join('. '),
  });
}

export const heading = (title: string) =>
  text(title, { size: 'Medium', weight: 'Bolder', heading: true, spacing: 'Medium' });
