import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';
import { questionPage, similarQuestions } from './contract.ts';

const db = testDatabase();
let scene: QuestionScene;
let questions: QuestionScene['core']['questions'];

beforeEach(async () => {
  scene = await aQuestionScene(db());
  ({ questions } = scene.core);
});

describe('a list', () => {
  it.each(['active', 'newest', 'me-too'] as const)(
    'sorted by %s has every question once, page by page',
    async (sort) => {
      const { ben, cem, dora, ana } = scene;
      for (let n = 0; n < 11; n += 1) {
        if (n % 3 === 0) scene.clock.pass(1);
        const { id } = await scene.ask(n % 2 ? ben : cem, { title: `Question number ${n}` });
        if (n % 4 === 0) for (const who of [dora, ana]) certain(await questions.haveThisToo(who, { questionId: id }));
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = certain(await questions.listQuestions(dora, { sort, limit: 3, ...(cursor ? { cursor } : {}) }));
        expect(questionPage.parse(page)).toEqual(page);
        seen.push(...page.items.map(({ title }) => title));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toHaveLength(11);
      expect(new Set(seen).size).toBe(11);
    },
  );

  it('is filtered by community, topic, state and what is unsolved', async () => {
    const { ben, cem, dora, communityId } = scene;
    const one = await scene.ask(ben, { topics: ['paper'] });
    const two = await scene.ask(ben);
    await scene.answer(cem, two.id);
    const ids = async (query: object) =>
      certain(await questions.listQuestions(dora, { limit: 9, sort: 'newest', ...query })).items.map(({ id }) => id);
    expect(await ids({ topic: 'paper' })).toEqual([one.id]);
    expect(await ids({ state: 'answered' })).toEqual([two.id]);
    expect(await ids({ unsolved: true, communityId })).toEqual([two.id, one.id]);
    expect(await ids({ communityId: '01900000-0000-7000-8000-00000000ffff' })).toEqual([]);
    const answered = await questions.listQuestions(cem, { limit: 9, sort: 'active', mine: 'answered' });
    expect(certain(answered).items.map(({ id }) => id)).toEqual([two.id]);
  });
});

describe('the questions of a topic', () => {
  it.each([
    ['rare', 3],
    ['common', 520],
  ])('that is %s are listed page by page, each once, and no others', async (_how, count) => {
    const { ben, dora } = scene;
    const { id } = await scene.ask(ben, { topics: ['paper'] });
    await scene.ask(ben, { topics: ['ink'] });
    await sql`
      INSERT INTO question (id, organisation_id, community_id, asked_in, title, details, summary, topics, visibility,
        author_id, asked_at, active_at, revision)
      SELECT gen_random_uuid(), organisation_id, community_id, asked_in, title, details, summary, topics, visibility,
        author_id, asked_at - n * interval '1 minute', active_at - n * interval '1 minute', 1
      FROM question, generate_series(1, ${count - 1}::integer) n WHERE id = ${id}`.execute(db());

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { sort: 'active', topic: 'paper', limit: 100, ...(cursor ? { cursor } : {}) } as const;
      const page = certain(await questions.listQuestions(dora, query));
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([count, count]);
  });
});

describe('my questions', () => {
  it('named and anonymous ones stand in one order, page by page, also from a community that I left', async () => {
    const { ben, cem, communityId } = scene;
    const asked: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      scene.clock.pass(1);
      asked.unshift((await scene.ask(ben, { anonymous: n % 2 === 0 })).id);
      await scene.ask(cem, { anonymous: true });
    }
    certain(await scene.core.communities.leaveCommunity(ben, { communityId }));

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { sort: 'active', mine: 'asked', limit: 2, ...(cursor ? { cursor } : {}) } as const;
      const page = certain(await questions.listQuestions(ben, query));
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(asked);
  });
});

describe('a question that is being typed', () => {
  it('finds similar ones, answered ones first', async () => {
    const { ben, cem, dora } = scene;
    const open = await scene.ask(ben, { title: 'Ink runs on coated paper in winter' });
    const solved = await scene.ask(cem, { title: 'Coated paper and running ink' });
    await scene.ask(cem, { title: 'Where is the spare roller kept?' });
    await scene.answer(ben, solved.id);
    const find = async (title: string) => certain(await questions.findSimilarQuestions(dora, { title }));
    const found = await find('my ink is running on coated paper');
    expect(similarQuestions.parse(found)).toEqual(found);
    expect(found.items.map(({ id }) => id)).toEqual([solved.id, open.id]);
    expect((await find('spaer rollr kept')).items.map(({ title }) => title)).toEqual([
      'Where is the spare roller kept?',
    ]);
    expect((await find('!!! ???')).items).toEqual([]);
  });

  it('finds nothing that shares a word by the way, in the same community neither', async () => {
    const { ben, dora, communityId } = scene;
    const title = 'How do we caption a demo in which two people speak at once?';
    const { id } = await scene.ask(ben, { title, details: 'Readers cannot tell who asks and who answers.' });
    const find = async (typed: string) =>
      certain(await questions.findSimilarQuestions(dora, { title: typed, communityId })).items.map((one) => one.id);
    expect(await find('How do I tell my lead that I am lost?')).toEqual([]);
    expect(await find('How do we caption demos?')).toEqual([id]);
  });
});
