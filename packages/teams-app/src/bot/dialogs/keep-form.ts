import type { Core } from '@copse/core';
import { practiceLimits } from '@copse/core/vocabulary';
import { MOST_TYPED } from '../cards/ask-card.ts';
import { openPage, send } from '../cards/card.ts';
import { keepCard, type KeepDraft } from '../cards/keep-card.ts';
import type { Notice } from '../cards/note-card.ts';
import { extensionWords } from '../extension-strings.ts';
import { signHeard } from '../heard.ts';
import { dialogWith } from '../invoke-body.ts';
import { markdownOfParts, type PickedMessage } from '../picked-message.ts';
import { words } from '../strings.ts';
import { titleOf } from '../teams-html.ts';
import type { Reply, Turn } from '../turn.ts';
import { communityHere, myLivingCommunities } from '../which-community.ts';

const say = extensionWords.keep;

/** What is being kept, and of which messages of a conversation, where there were several. */
export type Kept = {
  readonly picked: PickedMessage | undefined;
  readonly chosen?: readonly string[] | undefined;
  /** Why there were no others to pick from. */
  readonly alone?: string | undefined;
};

type Page = {
  readonly draft: KeepDraft;
  readonly notice?: Notice | undefined;
  readonly preview?: boolean;
};

/** The form as it opens: the words of the messages, one after the other. */
export async function newForm(core: Core, turn: Turn, kept: Kept & { readonly picked: PickedMessage }): Promise<Reply> {
  const written = markdownOfParts(kept.picked);
  const draft = {
    title: titleOf(written, practiceLimits.title),
    body: written.slice(0, MOST_TYPED),
    communityId: (await communityHere(core, turn))?.id,
  };
  const clipped = kept.chosen ? extensionWords.clippedSeveral : extensionWords.clipped;
  return keepForm(core, turn, kept, { draft, notice: written.length > MOST_TYPED ? { text: clipped } : undefined });
}

export async function keepForm(core: Core, turn: Turn, kept: Kept, { draft, notice, preview }: Page): Promise<Reply> {
  const mine = await myLivingCommunities(core, turn);
  const heard = signHeard(turn, kept.picked, kept.chosen);
  const card = keepCard({
    draft: { ...draft, body: draft.body.slice(0, MOST_TYPED) },
    mine,
    who: whoSpoke(turn, kept.picked),
    alone: kept.alone,
    notice,
    preview: preview ?? false,
    actions:
      mine.length > 0
        ? [
            send(say.save, { step: 'send', heard }, true),
            send(say.preview, { step: 'preview', heard }),
            ...(kept.chosen ? [sendOnly(say.pick.again, { step: 'again', heard })] : []),
          ]
        : [openPage(words.openCopse, turn.links.page('discover'))],
  });
  return { body: dialogWith({ title: say.title, card, tall: true }) };
}

/** Does not care for what was typed. */
const sendOnly = (title: string, data: Readonly<Record<string, unknown>>) =>
  ({ ...send(title, data), associatedInputs: 'none' }) as const;

export const othersOf = ({ sender }: Turn, picked: PickedMessage | undefined) =>
  (picked?.parts ?? []).filter(({ objectId }) => objectId !== sender.objectId);

function whoSpoke(turn: Turn, picked: PickedMessage | undefined): string | undefined {
  const others = othersOf(turn, picked);
  if (others.length === 0) return undefined;
  const known = new Set(others.flatMap(({ objectId }) => objectId ?? []));
  if (known.size === 0) return say.whoUnknown;
  return known.size === 1 ? say.who : say.whoMany;
}
