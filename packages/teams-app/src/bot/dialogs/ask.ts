import type { Core } from '@copse/core';
import { idIn, isTicked, textIn } from '../actions/data.ts';
import { ask, type Asked, askDraftIn, askFormFor, needsConduct } from '../asking.ts';
import { askCard, type AskDraft } from '../cards/ask-card.ts';
import { type Action, openPage, send } from '../cards/card.ts';
import type { Notice } from '../cards/note-card.ts';
import { dialogSays, dialogWith } from '../invoke-body.ts';
import { questionWords } from '../question-strings.ts';
import { words } from '../strings.ts';
import type { Reply, Turn } from '../turn.ts';
import { communityHere } from '../which-community.ts';
import type { Dialog } from './dialog.ts';

const say = questionWords.ask;

/** Asks a question from anywhere: a card's button, a message, the box in which a message is written. */
export const askDialog: Dialog = {
  name: 'ask',

  open: async (core, turn, data) => {
    const draft = askDraftIn(data);
    const communityId = draft.communityId ?? (await communityHere(core, turn))?.id;
    // Somebody who was told of the code of conduct reads it at once, and not after they have pressed «Ask».
    const asked = communityId && isTicked(data, 'conduct') ? await needsConduct(core, turn, communityId) : undefined;
    const openly = isTicked(data, 'openly');
    return askPage(core, turn, { draft: { ...draft, communityId }, openly, ...(asked ? { asked } : {}) });
  },

  submit: (core, turn, data) =>
    sendQuestion(core, turn, data, async ({ unnamed }) => ({
      body: dialogSays(unnamed ? questionWords.said.askedUnnamed : questionWords.said.asked),
    })),
};

type Page = {
  readonly draft: AskDraft;
  readonly notice?: Notice | undefined;
  readonly preview?: boolean;
  readonly asked?: Extract<Asked, { problem: string }>;
  readonly openly?: boolean;
};

/** The form as a page of a dialog. */
export async function askPage(
  core: Core,
  turn: Turn,
  { draft, notice, preview, asked, openly = false }: Page,
): Promise<Reply> {
  const form = await askFormFor(core, turn, draft);
  const card = askCard({
    ...form,
    draft,
    notice: notice ?? (asked && { text: asked.problem, kind: asked.conduct ? 'info' : 'problem' }),
    preview: preview ?? false,
    conduct: asked?.conduct,
    openly,
    similarPage: (id) => turn.links.page(`questions/${id}`),
    actions:
      form.mine.length > 0
        ? actionsOf(draft, { agreeing: asked?.conduct !== undefined, openly })
        : [openPage(words.openCopse, turn.links.page('discover'))],
  });
  return { body: dialogWith({ title: say.title, card, tall: true }) };
}

type Sending = { readonly agreeing: boolean; readonly openly: boolean };

function actionsOf({ communityId }: AskDraft, { agreeing, openly }: Sending): Action[] {
  const data = { dialog: 'ask', ...(openly ? { openly } : {}) };
  return [
    agreeing
      ? send(questionWords.conduct.agree, { ...data, step: 'send', agreedTo: communityId }, true)
      : send(say.send, { ...data, step: 'send' }, true),
    send(say.preview, { ...data, step: 'preview' }),
  ];
}

/** Goes on with the form: shows it again with a preview or a problem, or asks and ends with what `then` says. */
export async function sendQuestion(
  core: Core,
  turn: Turn,
  data: unknown,
  then: (sent: {
    readonly unnamed: boolean;
    readonly question: Extract<Asked, { question: unknown }>['question'];
  }) => Promise<Reply>,
): Promise<Reply> {
  const openly = isTicked(data, 'openly');
  const typed = askDraftIn(data);
  const draft = { ...typed, unnamed: typed.unnamed && !openly };
  if (textIn(data, 'step', 20) !== 'send') return askPage(core, turn, { draft, preview: true, openly });
  const asked = await ask(core, turn, draft, idIn(data, 'agreedTo'));
  if ('problem' in asked) return askPage(core, turn, { draft, asked, openly });
  return then({ unnamed: draft.unnamed, question: asked.question });
}
