import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';

const db = testDatabase();
let scene: NoticeScene;
let ada: Actor;
let communityId: string;
const TITLE = 'How do I name an icon button?';
const knows = { skills: [{ topic: 'wcag', level: 'can-teach' }] };

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ada = await scene.reached('Ada');
  communityId = await scene.community(ada);
});

const members = async (names: readonly string[], given: Parameters<NoticeScene['reached']>[1] = knows) =>
  Promise.all(
    names.map(async (name) => {
      const actor = await scene.reached(name, given);
      await value(scene.core.communities.joinCommunity(actor, { communityId }));
      await value(scene.core.trust.acknowledgeConduct(actor, { communityId }));
      return actor;
    }),
  );
const askedPeople = async () => {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM consulted JOIN person ON person.id = person_id WHERE consulted.state = 'asked' ORDER BY name
  `.execute(db());
  return rows.map(({ name }) => name);
};
const ask = async (given: { anonymous?: boolean; topics?: string[] } = { topics: ['wcag'] }) => {
  const questionId = await scene.ask(ada, communityId, TITLE, given);
  await scene.settle();
  return questionId;
};
const hours = (count: number) => scene.deliver(count * 3600);
const round = async () => {
  await scene.run('look', {});
  await scene.settle();
};

describe('a question', () => {
  it('goes to three who know, with the reason, and the asker sees that it is with somebody', async () => {
    await members(['Bo', 'Cy', 'Di', 'Ed']);
    await members(['Flo'], {});
    const questionId = await ask();
    await scene.deliver();

    expect(await askedPeople()).toHaveLength(3);
    expect(scene.sent.map(({ message }) => message.items[0])).toMatchObject(
      Array.from({ length: 3 }, () => ({
        kind: 'asked-for-help',
        title: `Can you help with “${TITLE}”?`,
        because: 'Because you say that you can teach wcag.',
        link: { id: questionId },
      })),
    );
    const seen = await value(scene.core.questions.seeQuestion(ada, { questionId }));
    expect(seen).toMatchObject({ state: 'with-expert', askedCount: 3 });
    expect(seen.way[1]).toEqual({ state: 'with-expert', is: 'here' });
  });

  it('stands on the home page of whoever is asked, and only while they are', async () => {
    const [bo] = await members(['Bo']);
    const questionId = await ask();
    const waiting = async () => (await value(scene.core.stewardship.seeHome(bo!))).needsMe;

    expect(await waiting()).toMatchObject([
      { kind: 'asked-for-help', count: 1, question: { id: questionId, title: TITLE } },
    ]);
    await value(scene.core.consultations.declineQuestion(bo!, { questionId }));
    expect(await waiting()).toEqual([]);
  });

  it('goes to the next three, then to the coordinator, and to nobody twice', async () => {
    await members(['Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal']);
    scene.clock.pass(-1 / 24);
    await ask();
    const first = await askedPeople();
    await hours(4.1);
    await round();
    const second = await askedPeople();
    expect(second).toHaveLength(3);
    expect(second.filter((name) => first.includes(name))).toEqual([]);

    await scene.core.communities.grantRole(ada, {
      communityId,
      personId: (await members(['Ina'], {}))[0]!.personId,
      role: 'coordinator',
    });
    await hours(20);
    await round();
    await scene.deliver();
    expect(await askedPeople()).toEqual([]);
    expect(scene.lines().filter((line) => line.includes('Still without an answer'))).toEqual([
      `a:ina: Still without an answer: “${TITLE}”`,
    ]);
  });

  it('that nobody can help with comes to the coordinators', async () => {
    const [bo] = await members(['Bo'], {});
    await value(scene.core.communities.grantRole(ada, { communityId, personId: bo!.personId, role: 'coordinator' }));
    await ask();
    await scene.deliver();

    expect(scene.lines()).toEqual([`a:bo: Still without an answer: “${TITLE}”`]);
  });

  it('without topics is matched by its words', async () => {
    await members(['Bo'], { skills: [{ topic: 'icon button', level: 'practises' }] });
    await ask({ topics: [] });
    expect(await askedPeople()).toEqual(['Bo']);
  });

  it('is over with the first answer', async () => {
    const [bo] = await members(['Bo', 'Cy']);
    const questionId = await ask();
    await scene.answer(bo!, questionId);
    await scene.deliver();

    expect(await askedPeople()).toEqual([]);
    expect(scene.lines().filter((line) => line.includes('Can you help'))).toEqual([]);
    const { mine } = await value(scene.core.consultations.seeConsultation(bo!, { questionId }));
    expect(mine).toMatchObject({ state: 'answered' });
    const seen = await value(scene.core.questions.seeQuestion(ada, { questionId }));
    expect(seen.way.map(({ state, is }) => `${state} ${is}`).slice(0, 3)).toEqual([
      'open passed',
      'with-expert passed',
      'answered here',
    ]);
  });
});

describe('nobody is asked', () => {
  const away = { awayUntil: '2026-03-20T00:00:00.000Z' };
  const pause = { topic: 'wcag', until: '2026-04-01T00:00:00.000Z' };
  const gone = {
    conversationId: 'a:bo',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    place: undefined,
    left: true,
  };
  it.each<[string, (actor: Actor) => Promise<unknown>]>([
    ['is away', (actor) => value(scene.core.notifications.editPreferences(actor, away))],
    ['has paused the topic', (actor) => value(scene.core.consultations.snoozeTopic(actor, pause))],
    ['does not want to be', (actor) => scene.prefer(actor, { 'asked-for-help': 'never' })],
    ['has blocked the bot', (actor) => scene.core.notifications.recordConversation(actor, gone)],
    ['has left the community', (actor) => value(scene.core.communities.leaveCommunity(actor, { communityId }))],
    [
      'is asleep, while others are at work',
      ({ personId }) =>
        db().updateTable('person').set({ time_zone: 'Asia/Tokyo' }).where('id', '=', personId).execute(),
    ],
  ])('who %s', async (_what, make) => {
    const [bo] = await members(['Bo']);
    await make(bo!);
    await members(['Zoe']);
    await ask();
    expect(await askedPeople()).toEqual(['Zoe']);
  });

  it('for whom three questions wait already', async () => {
    await members(['Bo']);
    for (let count = 0; count < 4; count += 1) await ask();
    const waiting = await db().selectFrom('consulted').select('question_id').where('state', '=', 'asked').execute();
    expect(waiting).toHaveLength(3);
  });

  it('who asked it, unless nobody may know who that is: one who knows and is missing would be found out', async () => {
    await db().insertInto('skill').values({ person_id: ada.personId, topic: 'wcag', level: 'can-teach' }).execute();
    await members(['Zoe']);
    await ask();
    expect(await askedPeople()).toEqual(['Zoe']);
    await db().deleteFrom('consulted').execute();
    await ask({ anonymous: true, topics: ['wcag'] });
    expect(await askedPeople()).toEqual(['Ada', 'Zoe']);
  });
});

describe('whoever is asked', () => {
  it('passes it on to a member who then is asked, and says so to nobody else', async () => {
    const [bo] = await members(['Bo']);
    const [cy] = await members(['Cy'], {});
    const questionId = await ask();
    const view = await value(scene.core.consultations.passQuestion(bo!, { questionId, toPersonId: cy!.personId }));
    await scene.deliver();

    expect(view).toMatchObject({
      state: 'asking',
      askedCount: 1,
      everAskedCount: 2,
      mine: { state: 'passed', passedTo: { name: 'Cy' }, abilities: { pass: false, decline: false } },
    });
    const asker = await value(scene.core.consultations.seeConsultation(ada, { questionId }));
    expect(asker).toMatchObject({ askedCount: 1, everAskedCount: 2, nextAt: expect.any(String) });
    expect(JSON.stringify(asker)).not.toContain('Cy');
    expect(scene.lines().filter((line) => line.startsWith('a:cy'))).toHaveLength(1);
    expect(await scene.core.consultations.passQuestion(bo!, { questionId, toPersonId: cy!.personId })).toEqual({
      ok: false,
      reason: 'not-asked',
    });
  });

  it('does not pass it on to somebody who is no member', async () => {
    const [bo] = await members(['Bo']);
    const stranger = await scene.reached('Stranger');
    const questionId = await ask();
    const passed = await scene.core.consultations.passQuestion(bo!, { questionId, toPersonId: stranger.personId });
    expect(passed).toEqual({ ok: false, reason: 'no-such-member' });
  });

  it('does not pass it on to a service account', async () => {
    const [bo] = await members(['Bo']);
    const [robot] = await members(['Robot'], {});
    await db().updateTable('person').set({ service_account: true }).where('id', '=', robot!.personId).execute();
    const questionId = await ask();
    const passed = await scene.core.consultations.passQuestion(bo!, { questionId, toPersonId: robot!.personId });
    expect(passed).toEqual({ ok: false, reason: 'no-such-member' });
  });

  it('says «not me», and the next are asked when all have', async () => {
    const [bo] = await members(['Bo']);
    const questionId = await ask();
    await members(['Cy']);
    await value(scene.core.consultations.declineQuestion(bo!, { questionId }));
    await scene.settle();
    expect(await askedPeople()).toEqual(['Cy']);
  });
});

it('where nobody was ever asked, nothing says that somebody was', async () => {
  const [bo] = await members(['Bo'], {});
  const questionId = await scene.ask(ada, communityId, TITLE, { topics: ['wcag'] });
  const before = await value(scene.core.consultations.seeConsultation(bo!, { questionId }));
  await scene.answer(bo!, questionId);
  await scene.settle();
  const { state, way } = await value(scene.core.questions.seeQuestion(ada, { questionId }));

  expect(before).toEqual({ questionId, state: 'none', askedCount: 0, everAskedCount: 0 });
  expect(state).toBe('answered');
  expect(way.map((stop) => stop.state)).not.toContain('with-expert');
});
