import type { Core } from '@copse/core';
import type { QuestionView } from '@copse/core/contracts';
import { questionLimits } from '@copse/core/vocabulary';
import { ask, type Asked, askFormFor } from '../asking.ts';
import { askCard, type AskDraft, MOST_TYPED } from '../cards/ask-card.ts';
import { openDialog, openPage, press, pressOnly } from '../cards/card.ts';
import { notConnectedCard } from '../cards/connect-card.ts';
import { noteCard } from '../cards/note-card.ts';
import { inGroup } from '../cards/viewer.ts';
import { presentQuestion } from '../present-question.ts';
import { questionWords } from '../question-strings.ts';
import { words as say } from '../strings.ts';
import { titleOf } from '../teams-html.ts';
import type { Command, Reply, Turn } from '../turn.ts';
import { communityHere } from '../which-community.ts';

const ASK = /^(?:\*{1,2})?ask(?:\*{1,2})?[:,]?\s+/i;

export const askCommand: Command = {
  name: 'ask',
  usage: questionWords.ask.usage,
  does: 'Ask a community, with or without your name',

  async run(core, turn, words) {
    const draft = draftOf(turn, words);
    return inGroup(turn) ? askHere(core, turn, draft) : askForm(core, turn, { draft });
  },
};

/** A long message becomes its first sentence and the details; its lists and code stay what they are. */
function draftOf(turn: Turn, words: string): AskDraft {
  const message = turn.written();
  const written = ASK.test(message) ? message.replace(ASK, '').trim() : words;
  const short = written.length <= questionLimits.title && !written.includes('\n');
  return {
    title: short ? written : titleOf(written, questionLimits.title),
    details: short ? '' : written,
    topics: '',
    communityId: undefined,
    unnamed: false,
  };
}

/** In a channel everybody has read who asks and what, so it is asked at once, by name. */
async function askHere(core: Core, turn: Turn, draft: AskDraft): Promise<Reply> {
  const here = await communityHere(core, turn);
  if (!here) return { card: notConnectedCard(turn), summary: questionWords.ask.whichHere };
  if (draft.title === '') return writeItOut(here.id, questionWords.ask.writeOut);

  const asked = await ask(core, turn, { ...draft, communityId: here.id }, undefined);
  if ('problem' in asked) return notAsked(asked, draft, here.id);
  return showAsked(core, turn, asked.question);
}

/** Shows what has been asked in a message; in a channel its thread is the question's from now on. */
export async function showAsked(core: Core, turn: Turn, question: QuestionView): Promise<Reply> {
  const reply = await presentQuestion(core, turn, question);
  if (!('card' in reply) || !inGroup(turn)) return reply;
  const thread = { questionId: question.id, thread: turn.conversationId };
  // The thread is known at once, and the message in it only when it has been sent.
  await core.questions.noteThread(turn.actor, thread);
  return { ...reply, onSent: (message) => core.questions.noteThread(turn.actor, { ...thread, message }) };
}

function notAsked(
  { problem, conduct, joinFirst }: Extract<Asked, { problem: string }>,
  draft: AskDraft,
  communityId: string,
): Reply {
  if (joinFirst) {
    const actions = [press(say.community.takePart, 'join', { community: joinFirst }, true)];
    return { card: noteCard({ text: problem, actions }), summary: problem };
  }
  return writeItOut(communityId, problem, conduct ? draft : undefined);
}

/** Goes on in a dialog, with what was written so far: a draft waits for the code of conduct only. */
const writeItOut = (community: string, text: string, draft?: AskDraft): Reply => ({
  card: noteCard({
    text,
    actions: [
      openDialog(
        draft ? questionWords.ask.readFirst : questionWords.ask.write,
        'ask',
        {
          community,
          ...(draft
            ? { title: draft.title, details: draft.details.slice(0, MOST_TYPED), conduct: true, openly: true }
            : {}),
        },
        true,
      ),
    ],
  }),
  summary: text,
});

type Form = { readonly draft: AskDraft; readonly asked?: Extract<Asked, { problem: string }> };

/** The form in a private chat. */
export async function askForm(core: Core, turn: Turn, { draft, asked }: Form): Promise<Reply & { card: unknown }> {
  const form = await askFormFor(core, turn, draft);
  const tooLong =
    draft.details.length > MOST_TYPED ? ({ text: questionWords.ask.tooLong, kind: 'problem' } as const) : undefined;
  const card = askCard({
    ...form,
    draft: { ...draft, details: draft.details.slice(0, MOST_TYPED) },
    notice: asked ? { text: asked.problem, kind: asked.conduct ? 'info' : 'problem' } : tooLong,
    conduct: asked?.conduct,
    actions:
      form.mine.length > 0
        ? [
            asked?.conduct
              ? press(questionWords.conduct.agree, 'ask', { agreedTo: draft.communityId }, true)
              : press(questionWords.ask.send, 'ask', {}, true),
            openDialog(questionWords.ask.preview, 'ask', { title: draft.title }),
          ]
        : [
            pressOnly(say.communities.title, 'say', { words: 'communities' }),
            openPage(say.communities.discover, turn.links.page('discover')),
          ],
  });
  return { card, summary: questionWords.ask.title };
}
