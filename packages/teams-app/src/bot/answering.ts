import type { Core } from '@copse/core';
import { answerInput, type QuestionView } from '@copse/core/contracts';
import { questionLimits } from '@copse/core/vocabulary';
import { needsConduct } from './asking.ts';
import type { AnswerDraft } from './cards/answer-dialog-card.ts';
import type { Conduct } from './cards/conduct-box.ts';
import { questionWords } from './question-strings.ts';
import { sayWhyNot } from './say.ts';
import type { Turn } from './turn.ts';

const say = questionWords.answerDialog;

export type Answered =
  | { readonly question: QuestionView }
  /** Not answered, and why. */
  | { readonly problem: string; readonly conduct?: Conduct; readonly joinFirst?: string };

/**
 * Answers a question with what was typed. `agreed`: the code of conduct of its community was on the form; `openly`: others
 * have read who wrote it.
 */
export async function giveAnswer(
  core: Core,
  turn: Turn,
  question: Pick<QuestionView, 'id' | 'community'>,
  { text, unnamed, agreed, openly }: AnswerDraft & { readonly agreed: boolean; readonly openly: boolean },
): Promise<Answered> {
  const input = answerInput.safeParse({ text, anonymous: unnamed });
  if (!input.success) return { problem: problemOf(text, input.error.issues[0]) };

  const communityId = question.community.id;
  if (agreed) await core.trust.acknowledgeConduct(turn.actor, { communityId });
  const answered = await core.questions.answerQuestion(turn.actor, {
    questionId: question.id,
    ...input.data,
    openly,
  });
  if (answered.ok) return { question: answered.value };
  if (answered.reason === 'conduct-not-acknowledged') return needsConduct(core, turn, communityId);
  const joinFirst = answered.reason === 'not-taking-part' ? { joinFirst: communityId } : {};
  return { problem: sayWhyNot[answered.reason], ...joinFirst };
}

function problemOf(text: string, issue: { readonly code: string; readonly message: string } | undefined): string {
  if (text.trim() === '') return say.required;
  if (text.length > questionLimits.answer) return say.tooLong(questionLimits.answer.toLocaleString('en-GB'));
  return issue?.message ?? say.required;
}
