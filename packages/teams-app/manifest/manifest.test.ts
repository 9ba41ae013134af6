import { strFromU8, unzipSync } from 'fflate';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { COMMAND_NAMES } from '../src/bot/command-names.ts';
import { EXTENSION_COMMANDS } from '../src/bot/extension/dispatch.ts';
import { type PackageFiles, packageFiles, problemsOfOptions, problemsOfPackage, zipPackage } from './index.ts';

const options = {
  domain: 'copse.example.com',
  appId: '11111111-2222-4333-8444-555555555555',
  botId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
};
const good = packageFiles(options);
const known = { commands: COMMAND_NAMES, extension: EXTENSION_COMMANDS };

type Json = Record<string, never>;

/** The good package with its manifest or its German texts changed by hand. */
function withJson(file: 'manifest.json' | 'de.json', edit: (json: Json) => unknown): PackageFiles {
  const json = JSON.parse(strFromU8(good[file])) as Json;
  edit(json);
  return { ...good, [file]: Buffer.from(JSON.stringify(json)) };
}

describe('the Teams package', () => {
  it('has nothing that Teams would refuse', () => {
    expect(problemsOfPackage(good, known)).toEqual([]);
  });

  it('asks nobody to let it read what people write, unless it is packed so', () => {
    const consents = ({ 'manifest.json': file }: PackageFiles) =>
      (JSON.parse(strFromU8(file)) as { authorization?: unknown }).authorization;
    expect(consents(good)).toBeUndefined();
    const reading = packageFiles({ ...options, readThreads: true });
    expect(problemsOfPackage(reading, known)).toEqual([]);
    expect(consents(reading)).toEqual({
      permissions: {
        resourceSpecific: [
          { name: 'ChannelMessage.Read.Group', type: 'Application' },
          { name: 'ChatMessage.Read.Chat', type: 'Application' },
        ],
      },
    });
  });

  it('is the same to the byte whenever it is packed', () => {
    const first = zipPackage(packageFiles(options));
    expect(Buffer.from(zipPackage(packageFiles(options))).equals(Buffer.from(first))).toBe(true);
  });

  it('holds four files at its top level', () => {
    expect(Object.keys(unzipSync(zipPackage(good)))).toEqual(['color.png', 'de.json', 'manifest.json', 'outline.png']);
  });

  it('leaves no placeholder open', () => {
    expect(strFromU8(good['manifest.json'])).not.toContain('{{');
  });

  it('signs people in against the same host that serves the tab', () => {
    expect(JSON.parse(strFromU8(good['manifest.json']))).toMatchObject({
      validDomains: ['copse.example.com'],
      webApplicationInfo: { id: options.botId, resource: `api://copse.example.com/${options.botId}` },
    });
  });

  it('keeps a port where the service has one', () => {
    const files = packageFiles({ ...options, domain: 'copse.example.com:8443' });
    expect(problemsOfPackage(files, known)).toEqual([]);
    expect(strFromU8(files['manifest.json'])).toContain('https://copse.example.com:8443/tab/configure.html');
  });

  it('takes a developer name with quotes as text', () => {
    const files = packageFiles({ ...options, developer: 'The "Wood" guild' });
    expect(JSON.parse(strFromU8(files['manifest.json']))).toMatchObject({ developer: { name: 'The "Wood" guild' } });
  });
});

function pngChunk(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(kind), body, Buffer.alloc(4)]);
}

/** A PNG of one colour; the checksums are left at zero, since our reader trusts the disk. */
function plainPng(size: number, rgba: readonly number[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const row = Buffer.from([0, ...Array.from({ length: size }, () => rgba).flat()]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a package is sent back when', () => {
  it.each<[string, PackageFiles, RegExp]>([
    [
      'a field is misspelt',
      withJson('manifest.json', (json) => Object.assign(json, { botz: [] })),
      /additional properties.*botz/,
    ],
    [
      'an id is not one',
      withJson('manifest.json', (json) => Object.assign(json, { id: 'copse' })),
      /manifest\.json \/id/,
    ],
    [
      'a German key is misspelt',
      withJson('de.json', (json) => Object.assign(json, { 'name.shrot': 'x' })),
      /name\.shrot/,
    ],
    [
      'a German text is missing',
      withJson('de.json', (json) => Reflect.deleteProperty(json, 'name.full')),
      /does not translate name\.full/,
    ],
    [
      'a German text is too long',
      withJson('de.json', (json) => Object.assign(json, { 'description.short': 'ä'.repeat(81) })),
      /de\.json description\.short is longer than 80/,
    ],
    ['an icon has the wrong size', { ...good, 'color.png': good['outline.png'] }, /color\.png is 32 × 32/],
    ['an icon is no picture', { ...good, 'outline.png': Buffer.from('GIF89a') }, /outline\.png is not a PNG/],
    [
      'the outline icon is coloured',
      { ...good, 'outline.png': plainPng(32, [200, 40, 40, 255]) },
      /neither white nor transparent/,
    ],
    [
      'the outline icon has a background',
      { ...good, 'outline.png': plainPng(32, [255, 255, 255, 255]) },
      /no transparent pixel/,
    ],
    [
      'a page is on a foreign host',
      withJson('manifest.json', (json) => Object.assign(json, { validDomains: ['elsewhere.example.com'] })),
      /not under a valid domain/,
    ],
  ])('%s', (_case, files, problem) => {
    expect(problemsOfPackage(files, known).join('\n')).toMatch(problem);
  });

  it('the menu offers what the bot does not know', () => {
    expect(problemsOfPackage(good, { ...known, commands: ['help', 'find'] }).join('\n')).toMatch(
      /offers join, which the bot does not know/,
    );
  });
});

type Extension = { commands: Record<string, unknown>[]; messageHandlers: { value: { domains: string[] } }[] };
const withExtension = (edit: (extension: Extension) => unknown) =>
  withJson('manifest.json', (json) => {
    const [extension] = json['composeExtensions'] as unknown as [Extension];
    edit(extension);
  });

describe('the message extension is sent back when', () => {
  it.each<[string, PackageFiles, RegExp]>([
    [
      'it offers what nobody answers',
      withExtension(({ commands }) => Object.assign(commands[0] ?? {}, { id: 'searchEverything' })),
      /offers searchEverything.*\n.*does not offer searchQuestions/,
    ],
    [
      'a search shows nothing at first',
      withExtension(({ commands }) => Object.assign(commands[1] ?? {}, { initialRun: false })),
      /searchPractices shows nothing until/,
    ],
    [
      'a search takes no words',
      withExtension(({ commands }) => Reflect.deleteProperty(commands[2] ?? {}, 'parameters')),
      /searchCommunities takes no words/,
    ],
    [
      'an action brings a form of its own',
      withExtension(({ commands }) => Object.assign(commands[4] ?? {}, { fetchTask: false })),
      /askCommunity does not ask the bot/,
    ],
    [
      'links of others would be sent to us',
      withExtension(({ messageHandlers }) => messageHandlers[0]?.value.domains.push('example.org')),
      /Links to example\.org/,
    ],
  ])('%s', (_case, files, problem) => {
    expect(problemsOfPackage(files, known).join('\n')).toMatch(problem);
  });
});

describe('the options', () => {
  it('are good as they are', () => {
    expect(problemsOfOptions(options)).toEqual([]);
  });

  it.each([
    [{ domain: 'https://copse.example.com' }, /--domain/],
    [{ domain: 'copse.example.com/tab' }, /--domain/],
    [{ domain: '' }, /--domain/],
    [{ appId: 'copse' }, /--app-id/],
    [{ botId: '1' }, /--bot-id/],
    [{ clientId: 'x' }, /--client-id/],
    [{ version: '1.0' }, /--version/],
    [{ privacyUrl: 'http://copse.example.com' }, /--privacy/],
  ])('%j are refused with the name of the flag', (wrong, flag) => {
    expect(problemsOfOptions({ ...options, ...wrong }).join('\n')).toMatch(flag);
  });
});
