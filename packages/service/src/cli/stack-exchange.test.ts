import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCore, entraAccount, type OrganisationId, type PersonId } from '@copse/core';
import { sqlBundleStore } from '@copse/core/bundle';
import { parseMarkdown } from '@copse/core/markdown';
import { testDatabase } from '@copse/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, post, question } from '../../test/stack-exchange-posts.ts';
import { importFile } from './commands.ts';
import type { Notes } from './read-stack-exchange.ts';

const coffee = fileURLToPath(new URL('../../../../../shared/data/coffee-stackexchange-posts.xml', import.meta.url));
const here = existsSync(coffee);
if (!here) console.warn('Real data are not beside this clone (../shared/data): the test that imports them is skipped.');

const db = testDatabase({ keepBetweenTests: true });
const newId = () => crypto.randomUUID();
const connection = () => ({
  db: db(),
  newId,
  now: () => new Date(),
  chance: () => new Uint8Array(),
  close: async () => {},
});
const organisation = { id: '01900000-0000-7000-8000-0000000000e1' as OrganisationId, tenantId: 'tenant' };
const ada = {
  personId: '01900000-0000-7000-8000-0000000000e2' as PersonId,
  organisationId: organisation.id,
  account: entraAccount('tenant', 'ada'),
  guest: false,
  administrator: false,
};
let folder = '';
let communityId = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copse-stack-'));
  const row = { id: organisation.id, name: 'Real', entra_tenant_id: 'tenant', created_at: new Date(), revision: 1 };
  await db().insertInto('organisation').values(row).execute();
  const file = join(folder, 'bundle.json');
  const person = { externalId: 'ada', name: 'Ada' };
  const community = { externalId: 'coffee', archetype: 'forum', name: 'Coffee lovers', purpose: 'So that it is good' };
  await writeFile(file, JSON.stringify({ format: 'copse-bundle/1', people: [person], communities: [community] }));
  await importFile(connection(), organisation, file);
  communityId = (await db().selectFrom('community').select('id').executeTakeFirstOrThrow()).id;
  await db().updateTable('person').set({ id: ada.personId }).execute();
});
afterAll(() => rm(folder, { recursive: true }));

const xml = async (rows: string) => {
  const file = join(folder, `${newId()}.xml`);
  await writeFile(file, `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<posts>\n${rows}\n</posts>`);
  return file;
};
const take = (file: string, given: { dryRun?: boolean; notes?: Notes; community?: string } = {}) =>
  importFile(connection(), organisation, file, { community: 'coffee', ...given });

/** Records of all sections that an import did anything about. */
const changesIn = ({ counts }: Awaited<ReturnType<typeof take>>) =>
  Object.values(counts).reduce((sum, { created, updated, rejected }) => sum + created + updated + rejected, 0);

describe.skipIf(!here)('the coffee dump', () => {
  const posts = () =>
    [...readFileSync(coffee, 'utf8').matchAll(/<row ([^>]*)\/>/gu)].map(
      ([, row = '']) =>
        new Map([...row.matchAll(/(\w+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value])),
    );

  it('tells in a dry run what would come, and keeps nothing', async () => {
    const { counts } = await take(coffee, { dryRun: true });

    expect(counts).toMatchObject({ questions: { created: 225 }, answers: { created: 327 } });
    expect(await db().selectFrom('question').select('id').execute()).toEqual([]);
  });

  it('comes in whole, and a second time changes nothing', async () => {
    const notes: Notes = new Map();
    const { counts, rejections } = await take(coffee, { notes });

    expect(rejections).toEqual([]);
    expect(counts).toMatchObject({ questions: { created: 225 }, answers: { created: 327 }, people: { rejected: 0 } });
    expect(notes.get('left-out')).toBe(40);
    const accepted = db().selectFrom('question').select('id').where('state', '=', 'accepted');
    expect(await accepted.execute()).toHaveLength(105);

    const again = await take(coffee, { community: 'Coffee Lovers' });
    expect(changesIn(again)).toBe(0);
  });

  it('keeps every score, every tag and every moment to the millisecond', async () => {
    const rows = await db()
      .selectFrom('question')
      .select(['title', 'asked_at', 'me_too_count', 'topics', 'answer_count'])
      .orderBy('asked_at')
      .execute();
    const plain = (text = '') =>
      text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll(/\s+/gu, ' ').trim();
    const expected = posts()
      .filter((one) => one.get('PostTypeId') === '1')
      .map((one) => ({
        title: plain(one.get('Title')),
        asked_at: new Date(`${one.get('CreationDate')}Z`),
        me_too_count: Math.max(0, Number(one.get('Score'))),
        topics: (one.get('Tags') ?? '').split(/&[lg]t;/u).filter(Boolean),
        answer_count: Number(one.get('AnswerCount')),
      }))
      .sort((a, b) => a.asked_at.getTime() - b.asked_at.getTime());
    expect(rows).toEqual(expected);
  });

  it('has the time to an accepted answer right to the second', async () => {
    const all = posts();
    const at = new Map(all.map((one) => [one.get('Id'), Date.parse(`${one.get('CreationDate')}Z`)]));
    const times = all
      .flatMap((one) => {
        const accepted = at.get(one.get('AcceptedAnswerId'));
        return accepted === undefined ? [] : [accepted - (at.get(one.get('Id')) as number)];
      })
      .sort((a, b) => a - b);
    expect(times).toHaveLength(105);
    const core = createCore({
      db: db(),
      newId,
      now: () => new Date(),
      chance: () => new Uint8Array(12),
      secret: 'a secret of at least thirty-two characters',
      sealKeys: [new Uint8Array(32)],
      administrators: [],
    });
    const seen = await core.impact.seeMeasures(ada, { communityId });

    if (!seen.ok) throw new Error(seen.reason);
    expect(seen.value.timeToAcceptedAnswer).toMatchObject({ questions: 105, of: 225 });
    expect(seen.value.timeToAcceptedAnswer.medianSeconds).toBeCloseTo((times[52] as number) / 1000, 0);
  });

  it('has texts that are as good as their Markdown', async () => {
    const texts = await db().selectFrom('answer').select('text').execute();
    for (const { text } of texts) expect(JSON.stringify(parseMarkdown(text))).not.toMatch(/"html"|javascript:/iu);
    const words = texts.map(({ text }) => text).join('\n');
    expect(words).not.toMatch(/<\/?(?:p|em|strong|li|ul|a|img|blockquote)\b/u);
    expect(words).toMatch(/^> /mu);
    expect(words).toMatch(/^- /mu);
  });

  it('goes out in a bundle that has every question and answer', async () => {
    const sections = new Map<string, number>();
    for await (const { section } of sqlBundleStore(connection()).records(organisation.id))
      sections.set(section, (sections.get(section) ?? 0) + 1);

    expect(sections.get('questions')).toBe(225);
    expect(sections.get('answers')).toBe(327);
  });
});

describe('a dump', () => {
  it('that names no community, or one that is not there, is refused in plain words', async () => {
    const file = await xml(question());
    await expect(importFile(connection(), organisation, file)).rejects.toThrow('--community');
    await expect(take(file, { community: 'Tea' })).rejects.toThrow('no community «Tea»');
  });

  it.each([
    ['holds users', '<users><row Id="1" /></users>', 'holds <users>'],
    ['is cut off', '<posts><row Id="1" PostTypeId="1" Bo', 'well-formed'],
    ['is no XML', 'posts: []', 'well-formed'],
    [
      'brings its own entities',
      '<!DOCTYPE p [<!ENTITY x "y">]><posts><row Id="1" Title="&x;" /></posts>',
      'well-formed',
    ],
  ])('that %s is refused in plain words', async (_, content, words) => {
    const file = join(folder, `${newId()}.xml`);
    await writeFile(file, content);
    await expect(take(file)).rejects.toMatchObject({ name: 'FileProblem', message: expect.stringContaining(words) });
  });

  it('has its bad rows rejected one by one, with the post and the reason', async () => {
    const rows = [
      question(),
      answer(),
      question({ Id: 9003, Title: 'Short' }),
      question({ Id: 9004, CreationDate: 'yesterday' }),
      answer({ Id: 9005, ParentId: 8999 }),
      question({ Id: 9006, AcceptedAnswerId: 8998 }),
    ];
    const { counts, rejections } = await take(await xml(rows.join('\n')));

    expect(counts).toMatchObject({ questions: { created: 2, rejected: 3 }, answers: { created: 1, rejected: 1 } });
    expect(rejections.map(({ place }) => place)).toEqual([
      'questions[9003]',
      'questions[9004]',
      'answers[9005]',
      'questions[9006].acceptedAnswer',
    ]);
    expect(rejections.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  it('accepts an answer that comes in a later file', async () => {
    const late = [question({ Id: 9006, AcceptedAnswerId: 8998 }), answer({ Id: 8998, ParentId: 9006 })];
    const { rejections } = await take(await xml(late.join('\n')));
    expect(rejections).toEqual([]);
    const accepted = db().selectFrom('question').innerJoin('answer', 'answer.id', 'accepted_answer_id');
    const times = await accepted.select('at').where('asked_at', '=', new Date('2020-01-02T03:04:05.678Z')).execute();
    expect(times).toEqual([{ at: new Date('2020-01-02T04:04:05.000Z') }]);
  });

  it('keeps the earlier text where a post was edited, and the people whom it helped here', async () => {
    const file = await xml(answer({ Body: '<p>Thermodynamics.</p>', Score: 5 }));
    await take(file);
    const changed = db().selectFrom('answer').selectAll().where('text', '=', 'Thermodynamics.');
    expect(await changed.execute()).toMatchObject([{ helped_count: 5, version: 2 }]);
    expect(await db().selectFrom('answer_version').select('text').execute()).toEqual([{ text: 'Physics.' }]);
  });

  it('names nobody, and gives each author one person', async () => {
    const rows = [
      question({ Id: 9100, OwnerUserId: 42 }),
      answer({ Id: 9101, ParentId: 9100, OwnerUserId: 42 }),
      post({
        Id: 9102,
        PostTypeId: 2,
        ParentId: 9100,
        CreationDate: '2020-01-02T04:04:05',
        Body: 'x',
        OwnerDisplayName: 'Jane',
      }),
    ];
    await take(await xml(rows.join('\n')));
    const people = await db().selectFrom('person').select(['name', 'guest']).execute();

    expect(people.filter(({ name }) => name === 'Stack Exchange user 42')).toHaveLength(1);
    expect(people).toContainEqual({ name: 'Former Stack Exchange user', guest: true });
    expect(JSON.stringify(people)).not.toContain('Jane');
    expect(await db().selectFrom('account').selectAll().execute()).toEqual([]);
  });
});
