import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, type Scene } from '../testing/scene.ts';

const db = testDatabase();
let scene: Scene;
let ada: Actor;

beforeEach(async () => {
  scene = await aScene(db());
  ada = await scene.person('Ada Byron');
});

const names = async (actor: Actor, q?: string) => {
  const found = await scene.core.identity.findPeople(actor, { limit: 25, ...(q === undefined ? {} : { q }) });
  return found.ok ? found.value.items.map(({ name }) => name) : [];
};

describe('looking for people', () => {
  beforeEach(async () => {
    for (const name of ['Zoë Saldaña', 'Jean-Luc Ångström', 'Bob Martin', 'Martina Gärtner', '100% Real_Name']) {
      await scene.person(name);
    }
  });

  it.each([
    ['martin', ['Bob Martin', 'Martina Gärtner']],
    ['ANGSTROM', ['Jean-Luc Ångström']],
    ['zoe sal', ['Zoë Saldaña']],
    ['luc', ['Jean-Luc Ångström']],
    ['100%', ['100% Real_Name']],
    ['%', ['100% Real_Name']],
    ['l_n', ['100% Real_Name']],
    ['nobody at all', []],
  ])('«%s» finds %j', async (typed, found) => {
    expect(await names(ada, typed)).toEqual(found);
  });

  it('forgives a typing error when nobody is spelt that way', async () => {
    expect(await names(ada, 'saldanna')).toEqual(['Zoë Saldaña']);
  });

  it('goes by name', async () => {
    expect(await names(ada)).toEqual([
      '100% Real_Name',
      'Ada Byron',
      'Bob Martin',
      'Jean-Luc Ångström',
      'Martina Gärtner',
      'Zoë Saldaña',
    ]);
  });

  it('stays in the organisation', async () => {
    const elsewhere = await aScene(db());
    await elsewhere.person('Bob Contoso');

    expect(await names(ada, 'bob')).toEqual(['Bob Martin']);
  });

  it('goes on page by page, over people of the same name too', async () => {
    for (let more = 0; more < 7; more += 1) await scene.person('Same Name');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await scene.core.identity.findPeople(ada, { limit: 3, ...(cursor ? { cursor } : {}) });
      if (!page.ok) throw new Error('A page was refused');
      expect(page.value.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.value.items.map(({ id }) => id ?? ''));
      cursor = page.value.nextCursor;
    } while (cursor);

    expect(new Set(seen).size).toBe(13);
    expect(seen).toHaveLength(13);
  });

  it.each(['', 'x', 'W10', Buffer.from('["contains","a","not an id"]').toString('base64url')])(
    'begins at the beginning for the made-up cursor «%s»',
    async (cursor) => {
      expect(await scene.core.identity.findPeople(ada, { limit: 1, cursor })).toMatchObject({
        value: { items: [{ name: '100% Real_Name' }] },
      });
    },
  );
});

describe('a guest', () => {
  let guest: Actor;
  let bob: Actor;

  beforeEach(async () => {
    guest = await scene.person('Gus Guest', { guest: true, affiliation: 'Contoso' });
    bob = await scene.person('Bob Martin');
    const founded = await scene.core.communities.foundCommunity(bob, {
      archetype: 'guild',
      name: 'Front-end guild',
      purpose: 'How we build screens together',
      topics: [],
      reach: 'partners',
    });
    if (!founded.ok) throw new Error(founded.reason);
    await scene.core.communities.joinCommunity(guest, { communityId: founded.value.id });
  });

  it('finds themselves and the people of their communities', async () => {
    expect(await names(guest)).toEqual(['Bob Martin', 'Gus Guest']);
  });

  it('sees the page of those, and of nobody else', async () => {
    expect(await scene.core.identity.seePerson(guest, { personId: bob.personId })).toMatchObject({ ok: true });
    expect(await scene.core.identity.seePerson(guest, { personId: ada.personId })).toEqual({
      ok: false,
      reason: 'no-such-person',
    });
  });

  it('is found by colleagues, with their affiliation', async () => {
    expect(await scene.core.identity.findPeople(ada, { q: 'gus', limit: 5 })).toMatchObject({
      value: { items: [{ name: 'Gus Guest', affiliation: 'Contoso', guest: true }] },
    });
  });
});

describe('a profile', () => {
  it('is refused when it was changed since it was read', async () => {
    await scene.core.identity.editProfile(ada, { challenge: 'Flaky tests', ifRevision: 1 });

    expect(await scene.core.identity.editProfile(ada, { challenge: 'Slow tests', ifRevision: 1 })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
  });

  it('keeps both of two edits at the same time', async () => {
    const { editProfile, seeMe } = scene.core.identity;
    await db()
      .insertInto('account')
      .values({ key: ada.account, person_id: ada.personId, label: 'ada', linked_at: scene.clock.now() })
      .execute();
    await Promise.all([editProfile(ada, { challenge: 'Flaky tests' }), editProfile(ada, { interests: ['testing'] })]);

    expect(await seeMe(ada)).toMatchObject({ value: { challenge: 'Flaky tests', interests: ['testing'] } });
  });

  it('shows colleagues what the person tells, without working hours and accounts', async () => {
    await scene.core.identity.editProfile(ada, { skills: [{ topic: 'sql', level: 'can-teach' }] });
    const bob = await scene.person('Bob');
    const seen = await scene.core.identity.seePerson(bob, { personId: ada.personId });

    expect(seen).toMatchObject({ value: { name: 'Ada Byron', skills: [{ topic: 'sql', level: 'can-teach' }] } });
    expect(Object.keys(seen.ok ? seen.value : {})).not.toEqual(expect.arrayContaining(['workingHours']));
  });
});

describe('the organisation', () => {
  it('is named by its administrators', async () => {
    const admin = await scene.person('Zed', { administrator: true });

    expect(await scene.core.identity.editOrganisation(ada, { name: 'Contoso' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    const before = await scene.core.identity.seeOrganisation(admin);
    const ifRevision = before.ok ? before.value.revision : -1;
    expect(await scene.core.identity.editOrganisation(admin, { name: 'Contoso', ifRevision })).toMatchObject({
      value: { name: 'Contoso', administrators: [{ name: 'Zed' }] },
    });
    expect(await scene.core.identity.editOrganisation(admin, { name: 'Northwind', ifRevision })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
  });
});
