import type { Card } from './cards/card.ts';
import { noteCard } from './cards/note-card.ts';
import type { Activity } from './activity.ts';
import type { Reply } from './turn.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A page of a dialog. */
export type DialogPage = { readonly title: string; readonly card: Card; readonly tall?: boolean };

/** The dialog opens with this page, or goes on with it. */
export const dialogWith = ({ title, card, tall }: DialogPage) => ({
  task: {
    type: 'continue',
    value: {
      title,
      width: 'medium',
      height: tall ? 'large' : 'medium',
      card: { contentType: CARD, content: card },
    },
  },
});

/** The dialog ends with a sentence. */
export const dialogSays = (text: string) => ({ task: { type: 'message', value: text } });

/** The dialog closes; what it did is seen behind it. */
export const dialogCloses = undefined;

/** Something of ours that can be put into a message, with how it looks in the list of results. */
export type Result = {
  readonly card: object;
  readonly title: string;
  /** One line below the title. */
  readonly text: string;
};

const attachmentOf = ({ card, title, text }: Result) => ({
  contentType: CARD,
  content: card,
  preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
});

/** Results to choose from. */
export const resultsBody = (results: readonly Result[]) => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments: results.map(attachmentOf) },
});

/**
 * What a pasted link turns into. Teams would keep it for half an hour and show it to whoever pastes the link next, so it
 * is told not to.
 */
export const unfurledBody = (result: Result) => ({
  composeExtension: {
    ...resultsBody([result]).composeExtension,
    suggestedActions: { actions: [{ type: 'setCachePolicy', value: '{"type":"no-cache"}' }] },
  },
});

export const extensionSays = (text: string) => ({ composeExtension: { type: 'message', text } });

/** Why nothing happened, in the shape that the caller of this invoke understands. */
export function refusalTo({ type, name }: Activity, text: string): Reply {
  if (type === 'invoke' && (name === 'composeExtension/query' || name === 'composeExtension/queryLink')) {
    return { body: extensionSays(text) };
  }
  if (type === 'invoke' && name !== 'adaptiveCard/action') return { body: dialogSays(text) };
  return { card: noteCard({ text, kind: 'problem' }), summary: text };
}
