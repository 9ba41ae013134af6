import type { Core } from '@copse/core';
import { questionLimits } from '@copse/core/vocabulary';
import { MOST_TYPED } from '../cards/ask-card.ts';
import { sharedQuestion } from '../cards/share-card.ts';
import { askPage, sendQuestion } from '../dialogs/ask.ts';
import { openKeeping, submitKeeping } from '../dialogs/keep.ts';
import { extensionWords } from '../extension-strings.ts';
import { dialogSays, resultsBody } from '../invoke-body.ts';
import { markdownOfParts, readPickedMessage } from '../picked-message.ts';
import { questionWords } from '../question-strings.ts';
import { words } from '../strings.ts';
import { titleOf } from '../teams-html.ts';
import type { Reply, Turn } from '../turn.ts';
import { communityHere } from '../which-community.ts';
import { resultsOf } from './results.ts';

type Asked = { readonly commandId?: unknown; readonly messagePayload?: unknown; readonly data?: unknown };
type Action = {
  readonly open: (core: Core, turn: Turn, asked: Asked) => Promise<Reply>;
  readonly submit: (core: Core, turn: Turn, asked: Asked) => Promise<Reply>;
};

/** A question, from the box in which a message is written or from a message, whose words come along. */
const askCommunity: Action = {
  open: async (core, turn, { messagePayload }) => {
    const picked = readPickedMessage(messagePayload);
    const written = picked ? markdownOfParts(picked) : '';
    const short = written.length <= questionLimits.title && !written.includes('\n');
    return askPage(core, turn, {
      draft: {
        title: short ? written : titleOf(written, questionLimits.title),
        details: short ? '' : written.slice(0, MOST_TYPED),
        topics: '',
        communityId: (await communityHere(core, turn))?.id,
        unnamed: false,
      },
      notice: written.length > MOST_TYPED ? { text: extensionWords.clipped } : undefined,
    });
  },

  submit: (core, turn, { data }) =>
    sendQuestion(core, turn, data, async ({ unnamed, question }) => {
      // A card in a message of theirs would tell everybody who the unnamed asker is.
      if (unnamed) return { body: dialogSays(questionWords.said.askedUnnamed) };
      return { body: resultsBody(await resultsOf(core, turn, [{ ...sharedQuestion(question), content: question }])) };
    }),
};

const keepAsPractice: Action = {
  open: (core, turn, { messagePayload }) => openKeeping(core, turn, messagePayload),
  submit: (core, turn, { data, messagePayload }) => submitKeeping(core, turn, data, messagePayload),
};

/** By their ids in the manifest. */
export const ACTIONS: Readonly<Record<string, Action>> = { askCommunity, keepAsPractice };

const withAction = async (value: unknown, run: (action: Action, asked: Asked) => Promise<Reply>): Promise<Reply> => {
  const asked: Asked = typeof value === 'object' && value !== null ? value : {};
  const { commandId } = asked;
  const action = typeof commandId === 'string' && Object.hasOwn(ACTIONS, commandId) ? ACTIONS[commandId] : undefined;
  return action ? run(action, asked) : { body: dialogSays(words.oldButton) };
};

export const openAction = (core: Core, turn: Turn, value: unknown): Promise<Reply> =>
  withAction(value, (action, asked) => action.open(core, turn, asked));

export const submitAction = (core: Core, turn: Turn, value: unknown): Promise<Reply> =>
  withAction(value, (action, asked) => action.submit(core, turn, asked));
