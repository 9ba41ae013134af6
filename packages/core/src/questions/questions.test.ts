import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { aScene, certain } from '../testing/scene.ts';
import { questionHistory, questionView } from './contract.ts';

const db = testDatabase();
let scene: QuestionScene;
let questions: QuestionScene['core']['questions'];

beforeEach(async () => {
  scene = await aQuestionScene(db());
  ({ questions } = scene.core);
});

describe('a question', () => {
  it('goes from open over answered to accepted, and is shown as it stands', async () => {
    const { ben, cem, ana } = scene;
    const asked = await scene.ask(ben);
    expect(questionView.parse(asked)).toEqual(asked);
    expect(asked).toMatchObject({
      state: 'open',
      summary: 'It smears after an hour.',
      author: { person: { id: ben.personId, name: 'Ben Member' }, mine: true },
      abilities: { answer: true, meToo: false, edit: true, close: true, reopen: false, moderate: false, report: false },
    });

    const answered = await scene.answer(cem, asked.id);
    const [first] = answered.answers;
    expect(answered).toMatchObject({ state: 'answered', answerCount: 1 });
    expect(first).toMatchObject({ author: { mine: true }, accepted: false, abilities: { edit: true, accept: false } });

    const of = { questionId: asked.id, answerId: first?.id ?? '' };
    expect(await questions.acceptAnswer(ana, of)).toEqual({ ok: false, reason: 'not-the-asker' });
    const accepted = certain(await questions.acceptAnswer(ben, of));
    expect(questionView.parse(accepted)).toEqual(accepted);
    expect(accepted).toMatchObject({
      state: 'accepted',
      answers: [{ accepted: true }],
      abilities: { keepAsPractice: true },
    });
    expect(certain(await questions.takeBackAcceptance(ben, of))).toMatchObject({ state: 'answered' });
  });

  it('needs the code of conduct once, and membership', async () => {
    const { dora, communityId } = scene;
    const input = { communityId, title: 'May I ask this here?', details: '', topics: [], anonymous: false } as const;
    const ask = () => questions.askQuestion(dora, { ...input, topics: [], visibility: 'organisation' });
    expect(await ask()).toEqual({ ok: false, reason: 'not-taking-part' });
    certain(await scene.core.communities.joinCommunity(dora, { communityId }));
    expect(await ask()).toEqual({ ok: false, reason: 'conduct-not-acknowledged' });
    expect(certain(await scene.core.trust.seeConduct(dora, { communityId }))).not.toHaveProperty('acknowledgedOn');
    certain(await scene.core.trust.acknowledgeConduct(dora, { communityId }));
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('counts who has it too and whom an answer helped, once each', async () => {
    const { ben, cem, dora } = scene;
    const { id: questionId } = await scene.ask(ben);
    const { answers } = await scene.answer(cem, questionId);
    const of = { questionId, answerId: answers[0]?.id ?? '' };

    for (const who of [dora, dora, cem, ben]) certain(await questions.haveThisToo(who, { questionId }));
    for (const who of [dora, dora, ben]) certain(await questions.markHelped(who, of));
    expect(await questions.markHelped(cem, of)).toEqual({ ok: false, reason: 'own-answer' });

    expect(certain(await questions.seeQuestion(dora, { questionId }))).toMatchObject({
      meTooCount: 2,
      meToo: true,
      answers: [{ helpedCount: 2, helpedMe: true }],
    });
    certain(await questions.takeBackMeToo(dora, { questionId }));
    certain(await questions.unmarkHelped(dora, of));
    certain(await questions.unmarkHelped(dora, of));
    expect(certain(await questions.seeQuestion(dora, { questionId }))).toMatchObject({
      meTooCount: 1,
      meToo: false,
      answers: [{ helpedCount: 1, helpedMe: false }],
    });
  });

  it('keeps earlier texts of itself and its answers', async () => {
    const { ben, cem } = scene;
    const { id: questionId, revision } = await scene.ask(ben);
    const { answers } = await scene.answer(cem, questionId);
    const answerId = answers[0]?.id ?? '';
    scene.clock.pass(1);
    const edited = certain(
      await questions.editQuestion(ben, { questionId, ifRevision: revision, title: 'Why does ink smear?' }),
    );
    expect(edited.editedAt).toBe(scene.clock.now().toISOString());
    expect(await questions.editQuestion(ben, { questionId, ifRevision: revision, title: 'Other words' })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    scene.clock.pass(1);
    certain(await questions.editAnswer(cem, { questionId, answerId, text: 'Let it dry for two days.' }));
    expect(await questions.editAnswer(ben, { questionId, answerId, text: 'No' })).toEqual({
      ok: false,
      reason: 'not-the-author',
    });

    const history = certain(await questions.seeHistory(ben, { questionId }));
    expect(questionHistory.parse(history)).toEqual(history);
    expect(history.items.map(({ title, text }) => title ?? text)).toEqual([
      'Let it dry for two days.',
      'Why does ink smear?',
      'Why does the ink run on coated paper?',
      'Let it dry for a day.',
    ]);
  });

  it.each([false, true])(
    'says in its history who edited it, unless that was who asked without a name (%s)',
    async (anonymous) => {
      const { ana, ben, cem } = scene;
      const { id: questionId } = await scene.ask(ben, { anonymous });
      for (const [who, title] of [
        [ben, 'Why does ink smear?'],
        [ana, 'Why does ink smear on paper?'],
        [ben, 'Why does it smear?'],
      ] as const) {
        scene.clock.pass(1);
        certain(await questions.editQuestion(who, { questionId, title }));
      }
      certain(await questions.editQuestion(ana, { questionId, topics: ['paper'] }));

      const { items } = certain(await questions.seeHistory(cem, { questionId }));
      const asker = anonymous ? undefined : 'Ben Member';
      expect(items.map(({ editedBy }) => editedBy?.name)).toEqual([asker, 'Ana Coordinator', asker, undefined]);
    },
  );

  it('is closed with a reason, takes no answers then, and is reopened', async () => {
    const { ben, cem, ana } = scene;
    const { id: questionId } = await scene.ask(ben);
    expect(await questions.closeQuestion(cem, { questionId, reason: 'off-topic' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    const closed = certain(
      await questions.closeQuestion(ana, { questionId, reason: 'off-topic', note: 'Ask the mill.' }),
    );
    expect(closed).toMatchObject({ state: 'closed', closed: { reason: 'off-topic', note: 'Ask the mill.' } });
    expect(await questions.answerQuestion(cem, { questionId, text: 'But', anonymous: false })).toEqual({
      ok: false,
      reason: 'question-closed',
    });
    expect(certain(await questions.commentOn(cem, { questionId, text: 'A pity.' })).comments).toHaveLength(1);
    expect(certain(await questions.reopenQuestion(ben, { questionId }))).toMatchObject({ state: 'open' });
    expect(await questions.reopenQuestion(ben, { questionId })).toEqual({ ok: false, reason: 'already-so' });
  });

  it('is linked to the one that stands, never in a circle', async () => {
    const { ben } = scene;
    const [first, second, third] = [await scene.ask(ben), await scene.ask(ben), await scene.ask(ben)];
    const link = (questionId: string, ofQuestionId: string) =>
      questions.markDuplicate(ben, { questionId, ofQuestionId });
    expect(certain(await link(second.id, first.id))).toMatchObject({
      state: 'duplicate',
      duplicateOf: { id: first.id },
    });
    expect(certain(await link(third.id, second.id)).duplicateOf).toMatchObject({ id: first.id });
    expect(await link(first.id, second.id)).toEqual({ ok: false, reason: 'same-question' });
    expect(await link(first.id, first.id)).toEqual({ ok: false, reason: 'same-question' });
    expect(await link(first.id, '01900000-0000-7000-8000-00000000ffff')).toEqual({
      ok: false,
      reason: 'no-such-question',
    });
  });

  it('moves to a community that its mover takes part in', async () => {
    const { ben, cem, dora } = scene;
    const { id: questionId } = await scene.ask(ben);
    const there = { archetype: 'forum', name: 'Paper forum', purpose: 'All about paper', topics: [] } as const;
    const { id: toCommunityId } = certain(await scene.core.communities.foundCommunity(dora, { ...there, topics: [] }));
    expect(await questions.moveQuestion(ben, { questionId, toCommunityId })).toEqual({
      ok: false,
      reason: 'not-taking-part',
    });
    await scene.comeIn(ben, toCommunityId);
    expect(await questions.moveQuestion(cem, { questionId, toCommunityId })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(certain(await questions.moveQuestion(ben, { questionId, toCommunityId })).community.name).toBe(
      'Paper forum',
    );
    expect(await questions.moveQuestion(ben, { questionId, toCommunityId })).toEqual({
      ok: false,
      reason: 'already-so',
    });
  });

  it.each([
    ['members', ['ana', 'ben', 'cem']],
    ['organisation', ['ana', 'ben', 'cem', 'dora']],
    ['partners', ['ana', 'ben', 'cem', 'dora', 'gus']],
  ] as const)('with visibility %s is seen by %j, alone and in lists', async (visibility, seenBy) => {
    const { id: questionId } = await scene.ask(scene.ben, { visibility });
    for (const name of ['ana', 'ben', 'cem', 'dora', 'gus'] as const) {
      const sees = (seenBy as readonly string[]).includes(name);
      const listed = certain(await questions.listQuestions(scene[name], { limit: 9, sort: 'active' })).items.length;
      expect([name, (await questions.seeQuestion(scene[name], { questionId })).ok, listed]).toEqual([
        name,
        sees,
        sees ? 1 : 0,
      ]);
    }
  });

  it('does not exist for another organisation', async () => {
    const stranger = await (await aScene(db())).person('Stranger');
    const { id: questionId } = await scene.ask(scene.ben, { anonymous: true, visibility: 'partners' });
    const nothing = { ok: false, reason: 'no-such-question' };
    expect(await questions.seeQuestion(stranger, { questionId })).toEqual(nothing);
    expect(await questions.seeHistory(stranger, { questionId })).toEqual(nothing);
    expect(await questions.haveThisToo(stranger, { questionId })).toEqual(nothing);
    expect(await questions.closeQuestion(stranger, { questionId, reason: 'off-topic' })).toEqual(nothing);
  });
});

describe('comments', () => {
  it('stand on a question or an answer and are removed by their author or a steward', async () => {
    const { ben, cem, ana } = scene;
    const { id: questionId } = await scene.ask(ben);
    const { answers } = await scene.answer(cem, questionId);
    certain(await questions.commentOn(cem, { questionId, text: 'Which paper?' }));
    const seen = certain(await questions.commentOn(ben, { questionId, answerId: answers[0]?.id, text: 'Thanks' }));
    expect(seen.comments).toMatchObject([{ text: 'Which paper?', abilities: { remove: false } }]);
    expect(seen.answers[0]?.comments).toMatchObject([{ text: 'Thanks', abilities: { remove: true } }]);

    const [comment] = seen.comments;
    const of = { questionId, commentId: comment?.id ?? '' };
    expect(await questions.removeComment(ben, of)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(certain(await questions.removeComment(ana, of)).comments).toEqual([]);
    expect(await questions.removeComment(ana, of)).toEqual({ ok: false, reason: 'no-such-comment' });
  });
});
