import { excerpt } from '@copse/core/markdown';
import { extensionWords } from '../extension-strings.ts';
import type { Spoken } from '../spoken.ts';
import { type Action, type Card, card, type Element, small } from './card.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip } from './plain.ts';

const say = extensionWords.keep;
const MOST_NAME = 40;
const MOST_WORDS = 140;

type Model = {
  readonly spoken: readonly Spoken[];
  /** The ids of those that are ticked. */
  readonly chosen: readonly string[];
  readonly notice?: Notice | undefined;
  readonly actions: readonly Action[];
};

/** What was said in a conversation, to pick from. */
export const pickCard = ({ spoken, chosen, notice, actions }: Model): Card =>
  card({
    body: [noticeBox(notice), heading(say.pick.title), small(say.pick.intro), messages(spoken, chosen)],
    actions,
    fallback: say.pick.title,
  });

/** Comes back as the ids with commas between. A title is taken for words alone, so nothing in it is escaped. */
const messages = (spoken: readonly Spoken[], chosen: readonly string[]): Element => ({
  type: 'Input.ChoiceSet',
  id: 'messages',
  label: say.pick.label,
  style: 'expanded',
  isMultiSelect: true,
  wrap: true,
  isRequired: true,
  errorMessage: say.pick.needed,
  choices: spoken.map(({ id, name, text }) => ({
    title: `${clip(name, MOST_NAME) || say.pick.nobody}: ${excerpt(text, MOST_WORDS)}`,
    value: id,
  })),
  ...(chosen.length > 0 ? { value: chosen.join(',') } : {}),
});
