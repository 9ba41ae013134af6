import { questionWords } from '../question-strings.ts';
import type { Command } from '../turn.ts';
import { waiting } from './questions.ts';

/** In the thread of a question the words are its answer (see answer-in-thread.ts); elsewhere one is chosen first. */
export const answerCommand: Command = {
  name: 'answer',
  usage: 'answer <your answer, in the thread of a question>',
  does: questionWords.list.waiting,

  run: async (core, turn) => waiting(core, turn),
};
