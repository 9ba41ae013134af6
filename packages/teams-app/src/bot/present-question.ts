import type { Core } from '@copse/core';
import type { QuestionView } from '@copse/core/contracts';
import { LONGEST_BACK, note } from './actions/answer.ts';
import { textIn } from './actions/data.ts';
import { isUnnamed } from './cards/answer-dialog-card.ts';
import type { Card } from './cards/card.ts';
import { type Notice, noteCard } from './cards/note-card.ts';
import { drawnAs, questionCard } from './cards/question-card.ts';
import { inGroup } from './cards/viewer.ts';
import { readersHere } from './for-all.ts';
import { questionWords } from './question-strings.ts';
import { sayWhyNot } from './say.ts';
import { betweenUs } from './show-community.ts';
import type { Reply, Turn } from './turn.ts';

const LONGEST_DRAWN = 40;

/** A question as a new message. In a group it is drawn for everybody, and each reader's own view follows by its refresh. */
export async function presentQuestion(core: Core, turn: Turn, question: QuestionView, notice?: Notice): Promise<Reply> {
  if (!inGroup(turn)) {
    return { card: questionCard(question, { viewer: turn, personal: true, notice }), summary: question.title };
  }
  const card = await cardForAll(core, turn, question);
  return card ? { card, summary: question.title } : betweenUs(turn, questionWords.notHere);
}

/**
 * The question as whoever pressed a button sees it now. `data` came with the button: where it was on a shared card which
 * shows something else than it should by now, that card is drawn anew for everybody.
 */
export async function answerPress(
  core: Core,
  turn: Turn,
  question: QuestionView,
  { data, notice }: { readonly data: unknown; readonly notice?: Notice | undefined },
): Promise<Reply> {
  const before = textIn(data, 'drawn', LONGEST_DRAWN);
  const forAll = before === undefined ? undefined : await redrawn(core, turn, question, before);
  const drawn = (forAll && drawnAs(forAll)) ?? before;
  const back = textIn(data, 'back', LONGEST_BACK);
  return { update: questionCard(question, { viewer: turn, personal: true, notice, back, drawn }), forAll };
}

/** Looks the question up and answers with it, with a word about what became of the press. */
export async function answerWithQuestion(
  core: Core,
  turn: Turn,
  questionId: string,
  around: { readonly data: unknown; readonly notice?: Notice | undefined },
): Promise<Reply> {
  const seen = await core.questions.seeQuestion(turn.actor, { questionId });
  return seen.ok ? answerPress(core, turn, seen.value, around) : note(sayWhyNot[seen.reason]);
}

/** The card for everybody here, where it differs from the one that they have; nothing where it need not be drawn. */
export async function redrawn(
  core: Core,
  turn: Turn,
  question: QuestionView,
  before: string,
): Promise<Card | undefined> {
  if (!inGroup(turn) || !turn.cardId) return undefined;
  const card = (await cardForAll(core, turn, question)) ?? noteCard({ text: questionWords.goneHere });
  const now = drawnAs(card) ?? 'gone';
  if (now === before || !turn.isNews(`${turn.cardId} ${now}`)) return undefined;
  await noteThread(core, turn, question);
  return card;
}

/** The card may have been posted without anybody's doing: now it is known in which thread it stands. */
async function noteThread(core: Core, { actor, conversationId, cardId }: Turn, { id }: QuestionView): Promise<void> {
  if (cardId && conversationId.endsWith(`;messageid=${cardId}`)) {
    await core.questions.noteThread(actor, { questionId: id, thread: conversationId });
  }
}

/** Nothing where not everybody who reads along may see the question. Who is unnamed in it is not noted as a reader. */
async function cardForAll(core: Core, turn: Turn, question: QuestionView): Promise<Card | undefined> {
  if (!(await readersHere(core, turn)(question))) return undefined;
  const viewers = await turn.viewersOf(`question ${question.id}`, isUnnamed(question));
  return questionCard(question, { viewer: turn, personal: false, viewers });
}
