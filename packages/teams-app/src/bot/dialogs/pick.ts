import type { Core } from '@copse/core';
import { send } from '../cards/card.ts';
import type { Notice } from '../cards/note-card.ts';
import { pickCard } from '../cards/pick-card.ts';
import { extensionWords } from '../extension-strings.ts';
import { signHeard } from '../heard.ts';
import { dialogWith } from '../invoke-body.ts';
import type { PickedMessage } from '../picked-message.ts';
import { type Spoken, spokenOf } from '../spoken.ts';
import type { ThreadRefusal } from '../threads.ts';
import type { Reply, Turn } from '../turn.ts';
import { newForm } from './keep-form.ts';

const say = extensionWords.keep;
/** Teams waits for five seconds, and there is more to do. */
const OPEN_MS = 3000;

/** What was said around a message, or why only that message can be kept; neither where it stands alone. */
type Around = { readonly spoken?: readonly Spoken[]; readonly alone?: string };

export async function hearAround(turn: Turn, { at }: PickedMessage, within = OPEN_MS): Promise<Around> {
  const heard = at && (await turn.hear({ ...at, within }));
  if (!heard) return {};
  if (!heard.ok) return { alone: whyAlone(turn, heard.reason) };
  const spoken = spokenOf(heard.value);
  if (!spoken.some(({ id }) => id === at.messageId)) return { alone: say.alone.apart };
  return spoken.length > 1 ? { spoken } : {};
}

const whyAlone = ({ place }: Turn, reason: ThreadRefusal): string =>
  reason === 'thread-not-allowed'
    ? say.alone[reason][place.kind === 'teams-channel' ? 'teams-channel' : 'teams-chat']
    : say.alone[reason];

/** The page on which messages are picked; the form itself where there is nothing to pick from. */
export async function openPicking(
  core: Core,
  turn: Turn,
  picked: PickedMessage,
  ticked: readonly string[] = picked.at ? [picked.at.messageId] : [],
): Promise<Reply> {
  const { spoken, alone } = await hearAround(turn, picked);
  return spoken ? pickPage(turn, { picked, spoken, ticked }) : newForm(core, turn, { picked, alone });
}

/** Goes on with those that were picked. */
export async function takePicked(
  core: Core,
  turn: Turn,
  picked: PickedMessage,
  ticked: readonly string[],
): Promise<Reply> {
  const { spoken, alone } = await hearAround(turn, picked);
  if (!spoken) return newForm(core, turn, { picked, alone });
  const parts = spoken.filter(({ id }) => ticked.includes(id));
  if (parts.length === 0) {
    return pickPage(turn, { picked, spoken, ticked, notice: { text: say.pick.needed, kind: 'problem' } });
  }
  return newForm(core, turn, { picked: { ...picked, parts }, chosen: parts.map(({ id }) => id) });
}

type Page = {
  readonly picked: PickedMessage;
  readonly spoken: readonly Spoken[];
  readonly ticked: readonly string[];
  readonly notice?: Notice;
};

function pickPage(turn: Turn, { picked, spoken, ticked, notice }: Page): Reply {
  const go = send(say.pick.go, { step: 'pick', heard: signHeard(turn, picked) }, true);
  const chosen = ticked.filter((one) => spoken.some(({ id }) => id === one));
  const card = pickCard({ spoken, chosen, notice, actions: [go] });
  return { body: dialogWith({ title: say.title, card, tall: true }) };
}
