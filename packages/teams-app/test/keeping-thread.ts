import { expect } from 'vitest';
import type { Card } from '../src/bot/cards/card.ts';
import { type botScene, valueOf } from './bot-scene.ts';
import { AS_JONAS, IN_CHANNEL } from './conversation.ts';
import { aSaying } from './talk-around.ts';

export const MARA = '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be001';
export const JONAS = AS_JONAS.from.aadObjectId;
export const HELEN = '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be00a';
export const GROUP = 'e4c1a7d2-93b5-4f08-8d6e-0b7f25a9c381';
export const LINK = 'https://teams.microsoft.com/l/message/19:accessibility@thread.tacv2/18';

export const SAID = [
  aSaying('17', HELEN, 'Helen Park', '<p>How do we caption a talk?</p>'),
  aSaying('18', JONAS, 'Jonas Weber', '<p>Run <b>two</b> tracks.</p><script>alert(1)</script>'),
  aSaying('19', HELEN, 'Helen Park', '<p>And who writes them?</p>'),
  aSaying('20', undefined, '', '<p>The studio does.</p>'),
  aSaying('21', MARA, 'Mara Lindqvist', '<p>Good, I write it down.</p>'),
  aSaying('22', JONAS, 'Jonas Weber', '<img src="https://example.com/x.png">'),
];
/** Jonas's answer, on which Mara uses the command. */
export const ANSWER = {
  id: '18',
  replyToId: '17',
  linkToMessage: LINK,
  from: { user: { id: JONAS, displayName: 'Jonas Weber' } },
  body: { contentType: 'html', content: '<p>Run two tracks.</p>' },
};

type Over = Readonly<Record<string, unknown>>;

export const dataOf = (card: Card | undefined, at = 0) => card?.actions?.[at]?.['data'] as Record<string, unknown>;
export const messagesOf = (card: Card | undefined) =>
  card?.body.find(({ id }) => id === 'messages') as unknown as
    | { readonly choices: readonly { title: string; value: string }[]; readonly value?: string }
    | undefined;
export const valuesOf = (card: Card | undefined): Over =>
  Object.fromEntries(
    (card?.body ?? []).flatMap((one) => (typeof one['id'] === 'string' ? [[one['id'], one['value']]] : [])),
  );

/** Mara keeps something of a thread in which three people spoke. */
export function keepingThread({
  channel,
  core,
  mara,
  jonas,
  thread,
  aCommunityInChannel,
}: ReturnType<typeof botScene>) {
  async function act(step: 'fetchTask' | 'submitAction', given: Over, here: Over = IN_CHANNEL) {
    const value = { commandId: 'keepAsPractice', messagePayload: ANSWER, ...given };
    const { status, body } = await mara().invoke(`composeExtension/${step}`, value, here);
    const said = body?.task?.value;
    return typeof said === 'string' ? { status, says: said } : { status, card: said?.card.content };
  }
  const open = (given: Over = {}, here?: Over) => act('fetchTask', given, here);
  /** Opens the dialog and picks; gives the form that follows. */
  async function pick(messages: string, given: Over = {}, here?: Over) {
    const { card } = await open({}, here);
    return act('submitAction', { data: { ...dataOf(card), messages }, ...given }, here);
  }
  /** Presses a button of the form. */
  const go = (card: Card | undefined, at = 0, given: Over = {}) =>
    act('submitAction', { data: { ...valuesOf(card), ...dataOf(card, at) }, ...given });

  const here = async () => {
    channel().groups.set(IN_CHANNEL.channelData.team.id, GROUP);
    thread.says(SAID);
    return aCommunityInChannel();
  };
  const theDraft = async () => {
    const { items } = valueOf(await core().practices.listPractices(jonas(), { limit: 5 }));
    expect(items).toHaveLength(1);
    return valueOf(await core().practices.seePractice(jonas(), { practiceId: items[0]?.id ?? '' }));
  };
  const asked = (objectId: string) => channel().sent.filter(({ path }) => path.includes(`a:${objectId}`));

  return { act, open, pick, go, here, theDraft, asked };
}
