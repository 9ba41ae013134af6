import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';

const db = testDatabase();
let scene: QuestionScene;
beforeEach(async () => {
  scene = await aQuestionScene(db());
});
const DAY = 86_400;
const measures = async (period: { from?: string; to?: string } = {}) =>
  certain(await scene.core.impact.seeMeasures(scene.dora, { communityId: scene.communityId, ...period }));

/** A question that gets its answer after so many days; the answer is accepted a day later. */
async function solved(asker: Actor, days: number, anonymous = false) {
  const { id } = await scene.ask(asker, { anonymous });
  scene.clock.pass(days);
  const { answers } = await scene.answer(asker === scene.cem ? scene.ben : scene.cem, id);
  scene.clock.pass(1);
  const answerId = answers[0]?.id as string;
  certain(await scene.core.questions.acceptAnswer(asker, { questionId: id, answerId }));
}

describe('the time to an accepted answer', () => {
  it('is the median until that answer came, not until it was accepted', async () => {
    for (const days of [1, 9, 2, 30, 4]) await solved(scene.ben, days);
    await scene.ask(scene.ben);

    expect(await measures()).toEqual({
      communityId: scene.communityId,
      timeToAcceptedAnswer: { questions: 5, of: 6, medianSeconds: 4 * DAY },
      timeToFirstResponse: { questions: 5, of: 6, medianSeconds: 4 * DAY },
    });
  });

  it('is not told of fewer than five questions', async () => {
    for (const days of [1, 2, 3, 4]) await solved(scene.ben, days);

    expect((await measures()).timeToAcceptedAnswer).toEqual({ questions: 4, of: 4 });
  });

  it('keeps to the period in which questions were asked', async () => {
    const from = scene.clock.now().toISOString();
    for (const days of [1, 1, 1, 1, 1]) await solved(scene.cem, days);
    const to = scene.clock.now().toISOString();
    for (const days of [7, 7, 7, 7, 7]) await solved(scene.ben, days);

    expect((await measures({ to })).timeToAcceptedAnswer).toMatchObject({ of: 5, medianSeconds: DAY });
    expect((await measures({ from: to })).timeToAcceptedAnswer).toMatchObject({ of: 5, medianSeconds: 7 * DAY });
    expect((await measures({ from })).timeToAcceptedAnswer.of).toBe(10);
  });
});

describe('the first response', () => {
  it('is by somebody else, and may be a comment', async () => {
    const { id: questionId } = await scene.ask(scene.ben);
    scene.clock.pass(1);
    await scene.answer(scene.ben, questionId);
    expect((await measures()).timeToFirstResponse).toEqual({ questions: 0, of: 1 });
    certain(await scene.core.questions.commentOn(scene.cem, { questionId, text: 'Which ink?' }));

    expect((await measures()).timeToFirstResponse).toEqual({ questions: 1, of: 1 });
  });

  it('is not what an anonymous asker adds', async () => {
    const { id: questionId } = await scene.ask(scene.ben, { anonymous: true });
    certain(await scene.core.questions.commentOn(scene.ben, { questionId, text: 'It is coated paper.' }));

    expect((await measures()).timeToFirstResponse.questions).toBe(0);
  });
});

it('is for those who may see the community', async () => {
  const { core, communityId, gus } = scene;
  const stranger = await (await aQuestionScene(db())).person('Eve');
  const refused = { ok: false, reason: 'no-such-community' };

  expect(await core.impact.seeMeasures(stranger, { communityId })).toEqual(refused);
  expect(await core.impact.seeMeasures(gus, { communityId })).toMatchObject({ ok: true });
});
