import type { Core } from '@copse/core';
import { draftPracticeInput, type PracticeView } from '@copse/core/contracts';
import { practiceLimits } from '@copse/core/vocabulary';
import { idIn, textIn, typedIn } from '../actions/data.ts';
import { askForCredit } from '../asking-for-credit.ts';
import { openPage } from '../cards/card.ts';
import type { KeepDraft } from '../cards/keep-card.ts';
import { noteCard } from '../cards/note-card.ts';
import { plain } from '../cards/plain.ts';
import { extensionWords } from '../extension-strings.ts';
import { type Heard, pickedAgain, readHeard } from '../heard.ts';
import { dialogSays, dialogWith } from '../invoke-body.ts';
import { type Part, type PickedMessage, readPickedMessage } from '../picked-message.ts';
import { sayWhyNot } from '../say.ts';
import type { Reply, Turn } from '../turn.ts';
import { keepForm, type Kept, othersOf } from './keep-form.ts';
import { hearAround, openPicking, takePicked } from './pick.ts';

const say = extensionWords.keep;
/** Those who are asked have to be written to in the same five seconds. */
const AGAIN_MS = 1500;

/**
 * Opens on a message: the others of its thread or chat can be picked, too, and their words become the practice. Whoever
 * said them is asked before they are named.
 */
export async function openKeeping(core: Core, turn: Turn, payload: unknown): Promise<Reply> {
  const picked = readPickedMessage(payload);
  return picked ? openPicking(core, turn, picked) : { body: dialogSays(extensionWords.pickMessage) };
}

/** Goes on with the dialog: shows a page, or keeps the practice and asks those who spoke. */
export async function submitKeeping(core: Core, turn: Turn, data: unknown, payload: unknown): Promise<Reply> {
  const heard = readHeard(turn, data);
  const step = textIn(data, 'step', 20);
  if (step === 'pick' || step === 'again') {
    const picked = readPickedMessage(payload) ?? (heard && pickedAgain(heard, ''));
    if (!picked) return { body: dialogSays(extensionWords.pickMessage) };
    if (step === 'again') return openPicking(core, turn, picked, heard?.chosen ?? undefined);
    return takePicked(core, turn, picked, typedIn(data, 'messages').split(','));
  }

  const draft = {
    title: typedIn(data, 'title').replaceAll(/\s+/g, ' '),
    body: typedIn(data, 'body'),
    communityId: idIn(data, 'community'),
  };
  const kept = keptIn(heard, payload, draft.body);
  if (step !== 'send') return keepForm(core, turn, kept, { draft, preview: true });

  const input = draftPracticeInput.safeParse({
    communityId: draft.communityId,
    title: draft.title,
    body: draft.body,
    context: contextOf(turn, kept.picked),
  });
  if (!input.success || draft.body === '') {
    return keepForm(core, turn, kept, { draft, notice: { text: problemOf(draft), kind: 'problem' } });
  }
  const drafted = await core.practices.draftPractice(turn.actor, input.data);
  if (!drafted.ok)
    return keepForm(core, turn, kept, { draft, notice: { text: sayWhyNot[drafted.reason], kind: 'problem' } });

  const parts = await saidBy(turn, kept);
  const credit = await askForCredit(turn, { practiceId: drafted.value.id, parts });
  return keptPage(turn, drafted.value, credit);
}

/** Of several messages Teams sends the one that the dialog was opened on, so the others are what the bot wrote down. */
function keptIn(heard: Heard | undefined, payload: unknown, text: string): Kept {
  if (heard?.chosen) return { picked: pickedAgain(heard, text), chosen: heard.chosen };
  return { picked: readPickedMessage(payload) ?? (heard && pickedAgain(heard, text)) };
}

/** What each of them said, so that they are asked about their own words; all of it, where those cannot be read again. */
async function saidBy(turn: Turn, { picked, chosen }: Kept): Promise<readonly Part[]> {
  if (!picked || !chosen) return picked?.parts ?? [];
  const { spoken = [] } = await hearAround(turn, picked, AGAIN_MS);
  const own = spoken.filter(({ id }) => chosen.includes(id));
  return picked.parts.flatMap((part) => {
    const theirs = own.filter(({ objectId }) => objectId === part.objectId);
    return theirs.length > 0 ? theirs : [part];
  });
}

/** Names nobody but whoever keeps it: each place is kept for one who may agree to be named there. */
function contextOf(turn: Turn, picked: PickedMessage | undefined): string {
  const others = othersOf(turn, picked);
  if (!picked || others.length === 0) return '';
  const people = new Set(others.map(({ objectId }) => objectId ?? 'unknown'));
  return extensionWords.source(listed([...people].map(() => extensionWords.somebody)), picked.link);
}

const listed = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);

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
