import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coreSubscribers } from '../core.ts';
import type { Actor } from '../kernel/actor.ts';
import { createRelay, type Relay } from '../sql/relay.ts';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';
import type { SearchQuery } from './contract.ts';

const db = testDatabase();
let scene: QuestionScene;
const started: Relay[] = [];
const relay = () => createRelay({ db: db(), subscribers: coreSubscribers(scene.clock), now: scene.clock.now });
const search = async (who: Actor, q: string, given: Partial<SearchQuery> = {}) =>
  certain(await scene.core.search.searchAll(who, { q, limit: 25, ...given }));
const titles = async (...asked: Parameters<typeof search>) => (await search(...asked)).items.map(({ title }) => title);
const suggested = async (who: Actor, q: string) =>
  certain(await scene.core.search.suggest(who, { q })).items.map(({ title }) => title);

beforeEach(async () => {
  scene = await aQuestionScene(db());
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.stop()));
});

describe('a question', () => {
  it('is found by its title, its details, its topics and its answers', async () => {
    const { id } = await scene.ask(scene.ben, { details: 'The *varnish* stays wet.', topics: ['offset'] });
    await scene.answer(scene.cem, id, 'Try a **gelatine** coat.');
    await relay().drain();

    for (const q of ['smear or ink', 'varnish', 'offset', 'gelatine', 'gelatin']) {
      expect(await titles(scene.dora, q)).toEqual(['Why does the ink run on coated paper?']);
    }
    const [hit] = (await search(scene.dora, 'gelatine')).items;
    expect(hit).toMatchObject({ kind: 'question', id, state: 'answered', answerCount: 1 });
    expect(hit?.community).toEqual({ id: scene.communityId, name: 'Print guild' });
    expect(hit?.snippet).toContainEqual({ text: 'gelatine', match: true });
  });

  it('forgives a typing error', async () => {
    await scene.ask(scene.ben, { title: 'How long does varnish dry?' });
    await relay().drain();

    expect(await search(scene.dora, 'varnsih')).toMatchObject({ corrected: true, items: [{ kind: 'question' }] });
  });

  it('comes first where its answer was accepted, and last where it was asked before', async () => {
    const asked = async (title: string) => (await scene.ask(scene.ben, { title, details: '', topics: [] })).id;
    const open = await asked('Which varnish for posters?');
    const solved = await asked('Which varnish for flyers?');
    const twice = await asked('Which varnish for labels?');
    const answered = await scene.answer(scene.cem, solved);
    const { questions } = scene.core;
    certain(
      await questions.acceptAnswer(scene.ben, { questionId: solved, answerId: answered.answers[0]?.id as string }),
    );
    certain(await questions.markDuplicate(scene.ana, { questionId: twice, ofQuestionId: open }));
    await relay().drain();

    const order = ['Which varnish for flyers?', 'Which varnish for posters?', 'Which varnish for labels?'];
    expect(await titles(scene.dora, 'varnish')).toEqual(order);
  });

  it('comes first where it is fresh, among those that match alike', async () => {
    await scene.ask(scene.ben, { title: 'Which varnish for posters?', details: '', topics: [] });
    scene.clock.pass(700);
    await scene.ask(scene.ben, { title: 'Which varnish for flyers?', details: '', topics: [] });
    await relay().drain();

    expect(await titles(scene.dora, 'varnish')).toEqual(['Which varnish for flyers?', 'Which varnish for posters?']);
  });

  it('is kept to the kind, the state and the community that were asked for', async () => {
    const { id } = await scene.ask(scene.ben, { title: 'Which varnish for posters?' });
    await scene.ask(scene.ben, { title: 'Which varnish for flyers?' });
    await scene.answer(scene.cem, id);
    await relay().drain();

    expect(await titles(scene.dora, 'varnish', { state: 'answered' })).toEqual(['Which varnish for posters?']);
    expect(await titles(scene.dora, 'varnish', { state: 'endorsed' })).toEqual([]);
    expect(await titles(scene.dora, 'varnish', { state: 'answered', kind: 'practice' })).toEqual([]);
    expect(await titles(scene.dora, 'varnish', { kind: 'person' })).toEqual([]);
    expect(await titles(scene.dora, 'varnish', { communityId: scene.communityId })).toHaveLength(2);
    expect(await titles(scene.dora, 'varnish', { communityId: id })).toEqual([]);
  });

  it('is found by those who may see it', async () => {
    await scene.ask(scene.ben, { title: 'Which varnish for members?', visibility: 'members' });
    await scene.ask(scene.ben, { title: 'Which varnish for partners?', visibility: 'partners' });
    await relay().drain();

    expect(await titles(scene.cem, 'varnish')).toHaveLength(2);
    expect(await titles(scene.dora, 'varnish')).toEqual(['Which varnish for partners?']);
    expect(await titles(scene.gus, 'varnish')).toEqual(['Which varnish for partners?']);
    expect(await suggested(scene.dora, 'which var')).toEqual(['Which varnish for partners?']);
  });

  it('says nowhere in the index who asked or answered', async () => {
    const { id } = await scene.ask(scene.ben, { anonymous: true });
    await scene.answer(scene.cem, id, 'Let it dry.', true);
    await scene.answer(scene.ana, id, 'Or heat it.');
    await relay().drain();

    const rows = await db().selectFrom('search_document').selectAll().where('kind', '=', 'question').execute();
    const words = JSON.stringify(rows).toLowerCase();
    for (const { personId } of [scene.ben, scene.cem, scene.ana]) expect(words).not.toContain(personId);
    for (const name of ['ben', 'cem', 'ana']) expect(words).not.toMatch(new RegExp(`\\b${name}\\b`, 'u'));
    expect(await titles(scene.dora, 'ben', { kind: 'question' })).toEqual([]);
  });

  it('that stewards have hidden is found by nobody at once, and again when it is restored', async () => {
    const { id } = await scene.ask(scene.ben, { title: 'Which varnish for posters?' });
    await relay().drain();
    const moderate = async (action: 'hide' | 'restore') =>
      certain(
        await scene.core.trust.moderate(scene.ana, {
          subject: { kind: 'question', id },
          action,
          reason: 'See charter',
        }),
      );
    await moderate('hide');
    for (const who of [scene.ana, scene.ben, scene.dora]) {
      expect(await titles(who, 'varnish')).toEqual([]);
      expect(await suggested(who, 'varnish')).toEqual([]);
    }
    await moderate('restore');
    expect(await titles(scene.dora, 'varnish')).toHaveLength(1);
  });

  it('is no longer found by an answer that stewards have hidden', async () => {
    const { id } = await scene.ask(scene.ben);
    const { answers } = await scene.answer(scene.cem, id, 'Use gelatine.');
    await relay().drain();
    const subject = { kind: 'answer', id: answers[0]?.id as string } as const;
    certain(await scene.core.trust.moderate(scene.ana, { subject, action: 'hide', reason: 'See charter' }));
    await relay().drain();

    expect(await titles(scene.dora, 'gelatine')).toEqual([]);
  });

  it('is found by its new words within two seconds of an edit', async () => {
    const { id } = await scene.ask(scene.ben);
    const running = relay();
    started.push(running);
    running.start();
    const edited = performance.now();
    certain(await scene.core.questions.editQuestion(scene.ben, { questionId: id, details: 'The lacquer peels.' }));
    while ((await titles(scene.dora, 'lacquer')).length === 0 && performance.now() - edited < 5000)
      await new Promise((resolve) => setTimeout(resolve, 20));

    expect(performance.now() - edited).toBeLessThan(2000);
  });
});

describe('what is suggested', () => {
  beforeEach(async () => {
    await scene.ask(scene.ben, { title: 'Does varnish yellow with age?' });
    await scene.ask(scene.ben, { title: 'Varnish or laminate for menus?' });
    await scene.ask(scene.ben, { title: 'How are menus folded?', details: 'They have varnish on them.' });
    await relay().drain();
  });

  it.each([
    ['var', ['Varnish or laminate for menus?', 'Does varnish yellow with age?']],
    ['VÄR', ['Varnish or laminate for menus?', 'Does varnish yellow with age?']],
    ['varnish yel', ['Does varnish yellow with age?']],
    ['menus var', ['Varnish or laminate for menus?']],
    ['print', ['Print guild']],
    ['arnish', []],
    ['v', []],
    ['?!', []],
    ["l'am", []],
  ])('for «%s» has the words in its title', async (q, expected) => {
    expect(await suggested(scene.dora, q)).toEqual(expected);
  });

  it('is eight titles at most', async () => {
    for (let n = 0; n < 12; n += 1) await scene.ask(scene.ben, { title: `Which varnish for sheet number ${n}?` });
    await relay().drain();

    expect(await suggested(scene.dora, 'varnish')).toHaveLength(8);
  });
});
