import type { Part } from './picked-message.ts';
import { markdownOfTeamsHtml } from './teams-html.ts';
import type { Saying } from './threads.ts';

/** What somebody said in a conversation, as Markdown, to be picked from. */
export type Spoken = Part & { readonly id: string; readonly name: string };

/** Only what has words: a picture alone, or a thumb, has none. */
export const spokenOf = (sayings: readonly Saying[]): readonly Spoken[] =>
  sayings
    .map(({ id, name, objectId, content, isHtml }) => ({
      id,
      name,
      objectId,
      text: isHtml ? markdownOfTeamsHtml(content) : content.trim(),
    }))
    .filter(({ text }) => text !== '');
