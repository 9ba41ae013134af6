import { Readable } from 'node:stream';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ana, ben, guild, membership, practice, recordsOf, whole } from '../testing/bundle-builders.ts';
import { bundleScene } from '../testing/bundle-scene.ts';
import { testDatabase } from '../testing/database.ts';
import type { BundleRecord } from './index.ts';

const db = testDatabase();
const { clock, held, organisationId, take, takeRecords } = bundleScene(db);

const countOf = async (table: 'person' | 'community' | 'membership' | 'practice' | 'outbox') =>
  Number((await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(db())).rows[0]?.n);

describe('taking a bundle in', () => {
  it('creates everything once, and counts it', async () => {
    const { counts, rejections } = await take(whole);
    expect(rejections).toEqual([]);
    expect(counts).toMatchObject({
      people: { created: 2 },
      communities: { created: 1 },
      memberships: { created: 1 },
      practices: { created: 1 },
    });
    expect(await db().selectFrom('community').select(['member_count', 'practice_count']).executeTakeFirst()).toEqual({
      member_count: 1,
      practice_count: 1,
    });
    expect(await db().selectFrom('practice').select(['endorsement_count', 'team_count']).executeTakeFirst()).toEqual({
      endorsement_count: 1,
      team_count: 1,
    });
  });

  it('changes nothing the second time', async () => {
    await take(whole);
    const before = await held();
    const { counts } = await take(whole);
    expect(counts).toMatchObject({
      people: { unchanged: 2 },
      communities: { unchanged: 1 },
      memberships: { unchanged: 1 },
      practices: { unchanged: 1 },
    });
    expect(await held()).toEqual(before);
  });

  it('updates what says something else than before', async () => {
    await take(whole);
    const { counts } = await take({ ...whole, practices: [{ ...practice, body: 'Brush, wipe, then check.' }] });
    expect(counts.practices).toMatchObject({ updated: 1 });
    expect(await db().selectFrom('practice').select(['version', 'body']).executeTakeFirst()).toEqual({
      version: 2,
      body: 'Brush, wipe, then check.',
    });
  });

  it('writes nothing beside what was made here, when an export comes home', async () => {
    await take(whole);
    await db().deleteFrom('imported').execute();
    const home = await held();
    const taken = await takeRecords(Readable.from(home));

    expect(taken).toMatchObject({
      ok: true,
      value: { rejections: [], counts: { communities: { unchanged: 1 }, practices: { unchanged: 1 } } },
    });
    expect(await held()).toEqual(home);
  });

  it('leaves nothing behind after a dry run, and tells the same', async () => {
    const told = await take(whole, true);
    expect([
      await countOf('person'),
      await countOf('community'),
      await countOf('practice'),
      await countOf('outbox'),
    ]).toEqual([0, 0, 0, 0]);
    expect(await take(whole)).toEqual(told);
  });

  it('leaves nothing behind when the file breaks off', async () => {
    async function* broken(): AsyncGenerator<BundleRecord> {
      yield* recordsOf({ people: [ana, ben], communities: [guild] });
      throw new Error('the file ends in the middle');
    }
    await expect(takeRecords(broken())).rejects.toThrow('in the middle');
    expect(await countOf('person')).toBe(0);
  });

  it('recognises somebody who has signed in before', async () => {
    const id = crypto.randomUUID();
    await db()
      .insertInto('person')
      .values({
        id,
        organisation_id: organisationId,
        name: 'Ana',
        affiliation: null,
        guest: false,
        administrator: false,
        time_zone: 'UTC',
        working_hours: '{"days":[1],"from":"09:00","to":"17:00"}',
        languages: [],
        interests: [],
        challenge: null,
        profile_started: false,
        state: 'present',
        merged_into: null,
        created_at: clock.now(),
        revision: 1,
      })
      .execute();
    await db()
      .insertInto('account')
      .values({ key: 'entra:tenant:ana', person_id: id, label: 'Ana', linked_at: clock.now() })
      .execute();
    expect((await take({ people: [ana] })).counts.people).toMatchObject({ updated: 1, created: 0 });
    expect(await db().selectFrom('person').select(['id', 'name']).execute()).toEqual([{ id, name: 'Ana Ortiz' }]);
  });

  it.each([
    ['an empty name', { people: [{ ...ana, name: '' }] }, 'people[0]', 'name: Must not be empty.'],
    ['a wrong shape', { people: [{ ...ana, name: 5 }] }, 'people[0]', 'name: Must be a text.'],
    ['what is no record', { people: [5] }, 'people[0]', 'Must be an object with fields.'],
    ['an unknown field', { people: [{ ...ana, salary: 1 }] }, 'people[0]', 'salary: there is no such field'],
    ['a hidden character', { people: [{ ...ana, name: 'An\u202Ea' }] }, 'people[0]', 'invisible'],
    [
      'an account of another tenant',
      { people: [{ ...ana, accounts: ['entra:other:ana'] }] },
      'people[0]',
      'not linked',
    ],
    ['a member nobody knows', { communities: [guild], memberships: [membership] }, 'memberships[0]', 'no person «ana»'],
    [
      'a practice of no community',
      { people: [ana, ben], practices: [practice] },
      'practices[0]',
      'no community «welders»',
    ],
    [
      'two communities of one name',
      { communities: [guild, { ...guild, externalId: 'other' }] },
      'communities[1]',
      'another community',
    ],
    [
      'one external id twice',
      { people: [ana, { ...ben, externalId: 'ana' }] },
      'people[1]',
      'stands in this file before',
    ],
  ])('rejects %s, and says where and why', async (_what, bundle, place, reason) => {
    const { rejections } = await take(bundle);
    expect(rejections).toEqual([{ place, reason: expect.stringContaining(reason) }]);
  });

  it('refuses sections out of their order', async () => {
    async function* backwards(): AsyncGenerator<BundleRecord> {
      yield { section: 'communities', index: 0, value: guild };
      yield { section: 'people', index: 0, value: ana };
    }
    expect(await takeRecords(backwards())).toEqual({
      ok: false,
      reason: 'sections-out-of-order',
    });
    expect(await countOf('community')).toBe(0);
  });

  it('gives back what it was given, whatever valid people it was given', async () => {
    const word = fc.stringMatching(/^[a-z]{2,12}$/u);
    const person = fc.record({
      externalId: word.map((one) => `x-${one}`),
      name: fc.stringMatching(/^[A-Z][a-zé]{1,20}( [A-Z][a-z]{1,20})?$/u),
      interests: fc.uniqueArray(word, { maxLength: 4 }),
      timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'America/New_York'),
      guest: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(person, { maxLength: 8, selector: ({ externalId }) => externalId }),
        async (people) => {
          await sql`TRUNCATE person, imported CASCADE`.execute(db());
          await take({ people });
          const back = (await held()).map(({ value }) => value as (typeof people)[number]);
          expect(
            back
              .map(({ externalId, name, interests, timeZone, guest }) => ({
                externalId,
                name,
                interests,
                timeZone,
                guest,
              }))
              .sort(byName),
          ).toEqual([...people].sort(byName));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('gives back a whole bundle that an empty organisation takes in and gives back the same', async () => {
    await take(whole);
    const first = await held();
    await sql`TRUNCATE person, community, practice, imported CASCADE`.execute(db());
    const again = await takeRecords(
      (async function* () {
        yield* first;
      })(),
    );
    expect(again).toMatchObject({ ok: true, value: { rejections: [] } });
    const byPlace = (a: BundleRecord, b: BundleRecord) =>
      JSON.stringify([a.section, a.value]).localeCompare(JSON.stringify([b.section, b.value]));
    const plain = (all: BundleRecord[]) => all.map((record) => ({ ...record, index: 0 })).sort(byPlace);
    expect(plain(await held())).toEqual(plain(first));
  });
});

const byName = (a: { externalId: string }, b: { externalId: string }) => a.externalId.localeCompare(b.externalId);
