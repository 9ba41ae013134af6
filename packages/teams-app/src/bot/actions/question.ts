import type { Core } from '@copse/core';
import type { QuestionView } from '@copse/core/contracts';
import { answerPress, answerWithQuestion } from '../present-question.ts';
import { questionWords } from '../question-strings.ts';
import { sayWhyNot } from '../say.ts';
import type { CardAction, Reply, Turn } from '../turn.ts';
import { oldButton } from './answer.ts';
import { idIn, isSet } from './data.ts';
import { ownViewOfPractice } from './show-practice.ts';

const say = questionWords.said;

type Pressed = { readonly questionId: string; readonly answerId: string | undefined; readonly takeBack: boolean };
type Done = Awaited<ReturnType<Core['questions']['seeQuestion' | 'acceptAnswer' | 'markHelped' | 'haveThisToo']>>;

/** A button of a question's card: does one thing, and shows the question as it is then, or why nothing happened. */
const onQuestion = (
  verb: string,
  doIt: (core: Core, turn: Turn, pressed: Pressed) => Promise<Done>,
  said?: (pressed: Pressed) => string,
): CardAction => ({
  verb,
  run: async (core, turn, data) => {
    const questionId = idIn(data, 'question');
    if (!questionId) return oldButton();
    const pressed = { questionId, answerId: idIn(data, 'answer'), takeBack: isSet(data, 'takeBack') };
    const done = await doIt(core, turn, pressed);
    if (!done.ok) {
      const notice = { text: sayWhyNot[done.reason], kind: 'problem' } as const;
      return answerWithQuestion(core, turn, questionId, { data, notice });
    }
    const notice = said ? ({ text: said(pressed), kind: 'done' } as const) : undefined;
    return answerPress(core, turn, done.value, { data, notice });
  },
});

/** Opens a question in place, and fetches a person's own view of one. */
export const showQuestionAction = onQuestion('show-question', (core, { actor }, { questionId }) =>
  core.questions.seeQuestion(actor, { questionId }),
);

export const meTooAction = onQuestion(
  'me-too',
  (core, { actor }, { questionId, takeBack }) =>
    takeBack ? core.questions.takeBackMeToo(actor, { questionId }) : core.questions.haveThisToo(actor, { questionId }),
  ({ takeBack }) => (takeBack ? say.notMeToo : say.meToo),
);

export const acceptAction = onQuestion(
  'accept',
  (core, { actor }, { questionId, answerId = '', takeBack }) =>
    answerId === ''
      ? core.questions.seeQuestion(actor, { questionId })
      : takeBack
        ? core.questions.takeBackAcceptance(actor, { questionId, answerId })
        : core.questions.acceptAnswer(actor, { questionId, answerId }),
  ({ takeBack }) => (takeBack ? say.takenBack : say.accepted),
);

export const helpedAction = onQuestion(
  'helped',
  (core, { actor }, { questionId, answerId = '', takeBack }) =>
    answerId === ''
      ? core.questions.seeQuestion(actor, { questionId })
      : takeBack
        ? core.questions.unmarkHelped(actor, { questionId, answerId })
        : core.questions.markHelped(actor, { questionId, answerId }),
  ({ takeBack }) => (takeBack ? say.notHelped : say.helped),
);

/** Follows a shared card to what it leads to, as far as whoever pressed may see that. */
const follow = (
  verb: string,
  to: (core: Core, turn: Turn, question: QuestionView) => Promise<Reply> | undefined,
): CardAction => ({
  verb,
  run: async (core, turn, data) => {
    const questionId = idIn(data, 'question');
    if (!questionId) return oldButton();
    const seen = await core.questions.seeQuestion(turn.actor, { questionId });
    const followed = seen.ok ? to(core, turn, seen.value) : undefined;
    return followed ?? answerWithQuestion(core, turn, questionId, { data });
  },
});

export const showEarlierAction = follow(
  'show-earlier',
  (core, turn, { duplicateOf }) => duplicateOf && answerWithQuestion(core, turn, duplicateOf.id, { data: {} }),
);

export const showKeptAction = follow(
  'show-kept',
  (core, turn, { keptAs }) => keptAs && ownViewOfPractice(core, turn, keptAs.id, {}),
);
