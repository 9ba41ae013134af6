import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';
import { knownScore } from './expert.ts';
import { countMissedExpertise } from './expertise-store.ts';

const db = testDatabase();
let scene: NoticeScene;
let ada: Actor;
let bo: Actor;
let cy: Actor;
let communityId: string;
const TITLE = 'How do I name an icon button?';

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ada = await scene.reached('Ada');
  [bo, cy] = [await scene.reached('Bo'), await scene.reached('Cy')];
  communityId = await scene.community(ada, 'Accessibility guild', [bo, cy]);
});

const known = () => db().selectFrom('expertise').selectAll().orderBy('person_id').execute();

it('an accepted answer makes an expert, unless it was given without a name', async () => {
  for (const [who, anonymous] of [
    [bo, false],
    [cy, true],
  ] as const) {
    const questionId = await scene.ask(ada, communityId, `${TITLE} ${anonymous}`, { topics: ['wcag'] });
    const answerId = await scene.answer(who, questionId, 'So.', anonymous);
    await value(scene.core.questions.acceptAnswer(ada, { questionId, answerId }));
  }
  await scene.settle();
  const rows = await known();

  expect(rows).toMatchObject([{ person_id: bo.personId, topic: 'wcag', accepted: 1, answers: 1, practices: 0 }]);
  expect(rows[0]?.score).toBeCloseTo(knownScore(rows[0]!), 4);
  const questionId = await scene.ask(ada, communityId, TITLE, { topics: ['wcag'] });
  await scene.settle();
  const asked = await db().selectFrom('consulted').select('person_id').where('question_id', '=', questionId).execute();
  expect(asked).toEqual([{ person_id: bo.personId }]);
});

it('an answer that nobody has accepted yet counts a little', async () => {
  const questionId = await scene.ask(ada, communityId, TITLE, { topics: ['wcag'] });
  await scene.answer(bo, questionId, 'So, I think.');
  await scene.settle();

  expect(await known()).toMatchObject([{ person_id: bo.personId, accepted: 0, answers: 1, score: 0.5 }]);
});

it('who leaves a community, or takes a skill back, is no expert there', async () => {
  await value(scene.core.identity.editProfile(bo, { skills: [{ topic: 'wcag', level: 'can-teach' }] }));
  await scene.settle();
  expect(await known()).toMatchObject([{ person_id: bo.personId, teaches: true, practises: false }]);
  await value(scene.core.communities.leaveCommunity(bo, { communityId }));
  await scene.settle();
  expect(await known()).toEqual([]);
});

it('a service account is no expert, is asked nothing and is counted by no sweep, until it is a person again', async () => {
  const root = { ...ada, administrator: true };
  await value(scene.core.identity.editProfile(bo, { skills: [{ topic: 'wcag', level: 'can-teach' }] }));
  const role = { communityId, personId: bo.personId, role: 'expert' } as const;
  await value(scene.core.communities.grantRole(ada, role));
  const mark = (serviceAccount: boolean) =>
    value(scene.core.identity.markServiceAccount(root, { personId: bo.personId, serviceAccount }));
  const askedIn = async () => {
    const questionId = await scene.ask(ada, communityId, TITLE, { topics: ['wcag'] });
    await scene.settle();
    return db().selectFrom('consulted').select('person_id').where('question_id', '=', questionId).execute();
  };
  await mark(true);
  await scene.settle();
  expect(await countMissedExpertise(db())).toBe(0);
  expect([await known(), await askedIn()]).toEqual([[], []]);
  await mark(false);
  await scene.settle();
  expect(await askedIn()).toEqual([{ person_id: bo.personId }]);
});

it('members of whom no fact tells, such as imported ones, are counted with the next sweep', async () => {
  await db().insertInto('skill').values({ person_id: cy.personId, topic: 'aria', level: 'practises' }).execute();
  await scene.settle();
  await scene.run('sweep', {});

  expect(await known()).toMatchObject([{ person_id: cy.personId, topic: 'aria', practises: true, score: 2 }]);
  expect(await countMissedExpertise(db())).toBe(0);
});
