import { beforeEach, describe, expect, it } from 'vitest';
import type { QuestionId } from '../kernel/ids.ts';
import { testDatabase } from '../testing/database.ts';
import { aPractice, aPractitioner, colleague, noon, owner } from '../testing/practice-builders.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';
import { compose, type Learned } from './composing.ts';
import { practiceView } from './contract.ts';

const learned = (given: Partial<Learned> = {}): Learned => ({
  id: '01900000-0000-7000-8000-0000000000b1' as QuestionId,
  title: 'Why does the ink run?',
  details: 'On coated paper.',
  topics: ['ink'],
  visibility: 'members',
  accepted: { text: 'Let it dry.', by: owner },
  voices: [owner],
  keptAs: undefined,
  ...given,
});
const { id, organisationId, communityId } = aPractice();
const place = { id, organisationId, communityId, at: noon };
const composed = (given: Partial<Learned> = {}) => certain(compose(aPractitioner(), learned(given), place)).state;

describe('a practice that is composed from a question', () => {
  it('has the question as its context and the accepted answer as its body', () => {
    expect(composed()).toMatchObject({
      life: 'draft',
      title: 'Why does the ink run?',
      context: 'On coated paper.',
      body: 'Let it dry.',
      topics: ['ink'],
      visibility: 'members',
      ownerId: colleague,
      version: 1,
      revision: 1,
    });
  });

  it('credits whoever wrote the answer as an author, and everybody once', () => {
    expect(composed().credits.map(({ personId, credit }) => [personId, credit])).toEqual([
      [colleague, 'author'],
      [owner, 'author'],
    ]);
    expect(composed({ accepted: { text: 'x', by: undefined } }).credits.map(({ credit }) => credit)).toEqual([
      'author',
      'contributor',
    ]);
  });

  it('cuts what is too long at a word', () => {
    const long = composed({
      title: `${'word '.repeat(40)}end`,
      details: '',
      accepted: { text: 'y'.repeat(50_000), by: owner },
    });
    expect(long.title.length).toBeLessThanOrEqual(120);
    expect(long.title).toMatch(/word…$/u);
    expect(long.body).toHaveLength(40_000);
    expect(long.context).toContain('word');
  });

  it.each([
    ['nothing is accepted', { accepted: undefined }, 'no-accepted-answer'],
    ['it is kept already', { keptAs: id }, 'already-kept'],
  ] as const)('is refused when %s', (_when, given, reason) => {
    expect(compose(aPractitioner(), learned(given), place)).toEqual({ ok: false, reason });
  });

  it('is refused to those who do not take part', () => {
    expect(compose(aPractitioner(['colleague']), learned(), place)).toEqual({ ok: false, reason: 'not-taking-part' });
  });
});

describe('keeping', () => {
  const db = testDatabase();
  let scene: QuestionScene;
  beforeEach(async () => {
    scene = await aQuestionScene(db());
  });

  const solved = async (anonymous = false) => {
    const { ben, cem, ana } = scene;
    const { id: questionId } = await scene.ask(ben, { anonymous });
    await scene.answer(ana, questionId, 'Have you tried another roller?');
    const { answers } = await scene.answer(cem, questionId, 'Let it dry for a day.');
    const answerId = answers.find(({ author }) => author.mine)?.id ?? '';
    return certain(await scene.core.questions.acceptAnswer(ben, { questionId, answerId }));
  };

  it('makes a draft that links back, and the question is kept once it is proposed', async () => {
    const { ana, ben, cem, dora } = scene;
    const { practices, questions } = scene.core;
    const { id: questionId } = await solved();
    expect(await practices.keepAsPractice(dora, { questionId })).toEqual({ ok: false, reason: 'not-taking-part' });

    const practice = certain(await practices.keepAsPractice(ana, { questionId }));
    expect(practiceView.parse(practice)).toEqual(practice);
    expect(practice).toMatchObject({ life: 'draft', body: 'Let it dry for a day.', keptFrom: { id: questionId } });
    expect(practice.contributors.map(({ person, credit }) => `${person.name} ${credit}`)).toEqual([
      'Ana Coordinator author',
      'Cem Member author',
      'Ben Member contributor',
    ]);
    expect(await practices.keepAsPractice(cem, { questionId })).toEqual({ ok: false, reason: 'already-kept' });

    const seen = async (who = dora) => certain(await questions.seeQuestion(who, { questionId }));
    await scene.relay();
    expect(await seen()).toMatchObject({ state: 'accepted', abilities: { keepAsPractice: false } });
    expect(await seen()).not.toHaveProperty('keptAs');
    expect(await seen(ben)).toMatchObject({ keptAs: { id: practice.id } });

    certain(await practices.changeLife(ana, { practiceId: practice.id, action: 'propose' }));
    await scene.relay();
    expect(await seen()).toMatchObject({ state: 'kept', keptAs: { id: practice.id, title: practice.title } });
    certain(await practices.changeLife(ana, { practiceId: practice.id, action: 'withdraw', reason: 'Not yet' }));
    await scene.relay();
    expect(await seen()).toMatchObject({ state: 'accepted' });
  });

  it('names nobody who spoke anonymously', async () => {
    const { ana, ben, cem } = scene;
    const { id: questionId } = await solved(true);
    const { contributors } = certain(await scene.core.practices.keepAsPractice(ana, { questionId }));
    expect(contributors.map(({ person }) => person.id)).toEqual([ana.personId, cem.personId]);
    expect(contributors.map(({ person }) => person.id)).not.toContain(ben.personId);
  });

  it('happens once when five press at once', async () => {
    const { ana, ben, cem } = scene;
    const { id: questionId } = await solved();
    const kept = await Promise.all(
      [ana, ben, cem, ana, ben].map((who) => scene.core.practices.keepAsPractice(who, { questionId })),
    );
    expect(kept.map((one) => (one.ok ? 'kept' : one.reason)).toSorted()).toEqual([
      'already-kept',
      'already-kept',
      'already-kept',
      'already-kept',
      'kept',
    ]);
    expect(await db().selectFrom('practice').select('id').execute()).toHaveLength(1);
  });
});
