import type { Core } from '@copse/core';
import { draftPracticeInput, type PracticeView } from '@copse/core/contracts';
import { practiceLimits } from '@copse/core/vocabulary';
import { idIn, textIn, typedIn } from '../actions/data.ts';
import { askForCredit } from '../asking-for-credit.ts';
import { MOST_TYPED } from '../cards/ask-card.ts';
import { openPage, send } from '../cards/card.ts';
import { keepCard, type KeepDraft } from '../cards/keep-card.ts';
import { type Notice, noteCard } from '../cards/note-card.ts';
import { plain } from '../cards/plain.ts';
import { extensionWords } from '../extension-strings.ts';
import { dialogSays, dialogWith } from '../invoke-body.ts';
import { markdownOfParts, type PickedMessage, readPickedMessage } from '../picked-message.ts';
import { sayWhyNot } from '../say.ts';
import { words } from '../strings.ts';
import { titleOf } from '../teams-html.ts';
import type { Reply, Turn } from '../turn.ts';
import { communityHere } from '../which-community.ts';

const say = extensionWords.keep;
const MOST_COMMUNITIES = 50;
const OPEN_DAYS = 1;

/** Opens the form on a message: its words become the practice, and whoever said them is asked before they are named. */
export async function openKeeping(core: Core, turn: Turn, payload: unknown): Promise<Reply> {
  const picked = readPickedMessage(payload);
  if (!picked) return { body: dialogSays(extensionWords.pickMessage) };
  const written = markdownOfParts(picked);
  const draft = {
    title: titleOf(written, practiceLimits.title),
    body: written.slice(0, MOST_TYPED),
    communityId: (await communityHere(core, turn))?.id,
  };
  const clipped = written.length > MOST_TYPED ? ({ text: extensionWords.clipped } as const) : undefined;
  return keepPage(core, turn, { draft, picked, notice: clipped });
}

/** Goes on with the form: shows it again, or keeps the practice and asks those who spoke. */
export async function submitKeeping(core: Core, turn: Turn, data: unknown, payload: unknown): Promise<Reply> {
  const draft = {
    title: typedIn(data, 'title').replaceAll(/\s+/g, ' '),
    body: typedIn(data, 'body'),
    communityId: idIn(data, 'community'),
  };
  const picked = readPickedMessage(payload) ?? heardAgain(turn, data, draft.body);
  if (textIn(data, 'step', 20) !== 'send') return keepPage(core, turn, { draft, picked, preview: true });

  const input = draftPracticeInput.safeParse({
    communityId: draft.communityId,
    title: draft.title,
    body: draft.body,
    context: contextOf(turn, picked),
  });
  if (!input.success || draft.body === '') {
    return keepPage(core, turn, { draft, picked, notice: { text: problemOf(draft), kind: 'problem' } });
  }
  const kept = await core.practices.draftPractice(turn.actor, input.data);
  if (!kept.ok)
    return keepPage(core, turn, { draft, picked, notice: { text: sayWhyNot[kept.reason], kind: 'problem' } });

  const credit = await askForCredit(core, turn, { practiceId: kept.value.id, parts: picked?.parts ?? [] });
  return keptPage(turn, kept.value, credit);
}

type Page = {
  readonly draft: KeepDraft;
  readonly picked: PickedMessage | undefined;
  readonly notice?: Notice | undefined;
  readonly preview?: boolean;
};

async function keepPage(core: Core, turn: Turn, { draft, picked, notice, preview }: Page): Promise<Reply> {
  const directory = await core.communities.listDirectory(turn.actor, { mine: true, limit: MOST_COMMUNITIES });
  const mine = directory.ok ? directory.value.items.filter(({ stage }) => stage !== 'closed') : [];
  const heard = turn.signed.sign('heard', heardFrom(picked), OPEN_DAYS);
  const card = keepCard({
    draft: { ...draft, body: draft.body.slice(0, MOST_TYPED) },
    mine,
    who: whoSpoke(turn, picked),
    notice,
    preview: preview ?? false,
    actions:
      mine.length > 0
        ? [send(say.save, { step: 'send', heard }, true), send(say.preview, { step: 'preview', heard })]
        : [openPage(words.openCopse, turn.links.page('discover'))],
  });
  return { body: dialogWith({ title: say.title, card, tall: true }) };
}

type Heard = { readonly who: readonly (string | null)[]; readonly link: string | null };

const heardFrom = (picked: PickedMessage | undefined): Heard => ({
  who: (picked?.parts ?? []).map(({ objectId }) => objectId ?? null),
  link: picked?.link ?? null,
});

/** Who spoke, where Teams sends the message with the first page of the dialog only. */
function heardAgain(turn: Turn, data: unknown, text: string): PickedMessage | undefined {
  const heard = turn.signed.read('heard', textIn(data, 'heard', 4000)) as Heard | undefined;
  if (!heard || heard.who.length === 0) return undefined;
  return { parts: heard.who.map((who) => ({ objectId: who ?? undefined, text })), link: heard.link ?? undefined };
}

const othersOf = ({ sender }: Turn, picked: PickedMessage | undefined) =>
  (picked?.parts ?? []).filter(({ objectId }) => objectId !== sender.objectId);

function whoSpoke(turn: Turn, picked: PickedMessage | undefined): string | undefined {
  const others = othersOf(turn, picked);
  if (others.length === 0) return undefined;
  const known = new Set(others.flatMap(({ objectId }) => objectId ?? []));
  if (known.size === 0) return say.whoUnknown;
  return known.size === 1 ? say.who : say.whoMany;
}

/** Names nobody but whoever keeps it: each place is kept for one who may agree to be named there. */
function contextOf(turn: Turn, picked: PickedMessage | undefined): string {
  const others = othersOf(turn, picked);
  if (!picked || others.length === 0) return '';
  const people = new Set(others.map(({ objectId }) => objectId ?? 'unknown'));
  return extensionWords.source([...people].map(() => extensionWords.somebody).join(' and '), picked.link);
}

function problemOf({ title, body, communityId }: KeepDraft): string {
  if (!communityId) return say.chooseCommunity;
  if (title.length < 5 || title.length > practiceLimits.title) return say.nameWrong;
  return body === '' ? say.bodyMissing : say.bodyTooLong;
}

function keptPage(
  turn: Turn,
  practice: PracticeView,
  { asked, of }: { readonly asked: number; readonly of: number },
): Reply {
  const card = noteCard({
    title: say.done,
    text: [
      say.doneText(plain(practice.title)),
      asked > 0 ? say.asked(asked) : undefined,
      asked < of ? say.notAsked : undefined,
    ]
      .filter(Boolean)
      .join('\n\n'),
    actions: [openPage(say.open, turn.links.page(`practices/${practice.id}`))],
  });
  return { body: dialogWith({ title: say.title, card }) };
}
