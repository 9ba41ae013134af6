import { describe, expect, it } from 'vitest';
import { botScene, titlesOf } from '../../../test/bot-scene.ts';
import { problemsOfCard } from '../../../test/card-rules.ts';
import { AS_JONAS, wordsOf } from '../../../test/conversation.ts';
import {
  dataOf,
  HELEN,
  JONAS,
  keepingThread,
  LINK,
  MARA,
  messagesOf,
  SAID,
  valuesOf,
} from '../../../test/keeping-thread.ts';
import { aSaying } from '../../../test/talk-around.ts';
import { VERBS } from '../actions/dispatch.ts';
import type { Card } from '../cards/card.ts';

const scene = botScene();
const { channel, mara, thread } = scene;
const { act, open, pick, go, here, theDraft, asked } = keepingThread(scene);

describe('the thread of a message', () => {
  it('is offered to pick from, with who said what, and the message itself ticked', async () => {
    await here();
    const { card } = await open();
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
    expect(messagesOf(card)).toMatchObject({
      isMultiSelect: true,
      value: '18',
      choices: [
        { value: '17', title: 'Helen Park: How do we caption a talk?' },
        { value: '18', title: 'Jonas Weber: Run two tracks.' },
        { value: '19', title: 'Helen Park: And who writes them?' },
        { value: '20', title: 'Somebody: The studio does.' },
        { value: '21', title: 'Mara Lindqvist: Good, I write it down.' },
      ],
    });
    expect(wordsOf(card)).not.toMatch(/alert|example\.com/u);
  });

  it('becomes a draft of what was picked, in its order, that names nobody', async () => {
    await here();
    const { card } = await pick('20,18,17,999');
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
    expect(valuesOf(card)).toMatchObject({
      title: 'How do we caption a talk?',
      body: 'How do we caption a talk?\n\nRun **two** tracks.\n\nThe studio does.',
    });
    expect(wordsOf(card)).toContain('Said by several people');
    expect(wordsOf((await go(card)).card)).toContain('is a draft now');
    const draft = await theDraft();
    const somebody = 'somebody in the chat';
    expect(draft.context).toBe(
      `From a conversation in Teams, said by ${somebody}, ${somebody} and ${somebody}. [The message](${LINK})`,
    );
    expect(JSON.stringify([draft.title, draft.body, draft.context])).not.toMatch(/Helen|Jonas/u);
    expect(draft.contributors.map(({ person }) => person.name)).toEqual(['Mara Lindqvist']);
  });

  it('credits somebody while others save the draft, again and again', async () => {
    const community = await here();
    await go((await pick('17,18,19,20')).card);
    const { id: practiceId, title } = await theDraft();
    const keeper = await scene.asMember(community.id);
    const data = dataOf(asked(JONAS)[0]?.body.attachments?.[0]?.content as Card | undefined);
    // Fewer than the bot tries: it wins in the end, and not by luck.
    let saves = 18;
    const save = async () => {
      for (; saves > 0; saves -= 1) {
        const next = { practiceId, title: `${title.slice(0, 80)} ${saves}` };
        await scene
          .core()
          .practices.editPractice(keeper, next)
          .catch(() => undefined);
      }
    };
    const [pressed] = await Promise.all([mara().press('answer-credit', data, AS_JONAS), save(), save(), save()]);
    expect(pressed.status).toBe(200);
    expect((await theDraft()).contributors.map(({ person }) => person.name)).toContain('Jonas Weber');
  });

  it('credits each who agrees, and each is asked about their own words', async () => {
    await here();
    await go((await pick('17,18,19,20')).card);
    expect([asked(JONAS), asked(HELEN), asked(MARA)].map(({ length }) => length)).toEqual([1, 1, 0]);
    expect(wordsOf(asked(HELEN)[0]?.body)).toMatch(/caption a talk.*who writes them/u);
    expect(wordsOf(asked(HELEN)[0]?.body)).not.toContain('tracks');
    expect(wordsOf(asked(JONAS)[0]?.body)).not.toContain('who writes');

    const dataFor = (who: string) => dataOf(asked(who)[0]?.body.attachments?.[0]?.content as Card | undefined);
    channel().roles.set('29:helen', 'user');
    const asHelen = { from: { id: '29:helen', name: 'Helen Park', aadObjectId: HELEN } };
    // At the same moment, as people do who sit in one meeting, and one of them twice.
    await Promise.all([
      mara().press('answer-credit', dataFor(JONAS), AS_JONAS),
      mara().press('answer-credit', dataFor(HELEN), asHelen),
    ]);
    await mara().press('answer-credit', dataFor(JONAS), AS_JONAS);
    const { contributors, context } = await theDraft();
    const names = contributors.map(({ person }) => person.name);
    expect(names.toSorted()).toEqual(['Helen Park', 'Jonas Weber', 'Mara Lindqvist']);
    expect(context).toMatch(/said by (?:Jonas Weber, Helen Park|Helen Park, Jonas Weber) and somebody in the chat\./u);
  });

  it('names nobody any more who takes their yes back, and names them again who changes their mind', async () => {
    await here();
    await go((await pick('17,18')).card);
    const said = asked(JONAS)[0]?.body.attachments?.[0]?.content as Card | undefined;
    const yes = await mara().press('answer-credit', dataOf(said), AS_JONAS);
    expect((await theDraft()).context).toContain('Jonas Weber');
    const off = await mara().press('answer-credit', dataOf(yes.card), AS_JONAS);
    expect(wordsOf(off.card)).toContain('stays out');
    const without = await theDraft();
    expect(without.contributors.map(({ person }) => person.name)).toEqual(['Mara Lindqvist']);
    expect(without.context).toContain('said by somebody in the chat and somebody in the chat.');
    // The first card may still be there, and its «no» is as true.
    expect(wordsOf((await mara().press('answer-credit', dataOf(said, 1), AS_JONAS)).card)).toContain('stays out');
    await mara().press('answer-credit', dataOf(off.card), AS_JONAS);
    expect((await theDraft()).contributors.map(({ person }) => person.name)).toContain('Jonas Weber');
  });

  it('asks all who spoke even where the thread cannot be read a second time', async () => {
    await here();
    const { card } = await pick('17,18');
    thread.refuses('thread-away');
    expect(wordsOf((await go(card)).card)).toContain('I have asked 2 people');
    expect([asked(JONAS), asked(HELEN)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('can be picked from once more, with what was picked still ticked', async () => {
    await here();
    const { card } = await pick('17,19');
    expect(titlesOf(card)).toEqual(['Keep as draft', 'Preview', 'Pick other messages']);
    const preview = await go(card, 1);
    expect(titlesOf(preview.card)).toEqual(['Keep as draft', 'Preview', 'Pick other messages']);
    // Teams may send the message with the first page only.
    const again = await act('submitAction', { messagePayload: undefined, data: dataOf(preview.card, 2) });
    expect(messagesOf(again.card)?.value).toBe('17,19');
    const form = await act('submitAction', {
      messagePayload: undefined,
      data: { ...dataOf(again.card), messages: '21' },
    });
    expect(valuesOf(form.card)).toMatchObject({ body: 'Good, I write it down.' });
    expect(wordsOf(form.card)).not.toContain('Said by');
  });

  it.each(['', ',', '999', 'x'.repeat(50_000), '17; drop table'])(
    'with nothing picked (%#) asks for a pick',
    async (messages) => {
      await here();
      const { card } = await pick(messages);
      expect(wordsOf(card)).toContain('Pick at least one message');
      expect(messagesOf(card)?.choices).toHaveLength(5);
    },
  );

  it('of fifty long messages fits into a card, and so does the form of all of them', async () => {
    await here();
    const many = Array.from({ length: 50 }, (_, at) =>
      aSaying(
        String(1_700_000_000_000 + at),
        crypto.randomUUID(),
        `Владимир ${'ё'.repeat(80)}`,
        `<p>${'много слов '.repeat(900)}</p>`,
      ),
    );
    thread.says([...many.slice(0, 49), ...SAID.slice(1, 2)]);
    const { card } = await open();
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
    const form = await pick([...many.map(({ id }) => id), '18'].join(','));
    expect(wordsOf(form.card)).toContain('The messages were long');
    expect(problemsOfCard(form.card ?? {}, VERBS)).toEqual([]);
    expect(wordsOf((await go(form.card)).card)).toContain('is a draft now');
  });

  it('leaves its control characters behind', async () => {
    await here();
    thread.says([...SAID, aSaying('23', JONAS, 'Jo\u0000nas', '<p>Zero\u0000\u0001 width</p>')]);
    const { card } = await pick('23');
    expect(wordsOf((await go(card)).card)).toContain('is a draft now');
    expect((await theDraft()).body).toBe('Zero width');
  });
});
