import { beforeEach, describe, expect, it } from 'vitest';
import type { FoundCommunityInput } from '../communities/contract.ts';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, certain, type Scene } from '../testing/scene.ts';
import { inOrder } from './attention.ts';

const db = testDatabase();

let scene: Scene;
let core: Scene['core'];
let ada: Actor;
let bo: Actor;

beforeEach(async () => {
  scene = await aScene(db());
  ({ core } = scene);
  [ada, bo] = [await scene.person('Ada'), await scene.person('Bo')];
});

const found = async (name: string, given: Partial<FoundCommunityInput> = {}) => {
  const draft = { archetype: 'guild', name, purpose: `About ${name}`, topics: [] } as const;
  return certain(await core.communities.foundCommunity(ada, { ...draft, topics: [], ...given })).id;
};
const draft = async (by: Actor, communityId: string, title: string) => {
  const text = {
    title,
    context: 'When in doubt',
    body: 'Write it down',
    topics: [],
    visibility: 'organisation',
  } as const;
  return certain(await core.practices.draftPractice(by, { communityId, ...text, topics: [] })).id;
};
const home = async (of: Actor) => certain(await core.stewardship.seeHome(of));
const calls = async (of: Actor) =>
  (await home(of)).needsMe.map(({ kind, count, community, practice }) => [
    kind,
    count,
    practice?.title ?? community.name,
  ]);

describe('my communities', () => {
  it('come with what is new in a week, those with news first', async () => {
    const [quiet, lively] = [await found('Quiet'), await found('Lively')];
    for (const communityId of [lively, quiet]) await core.communities.joinCommunity(bo, { communityId });
    scene.clock.pass(30);
    await core.communities.joinCommunity(await scene.person('Cy'), { communityId: lively });
    await core.practices.changeLife(ada, { practiceId: await draft(ada, lively, 'Test first'), action: 'propose' });
    await draft(ada, lively, 'Still a draft');

    expect((await home(bo)).mine.map(({ community, news }) => [community.name, news])).toEqual([
      ['Lively', { practices: 1, members: 1, days: 7 }],
      ['Quiet', { practices: 0, members: 0, days: 7 }],
    ]);
  });

  it('do not count what one did oneself as news', async () => {
    const communityId = await found('Guild');
    await core.communities.joinCommunity(bo, { communityId });
    await core.practices.changeLife(bo, { practiceId: await draft(bo, communityId, 'Test first'), action: 'propose' });

    expect((await home(bo)).mine[0]?.news).toMatchObject({ practices: 0, members: 1 });
  });

  it('tell whether the person has described themselves', async () => {
    await db().updateTable('person').set({ profile_started: false }).where('id', '=', bo.personId).execute();

    expect((await home(ada)).profileStarted).toBe(true);
    expect(await home(bo)).toMatchObject({ profileStarted: false, mine: [], needsMe: [] });
  });
});

describe('what needs me', () => {
  it('is an invitation', async () => {
    const communityId = await found('Circle', { visibility: 'by-invitation' });
    await core.communities.inviteMember(ada, { communityId, personId: bo.personId });

    expect(await calls(bo)).toEqual([['invitation', 1, 'Circle']]);
    expect(await calls(ada)).toEqual([]);
  });

  it('is people who wait to be admitted, for those who may admit', async () => {
    const communityId = await found('Guild', { visibility: 'on-request' });
    for (const name of ['Cy', 'Dee']) await core.communities.joinCommunity(await scene.person(name), { communityId });

    expect(await calls(ada)).toEqual([['requests-to-admit', 2, 'Guild']]);
  });

  it('is a term that is over, for those who coordinate', async () => {
    const communityId = await found('Guild');
    await core.communities.joinCommunity(bo, { communityId });
    const until = '2026-03-05T09:00:00.000Z';
    await core.communities.grantRole(ada, { communityId, personId: bo.personId, role: 'facilitator', until });
    expect(await calls(ada)).toEqual([]);
    scene.clock.pass(4);

    expect(await calls(ada)).toEqual([['terms-over', 1, 'Guild']]);
    expect(await calls(bo)).toEqual([]);
    scene.clock.pass(40);
    expect(await calls(ada)).toEqual([]);
  });

  it('is a practice that others propose, until one has endorsed it', async () => {
    const communityId = await found('Guild');
    await core.communities.joinCommunity(bo, { communityId });
    const practiceId = await draft(ada, communityId, 'Test first');
    await core.practices.changeLife(ada, { practiceId, action: 'propose' });

    expect(await calls(bo)).toEqual([['practices-to-endorse', 1, 'Test first']]);
    expect(await calls(ada)).toEqual([]);
    await core.practices.endorsePractice(bo, { practiceId });
    expect(await calls(bo)).toEqual([]);
  });

  it('is a review that is due, for the owner and those who keep the knowledge', async () => {
    const communityId = await found('Guild');
    for (const who of [bo, await scene.person('Cy')]) await core.communities.joinCommunity(who, { communityId });
    const practiceId = await draft(bo, communityId, 'Test first');
    await db()
      .updateTable('practice')
      .set({ life: 'in-use', review_by: '2026-03-02' })
      .where('id', '=', practiceId)
      .execute();

    expect(await calls(bo)).toEqual([['reviews-due', 1, 'Test first']]);
    expect(await calls(ada)).toEqual([['reviews-due', 1, 'Test first']]);
  });

  it('is what one began to write', async () => {
    const communityId = await found('Guild');
    await draft(ada, communityId, 'One');
    await draft(ada, communityId, 'Two');

    expect(await calls(ada)).toEqual([['own-drafts', 2, 'Guild']]);
  });

  it('is nothing in a community that has been closed', async () => {
    const communityId = await found('Guild', { visibility: 'on-request' });
    await draft(ada, communityId, 'One');
    await core.communities.joinCommunity(bo, { communityId });
    await core.communities.closeCommunity(ada, { communityId, reason: 'Enough of it' });

    expect(await calls(ada)).toEqual([]);
  });

  it('begins with people who wait', () => {
    const community = { id: 'c', name: 'Guild' };
    const kinds = ['own-drafts', 'terms-over', 'invitation', 'requests-to-admit'] as const;

    expect(inOrder(kinds.map((kind) => ({ kind, count: 1, community }))).map(({ kind }) => kind)).toEqual([
      'requests-to-admit',
      'invitation',
      'terms-over',
      'own-drafts',
    ]);
  });
});
