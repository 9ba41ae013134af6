import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aQuestionScene, type QuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';
import { unmaskingPage, unmaskingView } from './contract.ts';

const db = testDatabase();
let scene: QuestionScene;
let trust: QuestionScene['core']['trust'];

const all = { limit: 25 } as const;

beforeEach(async () => {
  scene = await aQuestionScene(db());
  ({ trust } = scene.core);
});

const steward = async (name: string) => {
  const who = await scene.person(name);
  const { communityId } = scene;
  await scene.comeIn(who);
  const role = { communityId, personId: who.personId, role: 'knowledge-steward' } as const;
  certain(await scene.core.communities.grantRole(scene.ana, role));
  return who;
};
describe('unmasking', () => {
  const reason = 'It threatens a colleague by name.';

  it('needs two stewards, and its author sees the record', async () => {
    const { ana, ben, cem, communityId } = scene;
    const sue = await steward('Sue Steward');
    const tom = await steward('Tom Steward');
    const { id, title } = await scene.ask(ben, { anonymous: true });
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
      { about: { title, link: { kind: 'question', id } }, abilities: { decide: true } },
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

  it('shows nothing of a question that has moved to where those who decided may not read', async () => {
    const { ana, ben, dora, communityId } = scene;
    const sue = await steward('Sue Steward');
    const { id: questionId, title } = await scene.ask(ben, { anonymous: true, visibility: 'members' });
    const subject = { kind: 'question', id: questionId } as const;
    const { id: unmaskingId } = certain(await trust.askToUnmask(ana, { subject, reason }));
    certain(await trust.decideUnmasking(sue, { unmaskingId, agree: false }));
    const shown = async () => [
      ...certain(await trust.listUnmaskings(ana, { communityId, ...all })).items,
      ...certain(await trust.listAudit(ana, { communityId, ...all })).items,
    ];
    expect((await shown()).map(({ about }) => about?.title)).toEqual([title, title, title]);

    const there = { archetype: 'forum', name: 'Paper forum', purpose: 'All about paper', topics: [] } as const;
    const { id: toCommunityId } = certain(await scene.core.communities.foundCommunity(dora, { ...there, topics: [] }));
    await scene.comeIn(ben, toCommunityId);
    certain(await scene.core.questions.moveQuestion(ben, { questionId, toCommunityId }));
    expect((await shown()).map(({ about }) => about)).toEqual([undefined, undefined, undefined]);
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
