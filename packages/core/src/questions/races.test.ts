import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { coreSubscribers } from '../core.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { createRelay } from '../sql/relay.ts';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';

const db = testDatabase();
let scene: QuestionScene;
let questions: QuestionScene['core']['questions'];

beforeEach(async () => {
  scene = await aQuestionScene(db());
  ({ questions } = scene.core);
});

const members = async (count: number) => {
  const people = await Promise.all(Array.from({ length: count }, (_, n) => scene.person(`Member ${n}`)));
  await Promise.all(people.map((who) => scene.comeIn(who)));
  return people;
};
const seen = async (questionId: string) => certain(await questions.seeQuestion(scene.ana, { questionId }));

describe('at the same time', () => {
  it('ten people answer, half of them without a name, and nothing is lost', async () => {
    const people = await members(10);
    const { id: questionId } = await scene.ask(scene.ben);

    const given = await Promise.all(
      people.map((who, n) =>
        questions.answerQuestion(who, { questionId, text: `Answer ${n}`, anonymous: n % 2 === 0 }),
      ),
    );

    expect(given.every(({ ok }) => ok)).toBe(true);
    const { answers, answerCount } = await seen(questionId);
    expect(answerCount).toBe(10);
    expect(answers.map(({ text }) => text).toSorted()).toEqual(people.map((_, n) => `Answer ${n}`));
    const facts = await db().selectFrom('outbox').select('id').where('type', '=', 'answer.given').execute();
    expect(facts).toHaveLength(10);
  });

  it('answers, comments, marks and an edit do not disturb each other', async () => {
    const people = await members(6);
    const { id: questionId } = await scene.ask(scene.ben);
    const first = await scene.answer(scene.cem, questionId);
    const of = { questionId, answerId: first.answers[0]?.id ?? '' };

    const done = await Promise.all([
      ...people.map((who) => questions.answerQuestion(who, { questionId, text: 'One more', anonymous: false })),
      ...people.map((who) => questions.commentOn(who, { ...of, text: 'A remark' })),
      ...people.map((who) => questions.haveThisToo(who, { questionId })),
      ...people.map((who) => questions.markHelped(who, of)),
      questions.editQuestion(scene.ben, { questionId, title: 'A better title for it' }),
    ]);

    expect(done.filter(({ ok }) => !ok)).toEqual([]);
    const view = await seen(questionId);
    expect(view).toMatchObject({ answerCount: 7, meTooCount: 6, title: 'A better title for it' });
    expect(view.answers.find(({ id }) => id === of.answerId)).toMatchObject({ helpedCount: 6 });
    expect(view.answers.flatMap(({ comments }) => comments)).toHaveLength(6);
  });

  it('one person who presses five times has it once', async () => {
    const { id: questionId } = await scene.ask(scene.ben);
    await Promise.all(Array.from({ length: 5 }, () => questions.haveThisToo(scene.dora, { questionId })));
    expect((await seen(questionId)).meTooCount).toBe(1);
    await Promise.all(Array.from({ length: 5 }, () => questions.takeBackMeToo(scene.dora, { questionId })));
    expect((await seen(questionId)).meTooCount).toBe(0);
  });

  it('nobody slips an answer in while the question is closed', async () => {
    const people = await members(8);
    const { id: questionId } = await scene.ask(scene.ben);
    const [, ...given] = await Promise.all([
      questions.closeQuestion(scene.ben, { questionId, reason: 'no-longer-needed' }),
      ...people.map((who) => questions.answerQuestion(who, { questionId, text: 'In time?', anonymous: false })),
    ]);

    const inTime = given.filter(({ ok }) => ok).length;
    expect(given.every((one) => one.ok || one.reason === 'question-closed')).toBe(true);
    const { answerCount, answers } = await seen(questionId);
    expect([answerCount, answers.length]).toEqual([inTime, inTime]);
  });

  it('of two editors who read the same revision one is told', async () => {
    const { id: questionId, revision } = await scene.ask(scene.ben);
    const edited = await Promise.all(
      ['The first title', 'The second title'].map((title) =>
        questions.editQuestion(scene.ben, { questionId, ifRevision: revision, title }),
      ),
    );
    expect(edited.map((one) => (one.ok ? 'edited' : one.reason)).toSorted()).toEqual(['changed-meanwhile', 'edited']);
    const history = certain(await questions.seeHistory(scene.ben, { questionId }));
    expect(history.items).toHaveLength(2);
  });

  it('two edits of one answer both stay readable', async () => {
    const { id: questionId } = await scene.ask(scene.ben);
    const { answers } = await scene.answer(scene.cem, questionId, 'The text at first');
    const of = { questionId, answerId: answers[0]?.id ?? '' };
    await Promise.all(['Then this', 'Then that'].map((text) => questions.editAnswer(scene.cem, { ...of, text }))).catch(
      (error: unknown) => expect(error).toBeInstanceOf(StaleWriteError),
    );
    const texts = certain(await questions.seeHistory(scene.ben, { questionId })).items.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['The text at first', 'Then this', 'Then that']));
  });

  it('nobody waits for a relay that is still at what was asked before', async () => {
    const { ben, cem, clock } = scene;
    const { id: questionId } = await scene.ask(ben);
    const reached = Promise.withResolvers<void>();
    const left = Promise.withResolvers<void>();
    const slow = { name: 'slow', on: ['question.asked'], handle: () => (reached.resolve(), left.promise) };
    const subscribers = [...coreSubscribers({ now: clock.now }), slow];
    const relayed = createRelay({ db: db(), subscribers, now: clock.now }).drain();
    await reached.promise;

    const written = Promise.all([scene.ask(cem), scene.answer(cem, questionId), scene.ask(ben, { anonymous: true })]);
    const first = await Promise.race([written.then(() => 'written'), pause(2000, 'waiting')]);
    left.resolve();
    await Promise.all([relayed, written]);

    expect(first).toBe('written');
  });

  it('two stewards who hide one answer count it out once', async () => {
    const { ana, ben, cem, communityId } = scene;
    const role = { communityId, personId: cem.personId, role: 'knowledge-steward' } as const;
    certain(await scene.core.communities.grantRole(ana, role));
    const { id: questionId } = await scene.ask(ben);
    const { answers } = await scene.answer(ben, questionId);
    await scene.answer(ben, questionId, 'Another');
    const subject = { kind: 'answer', id: answers[0]?.id ?? '' } as const;
    await Promise.all(
      [ana, cem, ana, cem].map((who) => scene.core.trust.moderate(who, { subject, action: 'hide', reason: 'Spam' })),
    );
    expect((await seen(questionId)).answerCount).toBe(1);
  });
});
