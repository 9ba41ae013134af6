import type { Core } from '@copse/core';
import type { QuestionView } from '@copse/core/contracts';
import { idIn, isSet, isTicked, textIn, typedIn } from '../actions/data.ts';
import { type Answered, giveAnswer } from '../answering.ts';
import { type AnswerDraft, answerDialogCard } from '../cards/answer-dialog-card.ts';
import { send } from '../cards/card.ts';
import { dialogCloses, dialogSays, dialogWith } from '../invoke-body.ts';
import { redrawn } from '../present-question.ts';
import { questionWords } from '../question-strings.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import type { Reply, Turn } from '../turn.ts';
import type { Dialog } from './dialog.ts';

const say = questionWords.answerDialog;
const LONGEST_DRAWN = 40;
/** How long a dialog may stay open and still change the card that it was opened from. */
const OPEN_DAYS = 1;

/** Answers a question, in Markdown and with a preview; the card that it was opened from shows the answer at once. */
export const answerDialog: Dialog = {
  name: 'answer',

  open: (core, turn, data) =>
    withQuestion(core, turn, data, async (question) =>
      question.abilities.answer || question.state !== 'closed'
        ? answerPage(turn, question, { data, draft: { text: typedIn(data, 'text'), unnamed: false } })
        : { body: dialogSays(sayWhyNot['question-closed']) },
    ),

  submit: (core, turn, data) =>
    withQuestion(core, turn, data, async (question) => {
      const openly = isTicked(data, 'openly');
      const draft = { text: typedIn(data, 'text'), unnamed: isTicked(data, 'unnamed') && !openly };
      if (textIn(data, 'step', 20) !== 'send') return answerPage(turn, question, { data, draft, preview: true });
      const answered = await giveAnswer(core, turn, question, { ...draft, agreed: isSet(data, 'agreed'), openly });
      if ('problem' in answered) return answerPage(turn, question, { data, draft, answered });
      return closeOver(core, turn, answered.question, data);
    }),
};

async function withQuestion(
  core: Core,
  turn: Turn,
  data: unknown,
  then: (question: QuestionView) => Promise<Reply>,
): Promise<Reply> {
  const questionId = idIn(data, 'question');
  if (!questionId) return { body: dialogSays(words.oldButton) };
  const seen = await core.questions.seeQuestion(turn.actor, { questionId });
  return seen.ok ? then(seen.value) : { body: dialogSays(sayWhyNot[seen.reason]) };
}

type Page = {
  readonly data: unknown;
  readonly draft: AnswerDraft;
  readonly preview?: boolean;
  readonly answered?: Extract<Answered, { problem: string }>;
};

function answerPage(turn: Turn, question: QuestionView, { data, draft, preview, answered }: Page): Reply {
  const openly = isTicked(data, 'openly');
  const kept = { dialog: 'answer', question: question.id, ...openedFrom(turn, data), ...(openly ? { openly } : {}) };
  const conduct = answered?.conduct;
  const card = answerDialogCard({
    question,
    draft,
    preview: preview ?? false,
    conduct,
    openly,
    notice: answered && { text: answered.problem, kind: conduct ? 'info' : 'problem' },
    actions: [
      conduct
        ? send(questionWords.conduct.agree, { ...kept, step: 'send', agreed: true }, true)
        : send(say.send, { ...kept, step: 'send' }, true),
      send(say.preview, { ...kept, step: 'preview' }),
    ],
  });
  return { body: dialogWith({ title: say.title, card, tall: true }) };
}

/** The shared card behind the dialog. Only we can say which it is, so a dialog cannot be turned against another card. */
function openedFrom(turn: Turn, data: unknown): { readonly drawn?: string; readonly from?: string } {
  const drawn = textIn(data, 'drawn', LONGEST_DRAWN);
  if (!drawn) return {};
  const already = textIn(data, 'from', 2000);
  if (already) return { drawn, from: already };
  return turn.cardId
    ? { drawn, from: turn.signed.sign('card', { id: turn.cardId, in: turn.conversationId }, OPEN_DAYS) }
    : {};
}

async function closeOver(core: Core, turn: Turn, question: QuestionView, data: unknown): Promise<Reply> {
  const from = turn.signed.read('card', textIn(data, 'from', 2000)) as { id: string; in: string } | undefined;
  const drawn = textIn(data, 'drawn', LONGEST_DRAWN);
  if (!from || from.in !== turn.conversationId || !drawn) return { body: dialogSays(questionWords.said.answered) };
  const card = await redrawn(core, { ...turn, cardId: from.id }, question, drawn);
  return { body: dialogCloses, redraw: card && { cardId: from.id, card } };
}
