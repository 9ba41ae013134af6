import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { anAtlassianProof, anEntraProof } from '../testing/builders.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, type Scene } from '../testing/scene.ts';

const db = testDatabase();
let scene: Scene;
let inTeams: Actor;
let inConfluence: Actor;

const signIn = async (proof: Parameters<Scene['core']['identity']['signIn']>[0]) => {
  const signedIn = await scene.core.identity.signIn(proof);
  if (!signedIn.ok) throw new Error(signedIn.reason);
  return signedIn.value;
};
const teams = (objectId = 'ada', name = 'Ada Byron') =>
  signIn(anEntraProof({ tenantId: scene.organisationId, objectId, name }));
const confluence = (accountId = '557058:ada') => signIn(anAtlassianProof({ accountId }));
const codeOf = async (actor: Actor) => {
  const issued = await scene.core.identity.issueLinkCode(actor);
  if (!issued.ok) throw new Error('No code was issued');
  return issued.value.code;
};
const redeem = (actor: Actor, code: string) => scene.core.identity.redeemLinkCode(actor, { code });

beforeEach(async () => {
  scene = await aScene(db());
  const site = { cloud_id: 'cloud-1', organisation_id: scene.organisationId, url: 'https://northwind.atlassian.net' };
  await db()
    .insertInto('site')
    .values({ ...site, linked_at: scene.clock.now(), linked_by: null })
    .execute();
  inTeams = await teams();
  scene.clock.pass(1);
  inConfluence = await confluence();
});

describe('a code for linking accounts', () => {
  it('makes one person of two, begun in Teams and ended in Confluence', async () => {
    const code = await codeOf(inTeams);

    expect(await redeem(inConfluence, code.toLowerCase())).toMatchObject({
      ok: true,
      value: {
        id: inTeams.personId,
        name: 'Ada Byron',
        accounts: [{ kind: 'entra' }, { kind: 'atlassian', current: true }],
      },
    });
    expect(await confluence()).toMatchObject({ personId: inTeams.personId });
  });

  it('does so begun in Confluence and ended in Teams, too', async () => {
    expect(await redeem(inTeams, await codeOf(inConfluence))).toMatchObject({
      ok: true,
      value: { id: inTeams.personId },
    });
    expect(await confluence()).toMatchObject({ personId: inTeams.personId });
  });

  it('leads from the old person to the new one', async () => {
    await redeem(inConfluence, await codeOf(inTeams));

    expect(await scene.core.identity.seePerson(inTeams, { personId: inConfluence.personId })).toMatchObject({
      ok: true,
      value: { id: inTeams.personId },
    });
  });

  it('works once', async () => {
    const code = await codeOf(inTeams);
    await redeem(inConfluence, code);

    expect(await redeem(await confluence('557058:bob'), code)).toEqual({ ok: false, reason: 'wrong-code' });
  });

  it('links one of two who redeem it at the same time', async () => {
    const code = await codeOf(inTeams);
    const bob = await confluence('557058:bob');
    const outcomes = await Promise.all([redeem(inConfluence, code), redeem(bob, code)]);

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('expires after ten minutes', async () => {
    const code = await codeOf(inTeams);
    scene.clock.pass(10 / 24 / 60);

    expect(await redeem(inConfluence, code)).toEqual({ ok: false, reason: 'code-expired' });
  });

  it('is replaced by a newer one', async () => {
    const code = await codeOf(inTeams);
    await codeOf(inTeams);

    expect(await redeem(inConfluence, code)).toEqual({ ok: false, reason: 'wrong-code' });
  });

  it('is not for oneself', async () => {
    expect(await redeem(inTeams, await codeOf(inTeams))).toEqual({ ok: false, reason: 'same-account-already' });
  });

  it('is not for another Teams account', async () => {
    expect(await redeem(await teams('bob', 'Bob'), await codeOf(inTeams))).toEqual({
      ok: false,
      reason: 'two-teams-accounts',
    });
  });

  it('is not for another organisation', async () => {
    const stranger = await signIn(anEntraProof({ tenantId: 'contoso', objectId: 'eve' }));

    expect(await redeem(stranger, await codeOf(inTeams))).toEqual({ ok: false, reason: 'other-organisation' });
  });

  it('is kept as a keyed hash only', async () => {
    const code = (await codeOf(inTeams)).replace('-', '');
    const [row] = await db().selectFrom('link_code').selectAll().execute();

    expect(row?.hash).toHaveLength(32);
    expect(row?.hash.toString('latin1')).not.toContain(code);
  });
});

describe('guessing codes', () => {
  const guess = () => redeem(inConfluence, 'ZZZZ-ZZZZ');

  it('ends after five tries, for the right code too', async () => {
    const code = await codeOf(inTeams);
    for (let tries = 0; tries < 5; tries += 1) expect(await guess()).toMatchObject({ reason: 'wrong-code' });

    expect(await redeem(inConfluence, code)).toEqual({ ok: false, reason: 'too-many-tries' });
  });

  it('ends after five tries when they come all at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, guess));

    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'wrong-code')).toHaveLength(5);
  });

  it('may go on ten minutes later', async () => {
    for (let tries = 0; tries < 6; tries += 1) await guess();
    scene.clock.pass(11 / 24 / 60);

    expect(await guess()).toMatchObject({ reason: 'wrong-code' });
  });

  it('does not count against another account', async () => {
    for (let tries = 0; tries < 6; tries += 1) await guess();

    expect(await redeem(await confluence('557058:bob'), 'ZZZZ-ZZZZ')).toMatchObject({ reason: 'wrong-code' });
  });

  it.each(['', '!', 'A'.repeat(40), '0O1I-LUVV'])('«%s» is as wrong as any other', async (code) => {
    expect(await redeem(inConfluence, code)).toEqual({ ok: false, reason: 'wrong-code' });
  });
});

describe('a code for linking a site', () => {
  const site = anAtlassianProof({ cloudId: 'cloud-2', siteUrl: 'https://two.atlassian.net' });
  const siteCode = async (actor: Actor) => {
    const issued = await scene.core.identity.issueSiteCode(actor);
    if (!issued.ok) throw new Error(issued.reason);
    return issued.value.code;
  };

  it('links it to the administrator’s organisation', async () => {
    const code = await siteCode(inTeams);

    expect(await scene.core.identity.seeSite(site)).toEqual({
      ok: true,
      value: { linked: false, siteUrl: site.siteUrl },
    });
    expect(await scene.core.identity.redeemSiteCode(site, { code })).toMatchObject({
      ok: true,
      value: { linked: true, organisation: { name: 'Northwind' } },
    });
    expect(await signIn(site)).toMatchObject({ organisationId: scene.organisationId });
    expect(await scene.core.identity.seeOrganisation(inTeams)).toMatchObject({
      value: { sites: [{ cloudId: 'cloud-1' }, { cloudId: 'cloud-2' }], administrators: [{ name: 'Ada Byron' }] },
    });
  });

  it('is made by administrators only', async () => {
    expect(await scene.core.identity.issueSiteCode(await teams('bob', 'Bob'))).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });

  it('does not take a site away from another organisation', async () => {
    const stranger = await signIn(anEntraProof({ tenantId: 'contoso', objectId: 'eve' }));
    const code = await siteCode(stranger);

    expect(await scene.core.identity.redeemSiteCode(anAtlassianProof(), { code })).toEqual({
      ok: false,
      reason: 'site-linked-elsewhere',
    });
  });

  it('is no code for linking people, nor the other way round', async () => {
    expect(await redeem(inConfluence, await siteCode(inTeams))).toMatchObject({ reason: 'wrong-code' });
    expect(await scene.core.identity.redeemSiteCode(site, { code: await codeOf(inTeams) })).toMatchObject({
      reason: 'wrong-code',
    });
  });

  it('can be guessed five times per site', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await scene.core.identity.redeemSiteCode(site, { code: 'ZZZZZZZZ' })).toMatchObject({
        reason: 'wrong-code',
      });
    }
    const code = await siteCode(inTeams);

    expect(await scene.core.identity.redeemSiteCode({ ...site, accountId: 'another' }, { code })).toEqual({
      ok: false,
      reason: 'too-many-tries',
    });
  });

  it('lets a site that left one organisation come to another, without its people', async () => {
    await scene.core.identity.unlinkSite(inTeams, { cloudId: 'cloud-1' });
    const stranger = await signIn(anEntraProof({ tenantId: 'contoso', objectId: 'eve' }));
    await scene.core.identity.redeemSiteCode(anAtlassianProof(), { code: await siteCode(stranger) });
    const newcomer = await confluence();

    expect(newcomer.organisationId).toBe(stranger.organisationId);
    expect(newcomer.personId).not.toBe(inConfluence.personId);
  });
});
