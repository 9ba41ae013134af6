import { beforeEach, describe, expect, it } from 'vitest';
import type { FoundCommunityInput } from '../communities/contract.ts';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, certain, type Scene } from '../testing/scene.ts';

const db = testDatabase();

let scene: Scene;
let ada: Actor;

beforeEach(async () => {
  scene = await aScene(db());
  ada = await scene.person('Ada');
});

const found = async (name: string, given: Partial<FoundCommunityInput> = {}) => {
  const draft = { archetype: 'guild', name, purpose: `About ${name}`, topics: [] } as const;
  return certain(await scene.core.communities.foundCommunity(ada, { ...draft, topics: [], ...given })).id;
};
const named = (items: readonly { readonly community: { readonly name: string } }[]) =>
  items.map(({ community }) => community.name);

describe('founding near something that exists', () => {
  beforeEach(async () => {
    await found('Accessibility guild', { topics: ['accessibility', 'design'] });
    await found('Garden club', { topics: ['plants'], purpose: 'We grow herbs and vegetables on the roof terrace' });
    await found('Accessibility circle', { visibility: 'by-invitation' });
  });

  const similar = async (draft: { name: string; purpose?: string; topics?: string[] }, by?: Actor) =>
    certain(await scene.core.discovery.findSimilar(by ?? (await scene.person('Bo')), draft)).items;

  it.each([
    ['the same name', { name: 'Accessibility Guild' }, ['Accessibility guild']],
    ['a name with a slip', { name: 'Acessibility gild' }, ['Accessibility guild']],
    ['the same topics', { name: 'Everyone', topics: ['accessibility', 'design'] }, ['Accessibility guild']],
    [
      'a purpose in the same words',
      { name: 'Roof farmers', purpose: 'Growing herbs and vegetables on a terrace of the roof' },
      ['Garden club'],
    ],
    ['nothing of the kind', { name: 'Chess evenings', purpose: 'We play on Thursdays', topics: ['chess'] }, []],
  ])('is noticed by %s', async (_what, draft, expected) => {
    expect(named(await similar(draft))).toEqual(expected);
  });

  it('says why, and lets one join right there', async () => {
    expect(await similar({ name: 'Accessibility group', topics: ['design'] })).toMatchObject([
      {
        because: 'A similar name; the same topic: design',
        community: { standing: 'none', abilities: { join: true } },
      },
    ]);
  });

  it('keeps hidden what is by invitation, but not from its members', async () => {
    expect(named(await similar({ name: 'Accessibility circle' }))).not.toContain('Accessibility circle');
    expect(named(await similar({ name: 'Accessibility circle' }, ada))).toContain('Accessibility circle');
  });

  it('bears any text', async () => {
    expect(await similar({ name: '"\' & | ! :* %', purpose: '((' })).toEqual([]);
  });
});

describe('communities that may suit a person', () => {
  const suggested = async (to: Actor) => certain(await scene.core.discovery.suggestCommunities(to)).items;

  it('answer to interests, skills and the current challenge', async () => {
    for (const topic of ['design', 'testing', 'statistics']) await found(`About ${topic}`, { topics: [topic] });
    await found('Release crew', { purpose: 'We make every release boring' });
    const bo = await scene.person('Bo', {
      interests: ['design'],
      skills: [
        { topic: 'testing', level: 'wants-to-learn' },
        { topic: 'statistics', level: 'can-teach' },
      ],
      challenge: 'Our releases take three days',
    });

    expect((await suggested(bo)).map(({ community, because }) => [community.name, because])).toEqual([
      ['About testing', 'You want to learn testing'],
      ['About design', 'You are interested in design'],
      ['Release crew', 'It may help with your current challenge'],
      ['About statistics', 'You can teach statistics'],
    ]);
  });

  it('are where the people are with whom one is in a community already', async () => {
    const [first, second] = [await found('First'), await found('Second')];
    await found('Third');
    const [bo, cy] = [await scene.person('Bo'), await scene.person('Cy')];
    for (const communityId of [first, second]) await scene.core.communities.joinCommunity(cy, { communityId });
    await scene.core.communities.joinCommunity(bo, { communityId: first });

    expect((await suggested(bo))[0]).toMatchObject({
      community: { name: 'Second' },
      because: '2 people from your other communities are in it',
    });
  });

  it('are at least lively ones for somebody about whom nothing is known', async () => {
    await found('Garden club');

    expect(await suggested(await scene.person('Bo'))).toMatchObject([
      { community: { name: 'Garden club' }, because: 'A new community' },
    ]);
  });

  it('are none that one is part of, was asked to, has left, cannot join or may not see', async () => {
    const interests = ['design'];
    const bo = await scene.person('Bo', { interests });
    const { communities } = scene.core;
    const [mine, invited, asked, left, shut] = await Promise.all(
      ['Mine', 'Invited', 'Asked', 'Left', 'Shut'].map((name) =>
        found(name, { topics: ['design'], visibility: name === 'Asked' ? 'on-request' : 'open' }),
      ),
    );
    await found('Hidden', { topics: ['design'], visibility: 'by-invitation' });
    for (const communityId of [mine, asked, left]) await communities.joinCommunity(bo, { communityId: communityId! });
    await communities.leaveCommunity(bo, { communityId: left! });
    await communities.inviteMember(ada, { communityId: invited!, personId: bo.personId });
    await communities.closeCommunity(ada, { communityId: shut!, reason: 'Enough of it' });

    expect(await suggested(bo)).toEqual([]);
  });

  it("reach a partner's guest only where partners may come", async () => {
    await found('Ours', { topics: ['design'] });
    await found('Shared', { topics: ['design'], reach: 'partners' });

    expect(named(await suggested(await scene.person('Pia', { guest: true, interests: ['design'] })))).toEqual([
      'Shared',
    ]);
  });

  it('are six at most, the best first', async () => {
    for (let number = 0; number < 9; number++)
      await found(`Guild ${number}`, { topics: number === 4 ? ['a', 'b'] : ['a'] });
    const items = await suggested(await scene.person('Bo', { interests: ['a', 'b'] }));

    expect(items).toHaveLength(6);
    expect(items[0]?.community.name).toBe('Guild 4');
  });
});
