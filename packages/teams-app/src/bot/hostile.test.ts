import { askInput, foundCommunityInput } from '@copse/core/contracts';
import { dumpRows } from '@copse/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { botScene, valueOf } from '../../test/bot-scene.ts';
import { IN_CHANNEL } from '../../test/conversation.ts';
import { VERBS } from './actions/dispatch.ts';

const { db, channel, core, mara, jonas, aCommunityInChannel, aPractice, aQuestion, asMember } = botScene();
const SECRET_TITLE = 'Which merger do we keep quiet about?';
const ELSEWHERE = '7d0c9f3a-51a4-4f4a-9d63-0b8f7a1c2eff';

/** Names under which cards of ours carry ids; whoever changes a card by hand puts in whatever they know. */
const KEYS = [
  'question',
  'answer',
  'community',
  'practice',
  'person',
  'to',
  'topic',
  'kept',
  'credit',
  'id',
  'connection',
];
const LONG = 'x'.repeat(50_000);
const nonsense: readonly unknown[] = [
  undefined,
  null,
  7,
  'x',
  [],
  {},
  Object.fromEntries(KEYS.map((key) => [key, null])),
  Object.fromEntries(KEYS.map((key) => [key, { $ne: '' }])),
  Object.fromEntries(KEYS.map((key) => [key, ['a', 'b']])),
  Object.fromEntries(KEYS.map((key) => [key, "' OR 1=1 --"])),
  Object.fromEntries(KEYS.map((key) => [key, LONG])),
  Object.fromEntries(
    [...KEYS, 'text', 'title', 'details', 'words'].map((key) => [key, '\u0000\u202E<script>alert(1)</script>']),
  ),
  JSON.parse('{"__proto__": {"administrator": true}, "constructor": {"prototype": {"x": 1}}}') as unknown,
];

const press = (verb: string, data: unknown, over: object = {}) =>
  mara().deliver(
    mara().activity({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      replyToId: 'card-1',
      ...over,
    }),
  );
/** A fault of ours is logged; a refusal is not. */
const faults = () => mara().logged.filter(({ message }) => message === 'a bot turn failed');

/** A community of another organisation, with a question and a practice, of which a stranger knows every id. */
async function elsewhere() {
  const proof = { kind: 'entra', tenantId: ELSEWHERE, objectId: ELSEWHERE, name: 'Sven', guest: false } as const;
  const sven = valueOf(await core().identity.signIn({ ...proof, administrator: false }));
  const founding = { archetype: 'guild', name: 'Secret guild', purpose: 'Nobody may know.' };
  const { id: community } = valueOf(await core().communities.foundCommunity(sven, foundCommunityInput.parse(founding)));
  await core().trust.acknowledgeConduct(sven, { communityId: community });
  const asking = askInput.parse({ communityId: community, title: SECRET_TITLE });
  const { id: question } = valueOf(await core().questions.askQuestion(sven, asking));
  const answered = valueOf(
    await core().questions.answerQuestion(sven, { questionId: question, text: 'This.', anonymous: false }),
  );
  return { community, question, answer: answered.answers[0]?.id ?? '', person: sven.personId as string };
}

let member: string;
beforeEach(async () => {
  const { id } = await aCommunityInChannel();
  member = id;
  // The bot knows Mara, so that what a hostile press changes is what it should not.
  await mara().write('help');
  mara().logged.length = 0;
  channel().sent.length = 0;
});

describe('a card that was changed by hand', () => {
  it.each([...VERBS, 'no such verb', '__proto__', 'constructor', ''])(
    '«%s» with nonsense is answered kindly',
    async (verb) => {
      const before = await dumpRows(db());
      for (const data of nonsense) {
        const answer = await press(verb, data);
        expect({ data, status: answer.status }).toEqual({ data, status: 200 });
      }
      expect(faults()).toEqual([]);
      const news = [...(await dumpRows(db()))].filter((row) => !before.has(row));
      expect(
        news.filter((row) => /public\.(question|answer|practice|membership|connection|community) /u.test(row)),
      ).toEqual([]);
    },
  );

  it.each([...VERBS])('«%s» with ids of another organisation does and shows nothing', async (verb) => {
    const theirs = await elsewhere();
    const before = await dumpRows(db());
    const ids = [theirs.question, theirs.answer, theirs.community, theirs.person];
    const all = [
      ...ids.map((id) => Object.fromEntries(KEYS.map((key) => [key, id]))),
      {
        ...theirs,
        to: theirs.person,
        topic: 'merger',
        text: 'Let me in',
        anonymous: 'true',
        agreedTo: theirs.community,
      },
    ];
    for (const data of all) {
      for (const over of [{}, IN_CHANNEL]) {
        const answer = await press(verb, data, over);
        expect(answer.status).toBe(200);
        expect(JSON.stringify(answer.body)).not.toMatch(/merger|Secret guild|Sven/u);
      }
    }
    expect(faults()).toEqual([]);
    const changed = [...(await dumpRows(db()))].filter((row) => !before.has(row) && ids.some((id) => row.includes(id)));
    // A topic may be called anything, also like an id.
    expect(changed.filter((row) => !row.startsWith('public.topic_snooze '))).toEqual([]);
  });
});

describe('a dialog or an extension that was called by hand', () => {
  const names = [
    'task/fetch',
    'task/submit',
    'composeExtension/query',
    'composeExtension/queryLink',
    'composeExtension/fetchTask',
    'composeExtension/submitAction',
    'composeExtension/selectItem',
  ];
  it.each(names)('%s with nonsense is answered kindly', async (name) => {
    for (const data of nonsense) {
      for (const value of [
        data,
        { data },
        { data: { ...(data as object), dialog: 'answer' } },
        { commandId: 'askCommunity', data },
        { commandId: data, parameters: data },
      ]) {
        const answer = await mara().deliver(mara().activity({ type: 'invoke', name, value }));
        expect([200, 501]).toContain(answer.status);
      }
    }
    expect(faults()).toEqual([]);
  });

  it('with a question of another organisation opens nothing', async () => {
    const { question, community } = await elsewhere();
    for (const step of ['fetch', 'submit'] as const) {
      for (const dialog of ['answer', 'ask']) {
        const data = { dialog, question, community, title: 'Let me in, please', text: 'Hm.', step: 'send' };
        const { body } = await mara().dialog(step, data);
        expect(JSON.stringify(body)).not.toMatch(/merger|Secret guild/u);
      }
    }
    const rows = await db().selectFrom('answer').select('text').execute();
    expect(rows.map(({ text }) => text)).toEqual(['This.']);
  });
});

describe('what belongs to somebody else', () => {
  it('cannot be accepted, kept or passed on by a press', async () => {
    const question = await aQuestion(member);
    await asMember(member);
    const answered = valueOf(
      await core().questions.answerQuestion(jonas(), { questionId: question.id, text: 'Like so.', anonymous: false }),
    );
    const data = { question: question.id, answer: answered.answers[0]?.id, accept: true, to: question.id };
    for (const verb of ['accept', 'keep-question', 'pass-question', 'not-me', 'snooze-topic', 'answer-credit']) {
      expect((await press(verb, data)).status).toBe(200);
    }
    const seen = valueOf(await core().questions.seeQuestion(jonas(), { questionId: question.id }));
    expect(seen).toMatchObject({ state: 'answered' });
    expect(faults()).toEqual([]);
  });

  it('is not done in the name of whom the card names', async () => {
    const practice = await aPractice(member);
    await press('endorse', { practice: practice.id, person: jonas().personId, by: jonas().personId, from: '29:jonas' });
    const rows = await db().selectFrom('endorsement').select('person_id').execute();
    expect(rows.filter(({ person_id }) => person_id === jonas().personId)).toEqual([]);
  });
});

describe('a message', () => {
  it.each([
    ['enormous', `ask ${'Why? '.repeat(40_000)}`],
    ['one endless word', `find ${'x'.repeat(200_000)}`],
    ['full of HTML', 'ask <img src=x onerror=alert(1)><script>alert(1)</script> how do I test it?'],
    ['of control characters', 'ask \u0000\u0001\u202E how do I test a page?'],
    ['of words that run backwards', '\u202Eflurb'],
    ['of nothing but mentions', '<at>Copse</at> <at>Copse</at>'],
    ['of brackets', 'find ' + '('.repeat(5000)],
    ['of a search that means something to PostgreSQL', "find ' & | ! <-> :* \\"],
  ])('that is %s is answered kindly', async (_what, text) => {
    for (const over of [{}, IN_CHANNEL]) {
      const { status } = await mara().deliver(mara().activity({ text, ...over }));
      expect(status).toBe(200);
    }
    expect(faults()).toEqual([]);
    const said = channel().sent.map(({ body }) => JSON.stringify(body));
    expect(said.every((one) => one.length < 28_000)).toBe(true);
    expect(said.join()).not.toMatch(/<script>|onerror=|\u202E/u);
  });

  it.each([
    ['nobody', { from: undefined }],
    ['a name only', { from: { name: 'Jonas Weber' } }],
    ['something that is no id', { from: { id: '29:mara', aadObjectId: "' OR 1=1" } }],
    ['the bot itself', { from: { id: '28:copse', role: 'bot' } }],
    ['somebody without a tenant', { channelData: {}, conversation: { id: 'a:x', conversationType: 'personal' } }],
  ])('from %s does nothing', async (_who, over) => {
    const before = await db().selectFrom('person').select('id').execute();
    const { status } = await mara().deliver(mara().activity({ text: 'join Accessibility guild', ...over }));
    expect([200, 400, 401]).toContain(status);
    expect(await db().selectFrom('person').select('id').execute()).toEqual(before);
    expect(faults()).toEqual([]);
  });
});
