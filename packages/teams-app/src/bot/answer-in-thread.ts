import type { Core } from '@copse/core';
import type { QuestionView } from '@copse/core/contracts';
import { type Answered, giveAnswer } from './answering.ts';
import { MOST_TYPED } from './cards/ask-card.ts';
import { openDialog, press, pressOnly } from './cards/card.ts';
import { noteCard } from './cards/note-card.ts';
import { clip, plain } from './cards/plain.ts';
import type { Understood } from './plain-words.ts';
import { redrawn } from './present-question.ts';
import { questionWords } from './question-strings.ts';
import { words as say } from './strings.ts';
import type { Reply, Turn } from './turn.ts';

const THREAD = /;messageid=(\d+)/;
const ANSWER = /^(?:\*{1,2})?answer(?:\*{1,2})?[:,]?\s+/i;
/** Shorter than this it may be thanks, or a question back. */
const SHORTEST = 15;
/** What is carried along to be posted after a second look. */
const LONGEST_KEPT = 2000;
const KEPT_DAYS = 7;

export type InThread = { readonly question: QuestionView; readonly cardId: string | undefined };

/** The question whose thread this was written in. */
export async function questionOfThread(core: Core, turn: Turn): Promise<InThread | undefined> {
  const root = THREAD.exec(turn.conversationId)?.[1];
  if (turn.place.kind !== 'teams-channel' || !root) return undefined;
  const found = await core.questions.findInThread(turn.actor, { thread: turn.conversationId });
  return found.ok ? { question: found.value.question, cardId: found.value.message ?? root } : undefined;
}

/**
 * Whether words in the thread of a question may be its answer. A command on its own is a command, and a code for linking
 * accounts is nobody else's business.
 */
export const mayBeAnswer = (understood: Understood): boolean =>
  understood.command === undefined || (understood.words !== '' && understood.command !== 'link');

/** Takes what was written in the thread of a question for an answer; what looks like something else is asked back. */
export async function answerInThread(
  core: Core,
  turn: Turn,
  { question, cardId }: InThread,
  understood: Understood,
): Promise<Reply> {
  const written = turn.written();
  const said = ANSWER.test(written);
  const text = written.replace(ANSWER, '').trim();
  if (text === '') return sayNote(questionWords.inThread.empty, question);
  const unsure = !said && (text.length < SHORTEST || text.endsWith('?') || understood.command === 'ask');
  if (unsure && text.length <= LONGEST_KEPT) return askBack(turn, question, text);

  const answered = await giveAnswer(core, turn, question, { text, unnamed: false, agreed: false, openly: true });
  if ('problem' in answered) return notAnswered(answered, question, text);
  const told = questionWords.inThread.done(plain(question.title));
  const card = await redrawn(core, { ...turn, cardId }, answered.question, '');
  return {
    card: noteCard({ text: told, kind: 'done' }),
    summary: questionWords.said.answered,
    redraw: card && cardId ? { cardId, card } : undefined,
  };
}

const answerButton = ({ id }: QuestionView, text?: string) =>
  openDialog(
    questionWords.answer,
    'answer',
    { question: id, ...(text ? { text: text.slice(0, MOST_TYPED), openly: true } : {}) },
    true,
  );

const sayNote = (text: string, question: QuestionView): Reply => ({
  card: noteCard({ text, actions: [answerButton(question)] }),
  summary: text,
});

function notAnswered(
  { problem, conduct, joinFirst }: Extract<Answered, { problem: string }>,
  question: QuestionView,
  text: string,
): Reply {
  const actions = joinFirst
    ? [press(say.community.takePart, 'join', { community: joinFirst }, true)]
    : [answerButton(question, conduct ? text : undefined)];
  return { card: noteCard({ text: problem, actions }), summary: problem };
}

/** What was written is signed together with who wrote it, so that nobody else can post it in their own name. */
function askBack(turn: Turn, { id }: QuestionView, text: string): Reply {
  const { sure, sureText, asAnswer, asComment } = questionWords.inThread;
  const kept = turn.signed.sign('reply', { question: id, text, by: turn.actor.personId }, KEPT_DAYS);
  return {
    card: noteCard({
      title: sure,
      text: sureText(plain(clip(text, 300))),
      actions: [
        pressOnly(asAnswer, 'post-reply', { kept }),
        pressOnly(asComment, 'post-reply', { kept, comment: true }),
        pressOnly(questionWords.list.askOne, 'say', { words: `ask ${clip(text, 200)}` }),
      ],
    }),
    summary: sure,
  };
}
