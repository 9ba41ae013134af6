import { answerWords } from '../commands/dispatch.ts';
import type { CardAction } from '../turn.ts';
import { oldButton } from './answer.ts';
import { textIn } from './data.ts';

/** A button that says something for the person; the answer takes the card's place. */
export const sayWordsAction: CardAction = {
  verb: 'say',
  run: async (core, turn, data) => {
    const words = textIn(data, 'words', 300);
    return words ? answerWords(core, turn, words) : oldButton();
  },
};
