import { beforeEach, describe, expect, it } from 'vitest';
import { change } from '../kernel/change.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import type { AnswerId, CommentId } from '../kernel/ids.ts';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain, nextId } from '../testing/scene.ts';
import { createSealing } from '../trust/sealing.ts';
import type { QuestionStore, Situation } from './ports.ts';
import { about } from './question.ts';
import { sqlQuestionStore } from './store.ts';

/**
 * Races, one step after the other: a rule has decided about what it read, then somebody else is faster, then it saves.
 * Whether two requests really overlap is up to chance; here it is not.
 */
const db = testDatabase();
let scene: QuestionScene;
let store: QuestionStore;
let questionId: string;

beforeEach(async () => {
  scene = await aQuestionScene(db());
  const sealing = createSealing({ sealKeys: [new Uint8Array(32).fill(7)], chance: (count) => new Uint8Array(count) });
  store = sqlQuestionStore({ db: db(), sealing, newId: nextId, now: scene.clock.now });
  questionId = (await scene.ask(scene.ben)).id;
});

const read = async (answerId?: string): Promise<Situation> => {
  const situation = await store.find(scene.cem, questionId, { answerId });
  if (!situation) throw new Error('The question is there');
  return situation;
};
const anAddition = ({ question }: Situation) => {
  const id = nextId() as AnswerId;
  const item = { id, author: { personId: scene.cem.personId }, text: 'Too late', at: scene.clock.now() };
  return { item, events: [{ type: 'answer.given', answerId: id, ...about(question) } as const] };
};
const facts = async () => (await db().selectFrom('outbox').select('id').execute()).length;
const rows = async (table: 'answer' | 'question_version' | 'answer_version') =>
  (await db().selectFrom(table).selectAll().execute()).length;

describe('an answer to what was read', () => {
  it.each([
    [
      'closed',
      async () => certain(await scene.core.questions.closeQuestion(scene.ben, { questionId, reason: 'off-topic' })),
    ],
    [
      'linked to another question',
      async () => {
        const { id: ofQuestionId } = await scene.ask(scene.ben);
        return certain(await scene.core.questions.markDuplicate(scene.ben, { questionId, ofQuestionId }));
      },
    ],
    [
      'ended with its community',
      async () => {
        const { ana, communityId } = scene;
        return certain(await scene.core.communities.closeCommunity(ana, { communityId, reason: 'Enough' }));
      },
    ],
  ])('is not saved when the question was %s meanwhile', async (_how, meanwhile) => {
    const situation = await read();
    await meanwhile();
    const before = await facts();

    await expect(store.addAnswer(situation.question, anAddition(situation))).rejects.toBeInstanceOf(StaleWriteError);
    expect(await rows('answer')).toBe(0);
    expect(await facts()).toBe(before);
  });

  it('is saved beside one that came meanwhile, and beside an edit', async () => {
    const situation = await read();
    await scene.answer(scene.ana, questionId, 'Faster');
    certain(await scene.core.questions.editQuestion(scene.ben, { questionId, title: 'Other words for it' }));

    await store.addAnswer(situation.question, anAddition(situation));
    expect(certain(await scene.core.questions.seeQuestion(scene.ana, { questionId }))).toMatchObject({
      answerCount: 2,
      title: 'Other words for it',
    });
  });
});

describe('an edit of what was read', () => {
  it('does not overwrite one that came meanwhile, keeps no text of its own and tells nothing', async () => {
    const { question } = await read();
    certain(await scene.core.questions.editQuestion(scene.ben, { questionId, title: 'The faster title' }));
    const before = await facts();
    const late = change({ ...question, title: 'The later title' }, {
      type: 'question.edited',
      ...about(question),
    } as const);

    await expect(store.save(late, scene.clock.now())).rejects.toBeInstanceOf(StaleWriteError);
    expect(certain(await scene.core.questions.seeQuestion(scene.ana, { questionId })).title).toBe('The faster title');
    expect(await rows('question_version')).toBe(1);
    expect(await facts()).toBe(before);
  });

  it('of an answer does not either', async () => {
    const { answers } = await scene.answer(scene.cem, questionId, 'At first');
    const answerId = answers[0]?.id ?? '';
    const { question, answer } = await read(answerId);
    if (!answer) throw new Error('The answer is there');
    certain(await scene.core.questions.editAnswer(scene.cem, { questionId, answerId, text: 'Faster' }));
    const before = await facts();
    const item = { ...answer, text: 'Later', version: answer.version + 1 };

    const saved = store.rewriteAnswer(
      question,
      { item, events: [{ type: 'answer.edited', answerId: item.id, ...about(question) }] },
      scene.clock.now(),
    );
    await expect(saved).rejects.toBeInstanceOf(StaleWriteError);
    expect(await rows('answer_version')).toBe(1);
    expect(await facts()).toBe(before);
  });
});

it('a comment that was removed is not removed once more', async () => {
  const { comments } = certain(await scene.core.questions.commentOn(scene.cem, { questionId, text: 'A remark' }));
  const { question } = await read();
  const item = { id: comments[0]?.id as CommentId, by: scene.cem.personId };
  const removal = { item, events: [{ type: 'comment.removed', commentId: item.id, ...about(question) } as const] };
  await store.removeComment(question, removal, scene.clock.now());
  const before = await facts();

  await expect(store.removeComment(question, removal, scene.clock.now())).rejects.toBeInstanceOf(StaleWriteError);
  expect(await facts()).toBe(before);
});
