import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { dumpRows, writingsOf, writingsOfText } from '../testing/dump.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';

const db = testDatabase();
let scene: QuestionScene;
let zoe: Actor;
/** What must not occur anywhere: the author's id in any writing, their name, and their account. */
let secrets: readonly string[];

beforeEach(async () => {
  scene = await aQuestionScene(db());
  zoe = await scene.person('Zoë Zephyr-Quill');
  await scene.comeIn(zoe);
  await db()
    .insertInto('account')
    .values({ key: zoe.account, person_id: zoe.personId, label: 'zoe@northwind.example', linked_at: scene.clock.now() })
    .execute();
  await scene.relay();
  secrets = [...writingsOf(zoe.personId), ...['Zephyr', 'zoe@northwind', zoe.account].flatMap(writingsOfText)];
});

const leaksIn = (texts: Iterable<string>) =>
  [...texts].flatMap((text) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${text}`),
  );

/** Everything that somebody can do to questions, done without a name, by one who asks and by one who answers. */
async function actAnonymously() {
  const { ben, cem, communityId } = scene;
  const { questions, trust, communities } = scene.core;
  const there = { archetype: 'forum', name: 'Paper forum', purpose: 'All about paper', topics: [] } as const;
  const { id: elsewhere } = certain(await communities.foundCommunity(ben, { ...there, topics: [] }));

  const asked = await scene.ask(zoe, { anonymous: true, title: 'Why do I always break the press?' });
  const { id: questionId } = asked;
  certain(await questions.editQuestion(zoe, { questionId, title: 'Why does the press break so often?' }));
  const answered = await scene.answer(cem, questionId, 'Which one?');
  const of = { questionId, answerId: answered.answers[0]?.id ?? '' };
  certain(await questions.commentOn(zoe, { questionId, text: 'The old one.' }));
  const commented = certain(await questions.commentOn(zoe, { ...of, text: 'In hall two.' }));
  const commentId = commented.comments[0]?.id ?? '';
  certain(await questions.markHelped(zoe, of));
  certain(await questions.unmarkHelped(zoe, of));
  certain(await questions.markHelped(zoe, of));
  certain(await questions.acceptAnswer(zoe, of));
  certain(await questions.takeBackAcceptance(zoe, of));
  certain(await questions.acceptAnswer(zoe, of));
  certain(await questions.haveThisToo(zoe, { questionId }));
  // Without saying so again: whoever is anonymous in a question stays so.
  const own = certain(await questions.answerQuestion(zoe, { questionId, text: 'I found it.', anonymous: false }));
  const ownAnswer = { questionId, answerId: own.answers.find(({ text }) => text === 'I found it.')?.id ?? '' };
  certain(await questions.editAnswer(zoe, { ...ownAnswer, text: 'I found it: a loose belt.' }));
  certain(await questions.removeComment(zoe, { questionId, commentId }));
  certain(await trust.report(zoe, { subject: { kind: 'answer', id: of.answerId }, reason: 'unkind', note: 'Hm.' }));
  certain(await questions.closeQuestion(zoe, { questionId, reason: 'solved-elsewhere' }));
  certain(await questions.reopenQuestion(zoe, { questionId }));

  const theirs = await scene.ask(ben, { title: 'Who knows the old press?' });
  await scene.answer(zoe, theirs.id, 'I do.', true);
  certain(await questions.commentOn(zoe, { questionId: theirs.id, text: 'Ask me any time.' }));
  certain(await questions.haveThisToo(zoe, { questionId: theirs.id }));
  certain(await questions.takeBackMeToo(zoe, { questionId: theirs.id }));
  certain(await questions.haveThisToo(zoe, { questionId: theirs.id }));

  const second = await scene.ask(zoe, { anonymous: true, title: 'Is there a manual for the press?' });
  certain(await questions.markDuplicate(zoe, { questionId: second.id, ofQuestionId: questionId }));
  certain(await questions.reopenQuestion(zoe, { questionId: second.id }));
  await scene.comeIn(zoe, elsewhere);
  certain(await questions.moveQuestion(zoe, { questionId: second.id, toCommunityId: elsewhere }));
  await scene.relay();
  return { questionId, theirs: theirs.id, second: second.id, ownAnswer: ownAnswer.answerId, communityId };
}

describe('whoever writes anonymously', () => {
  it('stands in no row of any table, no fact and no index', async () => {
    const before = await dumpRows(db());
    await actAnonymously();
    const rows = [...(await dumpRows(db()))].filter((row) => !before.has(row));

    expect(rows.length).toBeGreaterThan(40);
    // They joined the second community by name, and agreed to its code of conduct: to the day.
    const byName = /^public\.(?:membership|conduct_acknowledgement) |membership\.joined/u;
    expect(leaksIn(rows.filter((row) => !byName.test(row)))).toEqual([]);
  });

  it('is in no view of anybody else', async () => {
    const { ana, ben, cem, dora } = scene;
    const { questionId, theirs, second, communityId } = await actAnonymously();
    const { questions, trust, practices, search } = scene.core;
    const texts: string[] = [];
    for (const who of [ana, ben, cem, dora]) {
      for (const id of [questionId, theirs, second]) {
        texts.push(JSON.stringify(await questions.seeQuestion(who, { questionId: id })));
        texts.push(JSON.stringify(await questions.seeHistory(who, { questionId: id })));
      }
      for (const sort of ['active', 'newest', 'me-too'] as const)
        texts.push(JSON.stringify(await questions.listQuestions(who, { sort, limit: 50 })));
      for (const mine of ['asked', 'answered'] as const)
        texts.push(JSON.stringify(await questions.listQuestions(who, { sort: 'active', mine, limit: 50 })));
      texts.push(
        JSON.stringify(await questions.findSimilarQuestions(who, { title: 'press breaks often' })),
        JSON.stringify(await search.searchAll(who, { q: 'press', limit: 50 })),
        JSON.stringify(await trust.listReports(who, { communityId, limit: 50 })),
        JSON.stringify(await trust.listAudit(who, { communityId, limit: 50 })),
        JSON.stringify(await trust.listUnmaskings(who, { communityId, limit: 50 })),
        JSON.stringify(await scene.core.identity.exportMe(who)),
      );
    }
    texts.push(JSON.stringify(await practices.keepAsPractice(ana, { questionId })));
    expect(leaksIn(texts)).toEqual([]);
  });

  it('finds all of it in their own export', async () => {
    const { questionId, theirs, second } = await actAnonymously();
    const { sections } = certain(await scene.core.identity.exportMe(zoe));
    const written = sections['writtenWithoutName'] ?? [];
    const of = (kind: string) => written.filter(({ what }) => what === kind).map((row) => row['question_id']);
    expect(new Set(of('question'))).toEqual(new Set([questionId, second]));
    expect(of('answer')).toContain(theirs);
    expect(of('comment')).toContain(questionId);
    expect(JSON.stringify(sections)).not.toContain('sealed');
    const others = certain(await scene.core.identity.exportMe(scene.ben));
    expect(others.sections['writtenWithoutName']).toEqual([]);
  });

  it('is not given away by counts and dates of people', async () => {
    const { ana, communityId } = scene;
    const { communities, identity } = scene.core;
    const seen = async () =>
      JSON.stringify([
        await communities.listMembers(ana, { communityId, limit: 50 }),
        await identity.seePerson(ana, { personId: zoe.personId }),
      ]);
    const before = await seen();
    scene.clock.pass(1);
    await scene.ask(zoe, { anonymous: true });
    await scene.relay();
    expect(await seen()).toBe(before);
  });

  it('still sees what is theirs, and nobody else does', async () => {
    const { ana, cem } = scene;
    const { questionId, ownAnswer, second } = await actAnonymously();
    const { questions } = scene.core;
    const mine = certain(await questions.listQuestions(zoe, { sort: 'active', mine: 'asked', limit: 50 }));
    expect(mine.items.map(({ id }) => id)).toEqual([second, questionId]);
    expect(mine.items.every(({ author }) => author.mine && author.pseudonym === 'Asker')).toBe(true);
    expect(certain(await questions.listQuestions(cem, { sort: 'active', mine: 'asked', limit: 50 })).items).toEqual([]);

    const view = certain(await questions.seeQuestion(zoe, { questionId }));
    expect(view).toMatchObject({ author: { mine: true, pseudonym: 'Asker' }, abilities: { edit: true, meToo: false } });
    expect(view.answers.find(({ id }) => id === ownAnswer)).toMatchObject({
      author: { mine: true, pseudonym: 'Asker' },
      abilities: { edit: true, helped: false },
    });
    const others = certain(await questions.seeQuestion(ana, { questionId }));
    expect(others.author).toEqual({ mine: false, pseudonym: 'Asker' });
    expect(others.answers.find(({ id }) => id === ownAnswer)?.abilities.edit).toBe(false);
  });
});

describe('pseudonyms', () => {
  it('hold within a question, in the order of appearance, and link no two questions', async () => {
    const { ana, ben, cem, dora } = scene;
    await scene.comeIn(dora);
    const { questions } = scene.core;
    const names = async (order: readonly Actor[]) => {
      const { id: questionId } = await scene.ask(zoe, { anonymous: true });
      for (const who of order) await scene.answer(who, questionId, 'An answer', true);
      await scene.answer(order[0] as Actor, questionId, 'One more', true);
      const { answers } = certain(await questions.seeQuestion(ana, { questionId }));
      return answers.map(({ author }) => author.pseudonym);
    };
    expect(await names([ben, cem, dora])).toEqual(['Anonymous 2', 'Anonymous 3', 'Anonymous 4', 'Anonymous 2']);
    expect(await names([dora, ben])).toEqual(['Anonymous 2', 'Anonymous 3', 'Anonymous 2']);
  });

  it('stay when a comment is removed', async () => {
    const { ben, cem } = scene;
    const { questions } = scene.core;
    const { id: questionId } = await scene.ask(ben);
    await scene.answer(zoe, questionId, 'First', true);
    await scene.answer(cem, questionId, 'Second', true);
    const before = certain(await questions.commentOn(cem, { questionId, text: 'A remark' }));
    const commentId = before.comments[0]?.id ?? '';
    expect(before.comments[0]?.author.pseudonym).toBe('Anonymous 2');
    const after = certain(await questions.removeComment(cem, { questionId, commentId }));
    expect(after.answers.map(({ author }) => author.pseudonym)).toEqual(['Anonymous 1', 'Anonymous 2']);
  });
});

describe('after two accounts were linked', () => {
  it('what was asked anonymously under one is one’s own under the other', async () => {
    const { cem } = scene;
    const { questions } = scene.core;
    const { id: questionId } = await scene.ask(zoe, { anonymous: true });
    const { answers } = await scene.answer(cem, questionId);
    const answerId = answers[0]?.id ?? '';
    // The survivor of linking may be either person; here it is a fresh one.
    const survivor = await scene.person('Zoë Zephyr-Quill');
    await db()
      .updateTable('person')
      .set({ state: 'merged', merged_into: survivor.personId })
      .where('id', '=', zoe.personId)
      .execute();
    expect(certain(await questions.seeQuestion(survivor, { questionId })).author.mine).toBe(true);
    expect(certain(await questions.acceptAnswer(survivor, { questionId, answerId })).state).toBe('accepted');
  });
});
