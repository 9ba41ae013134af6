import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { aScene, certain } from '../testing/scene.ts';

const db = testDatabase();
const thread = '19:prints@thread.tacv2;messageid=17';
let scene: QuestionScene;
beforeEach(async () => {
  scene = await aQuestionScene(db());
});

describe('the thread of a question', () => {
  it('leads to the question that was shown there last', async () => {
    const { core, ana, ben } = scene;
    const [first, second] = [await scene.ask(ana), await scene.ask(ana, { title: 'Which paper takes white ink?' })];
    certain(await core.questions.noteThread(ana, { questionId: first.id, thread }));
    certain(await core.questions.noteThread(ana, { questionId: second.id, thread, message: '18' }));

    expect(certain(await core.questions.findInThread(ben, { thread }))).toMatchObject({
      question: { id: second.id },
      message: '18',
    });
  });

  it('leads to nothing for whoever may not see the question', async () => {
    const { core, ana, dora } = scene;
    const { id: questionId } = await scene.ask(ana, { visibility: 'members' });
    certain(await core.questions.noteThread(ana, { questionId, thread }));

    const refused = { ok: false, reason: 'no-such-question' };
    expect(await core.questions.findInThread(dora, { thread })).toEqual(refused);
    expect(await core.questions.noteThread(dora, { questionId, thread })).toEqual(refused);
  });

  it('is one organisation’s own', async () => {
    const { core, ana } = scene;
    const { id: questionId } = await scene.ask(ana);
    certain(await core.questions.noteThread(ana, { questionId, thread }));
    const elsewhere = await aScene(db());
    const stranger = await elsewhere.person('Sam Stranger');

    expect(await elsewhere.core.questions.findInThread(stranger, { thread })).toMatchObject({ ok: false });
  });
});
