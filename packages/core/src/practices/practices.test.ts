import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, type Scene } from '../testing/scene.ts';
import { practicePage, practiceView } from './contract.ts';

const db = testDatabase();
let scene: Scene;
let communityId: string;
let ana: Actor; // founded the community, so coordinates it
let ben: Actor; // member
let cem: Actor; // colleague, no member
let gus: Actor; // a partner's guest

const value = <Value>(result: Result<Value, string>): Value => {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.value;
};
const practices = () => scene.core.practices;
const text = {
  title: 'Clean the joint first',
  context: 'Before any weld.',
  body: 'Brush, then **wipe**.',
  topics: ['welding'],
};
const draftOf = async (actor: Actor, given = {}) =>
  value(await practices().draftPractice(actor, { communityId, visibility: 'organisation', ...text, ...given }));
const list = async (actor: Actor, query = {}) => value(await practices().listPractices(actor, { limit: 25, ...query }));

beforeEach(async () => {
  scene = await aScene(db());
  ana = await scene.person('Ana Ortiz', { affiliation: 'Hall 3' });
  ben = await scene.person('Ben Adeyemi');
  cem = await scene.person('Cem Aydin');
  gus = await scene.person('Gus Partner', { guest: true, affiliation: 'Partner Ltd' });
  const founded = await scene.core.communities.foundCommunity(ana, {
    archetype: 'guild',
    name: 'Welders',
    purpose: 'We keep the craft of welding.',
    topics: ['welding'],
    reach: 'partners',
  });
  communityId = value(founded).id;
  value(await scene.core.communities.joinCommunity(ben, { communityId }));
});

/** A practice of Ben's that Ana trusts and the community has endorsed. */
async function endorsed() {
  const { id } = await draftOf(ben);
  value(await practices().changeLife(ben, { practiceId: id, action: 'propose' }));
  value(await practices().endorsePractice(ana, { practiceId: id, note: 'Works in Hall 3' }));
  return value(await practices().changeLife(ana, { practiceId: id, action: 'endorse' }));
}

describe('a practice', () => {
  it('goes from draft to use, and every view of it keeps to the contract', async () => {
    const { id } = await endorsed();
    const used = value(await practices().recordAdoption(cem, { practiceId: id, kind: 'uses', team: 'Hall 1' }));
    expect(used).toMatchObject({
      life: 'in-use',
      teamCount: 1,
      endorsementCount: 1,
      adoptionCount: 1,
      reviewBy: '2027-03-02',
    });
    expect(practiceView.parse(used)).toEqual(used);
    const page = await list(ben, { communityId });
    expect(practicePage.parse(page)).toEqual(page);
    expect(value(await scene.core.communities.seeCommunity(ana, { communityId })).practiceCount).toBe(1);
  });

  it('is a draft for its author and the stewards only', async () => {
    const { id } = await draftOf(ben);
    expect(await practices().seePractice(ana, { practiceId: id })).toMatchObject({ ok: true });
    expect(await practices().seePractice(cem, { practiceId: id })).toEqual({ ok: false, reason: 'no-such-practice' });
    expect((await list(cem)).items).toEqual([]);
  });

  it.each([
    ['members', ['ana', 'ben']],
    ['organisation', ['ana', 'ben', 'cem']],
    ['partners', ['ana', 'ben', 'cem', 'gus']],
  ] as const)('with visibility %s is seen by %j, alone and in lists', async (visibility, seenBy) => {
    const { id } = await draftOf(ben, { visibility });
    value(await practices().changeLife(ben, { practiceId: id, action: 'propose' }));
    for (const [name, actor] of Object.entries({ ana, ben, cem, gus })) {
      const sees = (seenBy as readonly string[]).includes(name);
      expect([name, (await practices().seePractice(actor, { practiceId: id })).ok]).toEqual([name, sees]);
      expect([name, (await list(actor)).items.length]).toEqual([name, sees ? 1 : 0]);
    }
  });

  it('does not exist for another organisation', async () => {
    const { id } = await endorsed();
    const stranger = await (await aScene(db())).person('Stranger');
    expect(await practices().seePractice(stranger, { practiceId: id })).toEqual({
      ok: false,
      reason: 'no-such-practice',
    });
    expect(await practices().endorsePractice(stranger, { practiceId: id })).toEqual({
      ok: false,
      reason: 'no-such-practice',
    });
  });

  it('refuses an edit of what somebody has changed meanwhile', async () => {
    const { id, revision } = await draftOf(ben);
    value(await practices().editPractice(ben, { practiceId: id, ifRevision: revision, body: 'Brush, wipe, check.' }));
    expect(await practices().editPractice(ana, { practiceId: id, ifRevision: revision, body: 'Other' })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
  });

  it('loses none of ten endorsements and adoptions that come at once', async () => {
    const { id } = await endorsed();
    const members = await Promise.all(Array.from({ length: 5 }, (_, n) => scene.person(`Member ${n}`)));
    for (const member of members) value(await scene.core.communities.joinCommunity(member, { communityId }));
    const tries = members.flatMap((member, n) => [
      untilDone(() => practices().endorsePractice(member, { practiceId: id })),
      untilDone(() => practices().recordAdoption(member, { practiceId: id, kind: 'uses', team: `Hall ${n}` })),
    ]);
    await Promise.all(tries);
    expect(value(await practices().seePractice(ana, { practiceId: id }))).toMatchObject({
      endorsementCount: 6,
      teamCount: 5,
    });
  });

  it('shows what changed between two versions, and credits whoever changed it', async () => {
    const { id } = await draftOf(ben);
    value(
      await practices().editPractice(ana, {
        practiceId: id,
        body: 'Brush, then wipe **twice**.',
        note: 'Once is not enough',
      }),
    );
    const { items } = value(await practices().listVersions(ben, { practiceId: id, limit: 10 }));
    expect(items.map(({ version, by, note }) => [version, by.name, note])).toEqual([
      [2, 'Ana Ortiz', 'Once is not enough'],
      [1, 'Ben Adeyemi', undefined],
    ]);
    const { fields } = value(await practices().compareVersions(ben, { practiceId: id, from: 1, to: 2 }));
    expect(fields.map(({ field }) => field)).toEqual(['body']);
    expect(
      value(await practices().seePractice(ben, { practiceId: id })).contributors.map(({ person, credit }) => [
        person.name,
        credit,
      ]),
    ).toEqual([
      ['Ben Adeyemi', 'author'],
      ['Ana Ortiz', 'contributor'],
    ]);
    expect(await practices().compareVersions(ben, { practiceId: id, from: 1, to: 9 })).toMatchObject({
      reason: 'no-such-version',
    });
  });

  it('is handed on to members only, and credits colleagues only', async () => {
    const { id } = await draftOf(ben);
    expect(await practices().editPractice(ben, { practiceId: id, ownerId: cem.personId })).toMatchObject({
      reason: 'no-such-member',
    });
    expect(value(await practices().editPractice(ben, { practiceId: id, ownerId: ana.personId })).owner.name).toBe(
      'Ana Ortiz',
    );
    const stranger = await (await aScene(db())).person('Stranger');
    expect(
      await practices().creditPerson(ana, { practiceId: id, personId: stranger.personId, credit: 'reviewer' }),
    ).toMatchObject({ reason: 'no-such-person' });
  });

  it('announces each change in the outbox, in the same transaction', async () => {
    await endorsed();
    const events = await db()
      .selectFrom('outbox')
      .select('type')
      .where('type', 'like', 'practice.%')
      .orderBy('position')
      .execute();
    expect(events.map(({ type }) => type)).toEqual([
      'practice.drafted',
      'practice.life-changed',
      'practice.endorsed',
      'practice.life-changed',
    ]);
  });
});

/** As a surface would: again after «somebody else was faster». */
async function untilDone(act: () => Promise<Result<unknown, string>>) {
  for (let tries = 0; tries < 30; tries += 1) {
    try {
      return value(await act());
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'StaleWriteError') throw error;
    }
  }
  throw new Error('gave up');
}

describe('a list of practices', () => {
  it('shows every practice exactly once, whatever the size of a page', async () => {
    for (let n = 0; n < 7; n += 1) {
      if (n % 2) scene.clock.pass(1);
      await draftOf(ben, { title: `Practice number ${n}` });
    }
    for (const limit of [1, 2, 3, 7, 100]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(ben, { limit, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map(({ title }) => title));
        cursor = page.nextCursor;
      } while (cursor);
      expect(new Set(seen).size).toBe(7);
      expect(seen).toHaveLength(7);
    }
  });

  it('is narrowed by life, topic, owner and words', async () => {
    await endorsed();
    await draftOf(ana, { title: 'Grind before noon', topics: ['grinding'] });
    const titles = async (query: object) => (await list(ana, query)).items.map(({ title }) => title);
    expect(await titles({ life: 'draft' })).toEqual(['Grind before noon']);
    expect(await titles({ topic: 'welding' })).toEqual(['Clean the joint first']);
    expect(await titles({ mine: true })).toEqual(['Grind before noon']);
    expect(await titles({ q: 'JOINT' })).toEqual(['Clean the joint first']);
    expect(await titles({ q: '%' })).toEqual([]);
    expect(await titles({ topic: 'grinding' })).toEqual(['Grind before noon']);
    expect(await titles({ q: 'noon' })).toEqual(['Grind before noon']);
    expect((await list(ben, { mine: true })).items.map(({ title }) => title)).toEqual(['Clean the joint first']);
    expect((await list(gus, { topic: 'grinding' })).items).toEqual([]);
  });

  it('tells each viewer what they may do', async () => {
    await endorsed();
    const abilities = async (actor: Actor) => (await list(actor)).items[0]?.abilities;
    expect(await abilities(ana)).toEqual({ endorse: false, recordAdoption: true }); // has endorsed
    expect(await abilities(ben)).toEqual({ endorse: false, recordAdoption: true }); // wrote it
    expect(await abilities(cem)).toEqual({ endorse: false, recordAdoption: true }); // no member
  });
});
