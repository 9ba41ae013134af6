import { describe, expect, it } from 'vitest';
import { createCore } from '../core.ts';
import { entraAccount } from '../kernel/ids.ts';
import { anAtlassianProof, aDay, anEntraProof } from '../testing/builders.ts';
import { testDatabase } from '../testing/database.ts';
import { nextId } from '../testing/scene.ts';

const db = testDatabase();

const aCore = (administrators: string[] = []) =>
  createCore({
    db: db(),
    newId: nextId,
    now: () => aDay,
    chance: (count) => new Uint8Array(count),
    secret: 'a secret of at least thirty-two characters',
    sealKeys: [new Uint8Array(32).fill(7)],
    administrators: administrators as never[],
  });

const anActor = async (core: ReturnType<typeof aCore>, proof: Parameters<typeof core.identity.signIn>[0]) => {
  const signedIn = await core.identity.signIn(proof);
  if (!signedIn.ok) throw new Error(signedIn.reason);
  return signedIn.value;
};
const count = async (table: 'organisation' | 'person' | 'account') =>
  (await db().selectFrom(table).selectAll().execute()).length;
const facts = async () =>
  (await db().selectFrom('outbox').select('type').orderBy('position').execute()).map(({ type }) => type);

async function linkSite(organisationId: string, cloudId = 'cloud-1') {
  const site = { cloud_id: cloudId, organisation_id: organisationId, url: 'https://northwind.atlassian.net' };
  await db()
    .insertInto('site')
    .values({ ...site, linked_at: aDay, linked_by: null })
    .execute();
}

describe('the first request of a colleague', () => {
  it('makes the organisation, the person and the account', async () => {
    const core = aCore();
    const actor = await anActor(core, anEntraProof());

    expect(actor).toMatchObject({ account: 'entra:northwind:ada', guest: false });
    expect(await core.identity.seeMe(actor)).toMatchObject({
      ok: true,
      value: { name: 'Ada Byron', profileStarted: false, accounts: [{ kind: 'entra', current: true }] },
    });
    expect(await facts()).toContain('person.joined-organisation');
  });

  it('makes one of each when many come at once', async () => {
    const core = aCore();
    const actors = await Promise.all(Array.from({ length: 12 }, () => anActor(core, anEntraProof())));

    expect(new Set(actors.map(({ personId }) => personId)).size).toBe(1);
    expect([await count('organisation'), await count('person'), await count('account')]).toEqual([1, 1, 1]);
    expect((await facts()).filter((type) => type === 'person.joined-organisation')).toHaveLength(1);
  });

  it('makes one administrator of many newcomers', async () => {
    const core = aCore();
    const proofs = ['ada', 'bob', 'cyd', 'dan'].map((objectId) => anEntraProof({ objectId }));
    await Promise.all(proofs.map((proof) => anActor(core, proof)));
    const again = await Promise.all(proofs.map((proof) => anActor(core, proof)));

    expect(again.filter(({ administrator }) => administrator)).toHaveLength(1);
  });
});

describe('a known person', () => {
  it.each([[[]], [['entra:northwind:person-7', 'entra:northwind:nobody']]])(
    'is known from everybody else who comes just then, administrators being %j',
    async (administrators) => {
      const core = aCore(administrators);
      const proofs = Array.from({ length: 40 }, (_, n) =>
        anEntraProof({ objectId: `person-${n}`, name: `Person ${n}` }),
      );
      await Promise.all(proofs.slice(10).map((proof) => anActor(core, proof)));

      // Some are new, and two come twice.
      const coming = [...proofs, ...proofs.slice(8, 12)];
      const actors = await Promise.all(coming.map((proof) => anActor(core, proof)));
      expect(actors.map(({ account }) => account)).toEqual(coming.map(({ objectId }) => `entra:northwind:${objectId}`));
      expect(new Set(actors.map(({ personId }) => personId)).size).toBe(40);
      const administering = actors.filter(({ administrator }) => administrator);
      expect(new Set(administering.map(({ personId }) => personId)).size).toBe(1);
      for (const [at, actor] of actors.entries()) {
        const me = await core.identity.seeMe(actor);
        expect(me.ok && me.value.name).toBe(coming[at]?.name);
      }
    },
  );

  it('is the same in the bot as in the tab', async () => {
    const core = aCore();
    const inTab = await anActor(core, anEntraProof());
    const inBot = await anActor(core, { kind: 'bot', tenantId: 'northwind', objectId: 'ada', name: 'Ada B.' });

    expect(inBot).toEqual(inTab);
    expect(await core.identity.seeMe(inBot)).toMatchObject({ value: { name: 'Ada Byron' } });
  });

  it('is called as the newest token says', async () => {
    const core = aCore();
    await anActor(core, anEntraProof());
    const actor = await anActor(core, anEntraProof({ name: 'Ada Lovelace' }));

    expect(await core.identity.seeMe(actor)).toMatchObject({ value: { name: 'Ada Lovelace' } });
  });

  it.each([
    ['Ada\u202E \u0000Byron\n', 'Ada Byron'],
    ['Ada '.repeat(1000), 'Ada '.repeat(30).trim()],
    ['\u200B\u200D', 'Someone from Teams'],
  ])('whose token calls them %j is %j', async (said, name) => {
    const core = aCore();
    const actor = await anActor(core, anEntraProof({ name: said }));
    const before = await facts();

    expect(await anActor(core, anEntraProof({ name: said }))).toEqual(actor);
    expect(await core.identity.seeMe(actor)).toMatchObject({ value: { name } });
    expect(await facts()).toEqual(before);
  });

  it('keeps the name that they wrote', async () => {
    const core = aCore();
    const actor = await anActor(core, anEntraProof());
    await core.identity.editProfile(actor, { name: 'Countess' });
    await anActor(core, anEntraProof({ name: 'Ada Lovelace' }));

    expect(await core.identity.seeMe(actor)).toMatchObject({ value: { name: 'Countess' } });
  });

  it('who became a guest is one at once', async () => {
    const core = aCore();
    await anActor(core, anEntraProof());

    expect(await anActor(core, anEntraProof({ guest: true }))).toMatchObject({ guest: true });
  });

  it('writes nothing when nothing is new', async () => {
    const core = aCore();
    await anActor(core, anEntraProof());
    const before = await facts();
    await anActor(core, anEntraProof());

    expect(await facts()).toEqual(before);
  });
});

describe('administering', () => {
  it('is for the first colleague, not for the second', async () => {
    const core = aCore();

    expect(await anActor(core, anEntraProof())).toMatchObject({ administrator: true });
    expect(await anActor(core, anEntraProof({ objectId: 'bob' }))).toMatchObject({ administrator: false });
  });

  it('is for those on the list alone, where there is one', async () => {
    const core = aCore([entraAccount('northwind', 'bob')]);

    expect(await anActor(core, anEntraProof())).toMatchObject({ administrator: false });
    expect(await anActor(core, anEntraProof({ objectId: 'bob' }))).toMatchObject({ administrator: true });
  });

  it('ends with the role in the token, and then is nobody’s by chance', async () => {
    const core = aCore();
    await anActor(core, anEntraProof({ administrator: true }));

    expect(await anActor(core, anEntraProof({ administrator: false }))).toMatchObject({ administrator: false });
    expect(await anActor(core, anEntraProof({ objectId: 'bob' }))).toMatchObject({ administrator: false });
  });

  it('is not for the first colleague where an import has brought an administrator', async () => {
    const core = aCore();
    const ada = await anActor(core, anEntraProof());
    await db().updateTable('organisation').set({ administered: false }).execute();

    expect(await anActor(core, anEntraProof({ objectId: 'bob' }))).toMatchObject({ administrator: false });
    expect(ada.administrator).toBe(true);
  });
});

describe('a guest', () => {
  it('opens no organisation', async () => {
    expect(await aCore().identity.signIn(anEntraProof({ guest: true }))).toEqual({
      ok: false,
      reason: 'unknown-tenant',
    });
    expect(await count('organisation')).toBe(0);
  });

  it('comes into one that is there', async () => {
    const core = aCore();
    await anActor(core, anEntraProof());

    expect(await anActor(core, anEntraProof({ objectId: 'gus', guest: true }))).toMatchObject({ guest: true });
  });

  it('is whom only the bot has seen, until it says otherwise', async () => {
    const core = aCore();
    const seen = { kind: 'bot', tenantId: 'northwind', objectId: 'bob' } as const;

    expect(await anActor(core, seen)).toMatchObject({ guest: true, administrator: false });
    expect(await anActor(core, { ...seen, guest: false })).toMatchObject({ guest: false });
  });
});

describe('a person from Confluence', () => {
  it('is let in where the site is linked', async () => {
    const core = aCore();
    const { organisationId } = await anActor(core, anEntraProof());
    await linkSite(organisationId);
    const actor = await anActor(core, anAtlassianProof());

    expect(actor).toMatchObject({ organisationId, guest: false, administrator: false });
    expect(await core.identity.seeMe(actor)).toMatchObject({
      value: { name: 'Someone from Confluence', accounts: [{ kind: 'atlassian', label: 'northwind.atlassian.net' }] },
    });
  });

  it('is turned away where it is not', async () => {
    expect(await aCore().identity.signIn(anAtlassianProof())).toEqual({ ok: false, reason: 'site-not-linked' });
  });

  it('is turned away from the moment that the link ends', async () => {
    const core = aCore();
    const ada = await anActor(core, anEntraProof());
    await linkSite(ada.organisationId);
    await anActor(core, anAtlassianProof());
    await core.identity.unlinkSite(ada, { cloudId: 'cloud-1' });

    expect(await core.identity.signIn(anAtlassianProof())).toEqual({ ok: false, reason: 'site-not-linked' });
  });
});
