import { commentInput } from '@copse/core/contracts';
import { giveAnswer } from '../answering.ts';
import { answerWithQuestion } from '../present-question.ts';
import { questionWords } from '../question-strings.ts';
import { sayWhyNot } from '../say.ts';
import type { CardAction } from '../turn.ts';
import { note, oldButton } from './answer.ts';
import { isSet, textIn } from './data.ts';

type Kept = { readonly question: string; readonly text: string; readonly by: string };

/** Posts what somebody wrote in the thread of a question, after a second look, under the name that stands there. Only they can. */
export const postReplyAction: CardAction = {
  verb: 'post-reply',
  run: async (core, turn, data) => {
    const kept = turn.signed.read('reply', textIn(data, 'kept', 4000)) as Kept | undefined;
    if (!kept) return oldButton();
    if (kept.by !== turn.actor.personId) return note(questionWords.inThread.notYours);

    const { question: questionId, text } = kept;
    if (isSet(data, 'comment')) {
      const commented = await core.questions.commentOn(turn.actor, {
        questionId,
        ...commentInput.parse({ text }),
        openly: true,
      });
      return commented.ok ? note(questionWords.said.commented, 'done') : note(sayWhyNot[commented.reason]);
    }
    const seen = await core.questions.seeQuestion(turn.actor, { questionId });
    if (!seen.ok) return note(sayWhyNot[seen.reason]);
    const answered = await giveAnswer(core, turn, seen.value, { text, unnamed: false, agreed: false, openly: true });
    const notice =
      'problem' in answered
        ? ({ text: answered.problem, kind: 'problem' } as const)
        : ({ text: questionWords.said.answered, kind: 'done' } as const);
    return answerWithQuestion(core, turn, questionId, { data: {}, notice });
  },
};
