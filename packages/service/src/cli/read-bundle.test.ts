import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { BundleRecord } from '@copse/core/bundle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundleHeader, readBundle } from './read-bundle.ts';
import { readPeopleCsv } from './read-people-csv.ts';
import { writeBundle } from './write-bundle.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copse-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

const all = async (records: AsyncIterable<BundleRecord>) => {
  const read: BundleRecord[] = [];
  for await (const record of records) read.push(record);
  return read;
};
const file = async (name: string, content: string) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe('a bundle that is read', () => {
  it('gives its records one by one, with their places', async () => {
    const header: BundleHeader = {};
    const path = await file(
      'good.json',
      JSON.stringify({
        format: 'copse-bundle/1',
        organisation: { name: 'Lindenhof' },
        people: [{ externalId: 'a' }, { externalId: 'b' }],
        practices: [{ externalId: 'p' }],
      }),
    );
    expect(await all(readBundle(path, header))).toEqual([
      { section: 'people', index: 0, value: { externalId: 'a' } },
      { section: 'people', index: 1, value: { externalId: 'b' } },
      { section: 'practices', index: 0, value: { externalId: 'p' } },
    ]);
    expect(header).toEqual({ format: 'copse-bundle/1', organisation: { name: 'Lindenhof' } });
  });

  it.each([
    ['events.json', '[{"id":"a"}]', 'scripts/convert/digitalgov.mjs'],
    ['communities.json', '[]', 'scripts/convert/digitalgov.mjs'],
    ['sigs.yaml', 'sigs:\n- name: API Machinery', 'scripts/convert/kubernetes.mjs'],
  ])('says which command makes a bundle of %s', async (name, content, command) => {
    const path = await file(name, content);
    await expect(all(readBundle(path, {}))).rejects.toMatchObject({
      name: 'FileProblem',
      message: expect.stringMatching(new RegExp(`npx node ${command} .*${name.endsWith('.yaml') ? name : ''} > `, 'u')),
    });
  });

  it('that is wrong and has another name says nothing of converters', async () => {
    const path = await file('ours.json', '[]');
    await expect(all(readBundle(path, {}))).rejects.toMatchObject({ message: expect.not.stringContaining('convert') });
  });

  it.each([
    ['is cut off', '{"format":"copse-bundle/1","people":[{"externalId":"a"},{"exte', 'breaks off'],
    ['is no JSON', 'people: []', 'not whole JSON'],
    ['is another format', '{"format":"copse-bundle/9","people":[{}]}', 'copse-bundle/9'],
    ['says its format too late', '{"people":[{}],"format":"copse-bundle/1"}', 'must begin with'],
    ['says no format', '{"people":[]}', 'must begin with'],
    ['is empty', '', 'must begin with'],
  ])('is refused in plain words when it %s', async (what, content, words) => {
    const path = await file(`${what.replaceAll(' ', '-')}.json`, content);
    await expect(all(readBundle(path, {}))).rejects.toMatchObject({
      name: 'FileProblem',
      message: expect.stringContaining(words),
    });
  });

  it('is refused in plain words when it is not there', async () => {
    await expect(all(readBundle(join(folder, 'none.json'), {}))).rejects.toThrow('There is no file');
  });
});

it('writes what it read', async () => {
  const records: BundleRecord[] = [
    { section: 'people', index: 0, value: { externalId: 'a', name: 'Ana' } },
    { section: 'people', index: 1, value: { externalId: 'b', name: 'Ben' } },
    { section: 'communities', index: 0, value: { externalId: 'c' } },
  ];
  const written = async (some: BundleRecord[]) => {
    const out = new PassThrough();
    const done = text(out);
    await writeBundle(
      out,
      'Lindenhof',
      (async function* () {
        yield* some;
      })(),
    );
    out.end();
    return done;
  };
  expect(await all(readBundle(await file('round.json', await written(records)), {}))).toEqual(records);
  expect(JSON.parse(await written([]))).toEqual({ format: 'copse-bundle/1', organisation: { name: 'Lindenhof' } });
});

describe("Entra's people", () => {
  const header = 'userPrincipalName,displayName,mail,id,userType,department,accountEnabled';

  it('become people with their accounts; who is switched off is left out', async () => {
    const path = await file(
      'people.csv',
      `\uFEFF${header}\r\nana@x.org,"Ortiz, Ana",ana@x.org,11,Member,Welding,True\r\nold@x.org,Old,,12,Member,,False\r\nguest@y.org,Gus,,13,Guest,,True\r\n`,
    );
    expect(await all(readPeopleCsv(path, 'tenant'))).toEqual([
      {
        section: 'people',
        index: 0,
        value: {
          externalId: 'entra:11',
          name: 'Ortiz, Ana',
          affiliation: 'Welding',
          guest: false,
          accounts: ['entra:tenant:11'],
        },
        place: 'line 2',
      },
      {
        section: 'people',
        index: 2,
        value: { externalId: 'entra:13', name: 'Gus', guest: true, accounts: ['entra:tenant:13'] },
        place: 'line 4',
      },
    ]);
  });

  it('have a manager by object id or by name, and accounts that nobody is behind are told', async () => {
    const path = await file(
      'managed.csv',
      'id,displayName,userPrincipalName,userType,accountEnabled,manager,team\n' +
        '21,Ana,ana@x.org,Member,True,BEN@x.org,Welding\n' +
        '22,Ben,ben@x.org,Member,True,,\n' +
        '23,Backup,backup@x.org,ServiceAccount,True,99,\n' +
        '24,Cem,cem@x.org,Member,True,old@x.org,\n' +
        '25,Old,old@x.org,Member,False,,\n',
    );
    const people = (await all(readPeopleCsv(path, 'tenant'))).map(({ value }) => value);
    expect(people).toMatchObject([
      { externalId: 'entra:21', manager: 'entra:22', team: 'Welding' },
      { externalId: 'entra:22', manager: null },
      { externalId: 'entra:23', manager: null, serviceAccount: true },
      { externalId: 'entra:24', manager: null },
    ]);
    expect(people.filter((one) => 'serviceAccount' in (one as object))).toHaveLength(1);
  });

  it('are refused where letters of names are lost, or where there is nobody', async () => {
    const path = await file('latin.csv', '');
    await writeFile(path, Buffer.from(`${header}\r\nana@x.org,Zoë,,11,Member,,True\r\n`, 'latin1'));
    await expect(all(readPeopleCsv(path, 't'))).rejects.toThrow('is not in UTF-8');
    await expect(all(readPeopleCsv(await file('none.csv', ''), 't'))).rejects.toThrow('holds nobody');
  });

  it('are refused in plain words without the columns that matter', async () => {
    await expect(all(readPeopleCsv(await file('no-id.csv', 'displayName\nAna\n'), 't'))).rejects.toThrow(
      'no column id',
    );
    await expect(all(readPeopleCsv(await file('semicolons.csv', 'id;displayName\n1;Ana\n'), 't'))).rejects.toThrow(
      'save it as CSV with commas',
    );
  });

  it.each(['Line manager', 'managers', 'teamName', 'service account'])(
    'have no column «%s», and which they have is said',
    async (column) => {
      const read = all(readPeopleCsv(await file('wrong.csv', `id,displayName,${column}\n1,Ana,x\n`), 't'));
      await expect(read).rejects.toThrow(`a column «${column}», which is not known. What may be added`);
      await expect(read).rejects.toThrow(/manager .*, team, and accountType/u);
    },
  );

  it('may have columns whose words are apart, and the name of a manager beside their id', async () => {
    const rows =
      'ID,Display name,User principal name,Account type,Manager id,managerDisplayName\n1,Ana,ana@x.org,service,2,Ben\n2,Ben,,,,\n';
    const people = await all(readPeopleCsv(await file('apart.csv', rows), 't'));
    expect(people[0]?.value).toMatchObject({ name: 'Ana', serviceAccount: true, manager: 'entra:2' });
  });
});
