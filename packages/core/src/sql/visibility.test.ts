import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aSearchScene, type SearchScene } from '../testing/search-scene.ts';
import { type Viewer, visibleCommunity, visiblePractice } from './visibility.ts';

const db = testDatabase({ keepBetweenTests: true });
let scene: SearchScene;
const viewers = new Map<string, Viewer>();
const communities = new Map<string, string>();
const practices = new Map<string, string>();

const entries = ['open', 'on-request', 'by-invitation'] as const;
const reaches = ['organisation', 'partners'] as const;
const visibilities = ['members', 'organisation', 'partners'] as const;

async function comeIn(host: Actor, communityId: string, visibility: string, newcomer: Actor) {
  const { core } = scene;
  const { personId } = newcomer;
  if (visibility === 'by-invitation') await value(core.communities.inviteMember(host, { communityId, personId }));
  await value(core.communities.joinCommunity(newcomer, { communityId }));
  if (visibility === 'on-request') await value(core.communities.admitMember(host, { communityId, personId }));
}

beforeAll(async () => {
  scene = await aSearchScene(db());
  const { ada, core } = scene;
  const member = await scene.person('Mia Member');
  const steward = await scene.person('Stu Steward');
  const guestMember = await scene.person('Gus Guest', { guest: true });
  viewers.set('coordinator', ada).set('member', member).set('steward', steward).set('guest member', guestMember);
  viewers.set('colleague', await scene.person('Cyd Colleague'));
  viewers.set('guest', await scene.person('Gil Guest', { guest: true }));
  viewers.set('stranger', await (await aSearchScene(db())).person('Eve'));

  for (const visibility of entries) {
    for (const reach of reaches) {
      const { id } = await scene.found(ada, `${visibility} for ${reach}`, { visibility, reach });
      communities.set(`${visibility}, ${reach}`, id);
      await comeIn(ada, id, visibility, member);
      await comeIn(ada, id, visibility, steward);
      if (reach === 'partners') await comeIn(ada, id, visibility, guestMember);
      const role = { communityId: id, personId: steward.personId, role: 'knowledge-steward' } as const;
      await value(core.communities.grantRole(ada, role));
      if (reach === 'organisation') continue;
      for (const seenBy of visibilities) {
        const title = `Seen by ${seenBy} from ${visibility}`;
        practices.set(`${visibility}, ${seenBy}`, await scene.propose(member, id, title, { visibility: seenBy }));
      }
      const draft = { communityId: id, title: 'Half an idea', context: '', body: '', topics: [] };
      const drafted = await value(core.practices.draftPractice(member, { ...draft, visibility: 'partners' }));
      practices.set(`${visibility}, draft`, drafted.id);
    }
  }
});

const everybody = () => [...viewers.keys()];
const nameOf = (names: ReadonlyMap<string, string>, id: string) => [...names].find(([, named]) => named === id)?.[0];

async function whoSees(names: ReadonlyMap<string, string>, name: string, see: (viewer: Viewer) => Promise<string[]>) {
  const seeing: string[] = [];
  for (const [who, viewer] of viewers) {
    if ((await see(viewer)).some((id) => nameOf(names, id) === name)) seeing.push(who);
  }
  return seeing;
}
const communitiesOf = async (viewer: Viewer) =>
  (await db().selectFrom('community').select('id').where(visibleCommunity(viewer)).execute()).map(({ id }) => id);
const practicesOf = async (viewer: Viewer) => {
  const query = db().selectFrom('practice').innerJoin('community', 'community.id', 'practice.community_id');
  return (await query.select('practice.id').where(visiblePractice(viewer)).execute()).map(({ id }) => id);
};

const house = ['coordinator', 'member', 'steward', 'colleague'];
const insiders = ['coordinator', 'member', 'steward'];

describe('a community', () => {
  it.each([
    ['open, organisation', house],
    ['open, partners', [...house, 'guest', 'guest member']],
    ['on-request, organisation', house],
    ['on-request, partners', [...house, 'guest', 'guest member']],
    ['by-invitation, organisation', insiders],
    ['by-invitation, partners', [...insiders, 'guest member']],
  ])('that is %s is seen by %j', async (name, expected) => {
    const seeing = await whoSees(communities, name, communitiesOf);

    expect(new Set(seeing)).toEqual(new Set(expected));
    expect(everybody()).toEqual(expect.arrayContaining(expected));
  });
});

describe('a practice', () => {
  it.each([
    ['open, members', [...insiders, 'guest member']],
    ['open, organisation', [...house, 'guest member']],
    ['open, partners', [...house, 'guest', 'guest member']],
    ['open, draft', insiders],
    ['on-request, partners', [...house, 'guest', 'guest member']],
    ['by-invitation, members', [...insiders, 'guest member']],
    ['by-invitation, organisation', [...insiders, 'guest member']],
    ['by-invitation, partners', [...insiders, 'guest member']],
    ['by-invitation, draft', insiders],
  ])('that is %s is seen by %j', async (name, expected) => {
    expect(new Set(await whoSees(practices, name, practicesOf))).toEqual(new Set(expected));
  });
});

describe('a page', () => {
  it('shows exactly what lists show', async () => {
    for (const viewer of viewers.values()) {
      const listed = new Set([...(await communitiesOf(viewer)), ...(await practicesOf(viewer))]);
      const actor = viewer as Actor;
      for (const communityId of communities.values()) {
        const seen = await scene.core.communities.seeCommunity(actor, { communityId });
        expect(seen.ok).toBe(listed.has(communityId));
      }
      for (const practiceId of practices.values()) {
        const seen = await scene.core.practices.seePractice(actor, { practiceId });
        expect(seen.ok).toBe(listed.has(practiceId));
      }
    }
  });
});
