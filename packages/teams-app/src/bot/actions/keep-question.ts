import { plain } from '../cards/plain.ts';
import { answerWithQuestion } from '../present-question.ts';
import { questionWords } from '../question-strings.ts';
import { sayWhyNot } from '../say.ts';
import type { CardAction } from '../turn.ts';
import { oldButton } from './answer.ts';
import { idIn } from './data.ts';

const say = questionWords.said;

/** Composes a practice from a question and its accepted answer, as a draft of whoever pressed. */
export const keepQuestionAction: CardAction = {
  verb: 'keep-question',
  run: async (core, turn, data) => {
    const questionId = idIn(data, 'question');
    if (!questionId) return oldButton();
    const kept = await core.practices.keepAsPractice(turn.actor, { questionId });
    const notice = kept.ok
      ? ({ text: say.kept(plain(kept.value.title)), kind: 'done' } as const)
      : ({ text: sayWhyNot[kept.reason], kind: 'problem' } as const);
    return answerWithQuestion(core, turn, questionId, { data, notice });
  },
};
