import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';
import { auditPage, conductView, moderationPage, unmaskingPage, unmaskingView } from './contract.ts';

const db = testDatabase();
let scene: QuestionScene;
let trust: QuestionScene['core']['trust'];
let questions: QuestionScene['core']['questions'];

const all = { limit: 25 } as const;

beforeEach(async () => {
  scene = await aQuestionScene(db());
  ({ trust, questions } = scene.core);
});

const steward = async (name: string) => {
  const who = await scene.person(name);
  const { communityId } = scene;
  await scene.comeIn(who);
  const role = { communityId, personId: who.personId, role: 'knowledge-steward' } as const;
  certain(await scene.core.communities.grantRole(scene.ana, role));
  return who;
};
const answerOf = (id: string) => ({ kind: 'answer', id }) as const;

describe('the code of conduct', () => {
  it('is the usual one until the community writes its own', async () => {
    const { ana, ben, dora, communityId } = scene;
    const usual = certain(await trust.seeConduct(dora, { communityId }));
    expect(conductView.parse(usual)).toEqual(usual);
    expect(usual).toMatchObject({ own: false, abilities: { edit: false }, unmasking: 'two-stewards' });

    expect(await trust.editConduct(ben, { communityId, text: 'Mine' })).toEqual({ ok: false, reason: 'not-allowed' });
    expect(certain(await trust.editConduct(ana, { communityId, text: 'Be brief.' }))).toMatchObject({
      own: true,
      text: 'Be brief.',
    });
    expect(certain(await trust.seeConduct(ben, { communityId }))).toMatchObject({
      text: 'Be brief.',
      acknowledgedOn: '2026-03-02',
    });
    expect(certain(await trust.editConduct(ana, { communityId, text: ' ' })).own).toBe(false);
  });

  it('is agreed to by members, the first time counts', async () => {
    const { ben, dora, communityId } = scene;
    expect(await trust.acknowledgeConduct(dora, { communityId })).toEqual({ ok: false, reason: 'not-taking-part' });
    scene.clock.pass(5);
    expect(certain(await trust.acknowledgeConduct(ben, { communityId })).acknowledgedOn).toBe('2026-03-02');
  });
});

describe('a report', () => {
  it('waits for the stewards, who do not learn whom it is from', async () => {
    const { ana, ben, cem, dora, communityId } = scene;
    const { id: questionId } = await scene.ask(ben, { anonymous: true });
    const { answers } = await scene.answer(cem, questionId, 'Are you stupid?', true);
    const subject = answerOf(answers[0]?.id ?? '');
    certain(await trust.report(dora, { subject, reason: 'other' }));
    certain(await trust.report(dora, { subject, reason: 'unkind', note: 'This hurts.' }));
    certain(await trust.report(ben, { subject, reason: 'unkind' }));

    expect(await trust.listReports(ben, { communityId, ...all })).toEqual({ ok: false, reason: 'not-allowed' });
    const queue = certain(await trust.listReports(ana, { communityId, ...all }));
    expect(moderationPage.parse(queue)).toEqual(queue);
    expect(queue.items).toMatchObject([
      {
        subject,
        excerpt: 'Are you stupid?',
        author: { pseudonym: 'Anonymous 2' },
        reports: [{ reason: 'unkind', note: 'This hurts.' }, { reason: 'unkind' }],
        link: { kind: 'question', id: questionId },
      },
    ]);
    for (const who of [dora, ben, cem]) expect(JSON.stringify(queue)).not.toContain(who.personId);
  });

  it('is about something that one can see', async () => {
    const { id } = await scene.ask(scene.ben, { visibility: 'members' });
    const reported = await trust.report(scene.dora, { subject: { kind: 'question', id }, reason: 'spam' });
    expect(reported).toEqual({ ok: false, reason: 'no-such-item' });
  });

  it('goes with its question to another community', async () => {
    const { ana, ben, dora, communityId } = scene;
    const { id: questionId } = await scene.ask(ben);
    certain(await trust.report(dora, { subject: { kind: 'question', id: questionId }, reason: 'spam' }));
    const there = { archetype: 'forum', name: 'Paper forum', purpose: 'All about paper', topics: [] } as const;
    const { id: toCommunityId } = certain(await scene.core.communities.foundCommunity(dora, { ...there, topics: [] }));
    await scene.comeIn(ben, toCommunityId);
    certain(await questions.moveQuestion(ben, { questionId, toCommunityId }));
    await scene.relay();

    expect(certain(await trust.listReports(ana, { communityId, ...all })).items).toEqual([]);
    expect(certain(await trust.listReports(dora, { communityId: toCommunityId, ...all })).items).toHaveLength(1);
  });
});

describe('moderation', () => {
  it('hides an answer from everybody but its author and the stewards, and shows it again', async () => {
    const { ana, ben, cem, dora, communityId } = scene;
    const { id: questionId } = await scene.ask(ben);
    const { answers } = await scene.answer(cem, questionId, 'Buy my ink!');
    await scene.answer(ana, questionId, 'Let it dry.');
    const subject = answerOf(answers[0]?.id ?? '');
    certain(await trust.report(dora, { subject, reason: 'spam' }));

    const hide = { subject, action: 'hide', reason: 'It is advertising.' } as const;
    expect(await trust.moderate(ben, hide)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(certain(await trust.moderate(ana, hide))).toEqual({ subject, action: 'hide', hidden: true });
    expect(await trust.moderate(ana, hide)).toEqual({ ok: false, reason: 'already-so' });

    const as = async (who: Actor) => {
      const view = certain(await questions.seeQuestion(who, { questionId }));
      return [view.answerCount, view.answers.find(({ hidden }) => hidden)?.text];
    };
    expect(await as(ben)).toEqual([1, '']);
    expect(await as(cem)).toEqual([1, 'Buy my ink!']);
    expect(await as(ana)).toEqual([1, 'Buy my ink!']);
    expect(JSON.stringify(certain(await questions.seeHistory(ben, { questionId })))).not.toContain('Buy my ink');
    expect(certain(await trust.listReports(ana, { communityId, ...all })).items).toEqual([]);

    certain(await trust.moderate(ana, { subject, action: 'restore', reason: 'It was meant well.' }));
    expect(await as(ben)).toEqual([2, undefined]);

    const log = certain(await trust.listAudit(ana, { communityId, ...all }));
    expect(auditPage.parse(log)).toEqual(log);
    expect(log.items.map(({ action, reason }) => `${action}: ${reason}`).toSorted()).toEqual([
      'hide: It is advertising.',
      'restore: It was meant well.',
    ]);
    expect(await trust.listAudit(ben, { communityId, ...all })).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it.each([true, false])(
    'hides a question from lists, pages and search, but not from its asker (anonymous: %s)',
    async (anonymous) => {
      const { ana, ben, cem } = scene;
      const { id: questionId } = await scene.ask(ben, { anonymous });
      const subject = { kind: 'question', id: questionId } as const;
      certain(await trust.moderate(ana, { subject, action: 'hide', reason: 'It names a customer.' }));

      expect(await questions.seeQuestion(cem, { questionId })).toEqual({ ok: false, reason: 'no-such-question' });
      expect(await questions.haveThisToo(cem, { questionId })).toEqual({ ok: false, reason: 'no-such-question' });
      expect(certain(await questions.listQuestions(cem, { ...all, sort: 'active' })).items).toEqual([]);
      expect(certain(await questions.seeQuestion(ben, { questionId }))).toMatchObject({ hidden: true });
      const mine = await questions.listQuestions(ben, { ...all, sort: 'active', mine: 'asked' });
      expect(certain(mine).items).toMatchObject([{ hidden: true }]);
      expect(certain(await questions.listQuestions(ana, { ...all, sort: 'active' })).items).toMatchObject([
        { hidden: true },
      ]);
    },
  );

  it('hides a practice from those who do not keep order', async () => {
    const { ana, ben, cem, communityId } = scene;
    const { practices } = scene.core;
    const text = {
      title: 'Dry for a day',
      context: '',
      body: 'Wait.',
      topics: [],
      visibility: 'organisation',
    } as const;
    const { id: practiceId } = certain(await practices.draftPractice(ben, { communityId, ...text, topics: [] }));
    certain(await practices.changeLife(ben, { practiceId, action: 'propose' }));
    const subject = { kind: 'practice', id: practiceId } as const;
    certain(await trust.report(cem, { subject, reason: 'wrong-and-harmful' }));
    certain(await trust.moderate(ana, { subject, action: 'hide', reason: 'It ruins the rollers.' }));

    expect(await practices.seePractice(cem, { practiceId })).toEqual({ ok: false, reason: 'no-such-practice' });
    expect(await practices.seePractice(ben, { practiceId })).toMatchObject({ ok: true });
    expect(await practices.seePractice(ana, { practiceId })).toMatchObject({ ok: true });
  });

  it('is not for one’s own words, named or not', async () => {
    const { ana, ben } = scene;
    const { id: questionId } = await scene.ask(ben);
    const { answers } = await scene.answer(ana, questionId, 'I am right', true);
    const subject = answerOf(answers[0]?.id ?? '');
    const dismissed = await trust.moderate(ana, { subject, action: 'warn', reason: 'No reason' });
    expect(dismissed).toEqual({ ok: false, reason: 'own-item' });
  });

  it('lets an administrator help where they can look', async () => {
    const admin = await scene.person('Ada Admin', { administrator: true });
    const { id } = await scene.ask(scene.ben, { visibility: 'organisation' });
    const subject = { kind: 'question', id } as const;
    certain(await trust.moderate(admin, { subject, action: 'hide', reason: 'Private data' }));
    certain(await trust.moderate(admin, { subject, action: 'restore', reason: 'It is gone' }));
    certain(
      await scene.core.communities.editCommunity(scene.ana, {
        communityId: scene.communityId,
        visibility: 'by-invitation',
      }),
    );
    expect(await trust.moderate(admin, { subject, action: 'hide', reason: 'Private data' })).toEqual({
      ok: false,
      reason: 'no-such-item',
    });
  });

  it('tells what happened and never who reported', async () => {
    const { ana, ben, dora } = scene;
    const { id } = await scene.ask(ben, { anonymous: true });
    const subject = { kind: 'question', id } as const;
    certain(await trust.report(dora, { subject, reason: 'unkind' }));
    certain(await trust.moderate(ana, { subject, action: 'dismiss', reason: 'It is fine.' }));
    expect(await trust.moderate(ana, { subject, action: 'dismiss', reason: 'Twice' })).toEqual({
      ok: false,
      reason: 'already-so',
    });
    const { rows } = await sql<{ type: string; payload: object }>`
      SELECT type, payload FROM outbox WHERE type LIKE 'item.%' ORDER BY position`.execute(db());
    expect(rows).toMatchObject([
      { type: 'item.reported', payload: { subjectKind: 'question', subjectId: id, questionId: id } },
      { type: 'item.dismissed', payload: { by: ana.personId } },
    ]);
    for (const who of [ben, dora]) expect(JSON.stringify(rows)).not.toContain(who.personId);
  });
});

describe('unmasking', () => {
  const reason = 'It threatens a colleague by name.';

  it('needs two stewards, and its author sees the record', async () => {
    const { ana, ben, cem, communityId } = scene;
    const sue = await steward('Sue Steward');
    const tom = await steward('Tom Steward');
    const { id } = await scene.ask(ben, { anonymous: true });
    const subject = { kind: 'question', id } as const;

    expect(await trust.askToUnmask(cem, { subject, reason })).toEqual({ ok: false, reason: 'not-allowed' });
    const asked = certain(await trust.askToUnmask(ana, { subject, reason }));
    expect(unmaskingView.parse(asked)).toEqual(asked);
    expect(asked).toMatchObject({ state: 'waiting', abilities: { decide: false } });
    expect(await trust.askToUnmask(sue, { subject, reason })).toEqual({ ok: false, reason: 'already-asked' });
    const of = { unmaskingId: asked.id, agree: true };
    expect(await trust.decideUnmasking(ana, of)).toEqual({ ok: false, reason: 'second-steward-needed' });
    expect(await trust.decideUnmasking(cem, of)).toEqual({ ok: false, reason: 'no-such-unmasking' });
    expect(certain(await trust.listUnmaskings(ben, { communityId, ...all })).items).toEqual([]);
    expect(certain(await trust.listUnmaskings(sue, { communityId, ...all })).items).toMatchObject([
      { abilities: { decide: true } },
    ]);

    const done = certain(await trust.decideUnmasking(sue, of));
    expect(done).toMatchObject({ state: 'done', author: { id: ben.personId, name: 'Ben Member' } });
    expect(await trust.decideUnmasking(tom, of)).toEqual({ ok: false, reason: 'already-decided' });

    const as = async (who: Actor) => certain(await trust.listUnmaskings(who, { communityId, ...all }));
    const page = await as(ana);
    expect(unmaskingPage.parse(page)).toEqual(page);
    expect(page.items).toMatchObject([{ author: { id: ben.personId } }]);
    expect((await as(tom)).items[0]).not.toHaveProperty('author');
    expect((await as(ben)).items).toMatchObject([{ state: 'done', reason, askedBy: { name: 'Ana Coordinator' } }]);
    expect((await as(ben)).items[0]).not.toHaveProperty('author');
    expect((await as(cem)).items).toEqual([]);
    expect(
      certain(await trust.listAudit(ana, { communityId, ...all }))
        .items.map(({ action }) => action)
        .toSorted(),
    ).toEqual(['ask-to-unmask', 'unmask']);
    // The database knows that somebody was unmasked, and not who.
    const { rows } = await sql<{ text: string }>`
      SELECT row_to_json(u)::text AS text FROM unmasking u UNION ALL SELECT row_to_json(a)::text FROM audit_entry a
      UNION ALL SELECT row_to_json(o)::text FROM outbox o WHERE type LIKE 'unmasking.%'`.execute(db());
    expect(JSON.stringify(rows)).not.toContain(ben.personId);
  });

  it('stays undone when the second steward refuses, and may be asked for again', async () => {
    const { ana, ben } = scene;
    const sue = await steward('Sue Steward');
    const { id } = await scene.ask(ben, { anonymous: true });
    const subject = { kind: 'question', id } as const;
    const { id: unmaskingId } = certain(await trust.askToUnmask(ana, { subject, reason }));
    const refused = certain(await trust.decideUnmasking(sue, { unmaskingId, agree: false }));
    expect(refused).toMatchObject({ state: 'refused' });
    expect(refused).not.toHaveProperty('author');
    expect(await trust.askToUnmask(sue, { subject, reason })).toMatchObject({ ok: true });
  });

  it('is not needed for what has a name, and not open to an administrator', async () => {
    const admin = await scene.person('Ada Admin', { administrator: true });
    const named = { kind: 'question', id: (await scene.ask(scene.ben)).id } as const;
    const veiled = { kind: 'question', id: (await scene.ask(scene.ben, { anonymous: true })).id } as const;
    expect(await trust.askToUnmask(scene.ana, { subject: named, reason })).toEqual({
      ok: false,
      reason: 'not-anonymous',
    });
    expect(await trust.askToUnmask(admin, { subject: veiled, reason })).toEqual({ ok: false, reason: 'not-allowed' });
  });

  it('is decided once by stewards who decide at once', async () => {
    const { ana, ben } = scene;
    const stewards = await Promise.all(['One', 'Two', 'Three', 'Four'].map((name) => steward(`Steward ${name}`)));
    const { id } = await scene.ask(ben, { anonymous: true });
    const { id: unmaskingId } = certain(await trust.askToUnmask(ana, { subject: { kind: 'question', id }, reason }));
    const decided = await Promise.all(
      stewards.map((who, n) => trust.decideUnmasking(who, { unmaskingId, agree: n % 2 === 0 })),
    );
    expect(decided.map((one) => (one.ok ? 'decided' : one.reason)).toSorted()).toEqual([
      'already-decided',
      'already-decided',
      'already-decided',
      'decided',
    ]);
  });

  it('is switched off for good by an administrator', async () => {
    const { ana, ben, communityId } = scene;
    const sue = await steward('Sue Steward');
    const admin = await scene.person('Ada Admin', { administrator: true });
    const { id } = await scene.ask(ben, { anonymous: true });
    const subject = { kind: 'question', id } as const;
    const { id: unmaskingId } = certain(await trust.askToUnmask(ana, { subject, reason }));

    expect(await trust.neverUnmask(ana)).toEqual({ ok: false, reason: 'not-allowed' });
    certain(await trust.neverUnmask(admin));
    expect(await trust.decideUnmasking(sue, { unmaskingId, agree: true })).toEqual({
      ok: false,
      reason: 'never-unmasked',
    });
    expect(certain(await trust.decideUnmasking(sue, { unmaskingId, agree: false })).state).toBe('refused');
    expect(await trust.askToUnmask(ana, { subject, reason })).toEqual({ ok: false, reason: 'never-unmasked' });
    expect(certain(await trust.seeConduct(ben, { communityId })).unmasking).toBe('never');
    await expect(sql`UPDATE organisation SET unmasking = 'two-stewards'`.execute(db())).rejects.toThrow('stays so');
  });
});
