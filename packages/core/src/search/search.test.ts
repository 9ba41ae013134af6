import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aSearchScene, type SearchScene } from '../testing/search-scene.ts';

const db = testDatabase();
let scene: SearchScene;
let ada: Actor;
const indexed = () => scene.indexed();
const search: SearchScene['search'] = (...asked) => scene.search(...asked);
const titles: SearchScene['titles'] = (...asked) => scene.titles(...asked);
const found: SearchScene['found'] = (...asked) => scene.found(...asked);
const propose: SearchScene['propose'] = (...asked) => scene.propose(...asked);

beforeEach(async () => {
  scene = await aSearchScene(db());
  ({ ada } = scene);
});

describe('a search', () => {
  it('finds communities, practices and people by their words', async () => {
    const { id } = await found(ada, 'Accessibility guild', { topics: ['wcag'] });
    await propose(ada, id, 'Test with a screen reader', { body: 'Accessibility begins with the **keyboard**.' });
    await value(scene.core.identity.editProfile(ada, { challenge: 'Making accessibility everyday work' }));
    await indexed();

    expect((await titles(ada, 'accessibility')).sort((a, b) => (a < b ? -1 : 1))).toEqual([
      'Accessibility guild',
      'Ada Byron',
      'Test with a screen reader',
    ]);
    expect(await titles(ada, 'wcag')).toEqual(['Accessibility guild']);
    expect(await titles(ada, 'accessibility', { kind: 'practice' })).toEqual(['Test with a screen reader']);
  });

  it('marks what it found in the passage, as plain text', async () => {
    const { id } = await found(ada, 'Guild of screens');
    await propose(ada, id, 'Speak the page', {
      context: '',
      body: 'Cafés begin with the **keyboard** <b>and</b> a reader.',
    });
    await indexed();

    expect(await search(ada, 'keyboards cafe')).toMatchObject({
      corrected: false,
      items: [
        {
          title: 'Speak the page',
          snippet: [
            { text: 'Cafés', match: true },
            { text: ' begin with the ', match: false },
            { text: 'keyboard', match: true },
            { text: expect.stringContaining('<b>and</b> a reader') as unknown, match: false },
          ],
          community: { id, name: 'Guild of screens' },
        },
      ],
    });
  });

  it('shows where a passage was taken out of a longer text', async () => {
    const { id } = await found(ada, 'Guild of screens');
    const around = 'Words that lead nowhere in particular and go on for quite a while without any end in sight '.repeat(
      4,
    );
    await propose(ada, id, 'Speak the page', { context: '', body: `${around}keyboard ${around}` });
    await indexed();
    const [hit] = (await search(ada, 'keyboard')).items;
    const text = hit?.snippet.map((part) => part.text).join('');

    expect(text).toMatch(/^….*keyboard.*…$/u);
  });

  it('puts a name before a mention', async () => {
    await found(ada, 'Everything else', { purpose: 'We also talk about kubernetes sometimes' });
    await found(ada, 'Kubernetes');
    await indexed();

    expect(await titles(ada, 'kubernetes')).toEqual(['Kubernetes', 'Everything else']);
  });

  it.each([
    ['"unit tests"', ['Unit tests']],
    ['unit -tests', ['Unit of measure']],
    ['measure or tests', ['Unit of measure', 'Unit tests']],
    ['unit mea', ['Unit of measure']],
    ['ÜNIT', ['Unit of measure', 'Unit tests']],
  ])('understands %s', async (q, expected) => {
    await found(ada, 'Unit tests');
    await found(ada, 'Unit of measure');
    await indexed();

    expect((await titles(ada, q)).sort((a, b) => (a < b ? -1 : 1))).toEqual(expected);
  });

  it.each(['acessibilty', 'acccessibility gild', 'desgin', 'Acessibility desgin'])(
    'forgives the typing error in «%s», and says so',
    async (q) => {
      await found(ada, 'Accessibility guild', { topics: ['design'] });
      await indexed();

      expect(await search(ada, q)).toMatchObject({ corrected: true, items: [{ title: 'Accessibility guild' }] });
    },
  );

  it('says of no word that it stands in something that is not for whoever asks', async () => {
    await found(ada, 'Zanzibarium circle', { visibility: 'by-invitation' });
    await indexed();
    const bo = await scene.person('Bo');

    expect(await search(ada, 'zanzibariun')).toMatchObject({
      corrected: true,
      items: [{ title: 'Zanzibarium circle' }],
    });
    expect(await search(bo, 'zanzibariun')).toEqual({ items: [], corrected: false });
    const each = await value(scene.core.search.searchEach(bo, { q: 'zanzibariun', most: [3] }));
    expect(each).toEqual({ kinds: [], corrected: false });
  });

  it('corrects nothing that is spelt well', async () => {
    await found(ada, 'Testing guild');
    await found(ada, 'Resting guild');
    await indexed();

    expect(await search(ada, 'testing', { topic: 'nothing' })).toEqual({ items: [], corrected: false });
  });

  it('keeps to the community and the topic that were asked for', async () => {
    const { id } = await found(ada, 'Testing guild', { topics: ['quality'] });
    await found(ada, 'Testing forum');
    await propose(ada, id, 'Testing in pairs', { topics: ['pairing'] });
    await indexed();

    expect((await titles(ada, 'testing', { communityId: id })).length).toBe(2);
    expect(await titles(ada, 'testing', { topic: 'pairing' })).toEqual(['Testing in pairs']);
  });

  it('goes on page by page without a gap or a double', async () => {
    for (let more = 0; more < 11; more += 1) await found(ada, `Testing guild ${more}`);
    await indexed();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search(ada, 'testing', { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor);

    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
  });

  it('finds what begins so, beside the forms of a word that nobody has written like that', async () => {
    for (const title of ['Weldings of old', 'Weldings of today', 'Weldingsmiths']) await found(ada, title);
    await found(ada, 'Weldings without end', { topics: ['weld'] });
    await indexed();

    // «weldings» is written here, and enough have it; «weldingsm» is the beginning of something else.
    expect(await titles(ada, 'weldings', { limit: 2 })).not.toContain('Weldingsmiths');
    expect(await titles(ada, 'weldingsm')).toEqual(['Weldingsmiths']);
    const all = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await search(ada, 'weldi', { limit: 1, ...(cursor ? { cursor } : {}) });
      for (const { title } of page.items) all.add(title);
      cursor = page.nextCursor;
    } while (cursor);
    expect(all.size).toBe(4);
  });

  it('marks a word again that it has marked before', async () => {
    await found(ada, 'Testing guild');
    await indexed();
    const marked = async (q: string) =>
      (await search(ada, q)).items[0]?.markedTitle.filter(({ match }) => match).map(({ text }) => text);

    expect(await marked('tests')).toEqual(['Testing']);
    expect(await marked('tests')).toEqual(['Testing']);
    expect(await marked('test gui')).toEqual(['Testing', 'guild']);
  });

  it('answers whatever is typed', async () => {
    await found(ada, 'Testing guild');
    await indexed();
    const odd = fc.oneof(
      fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      fc.constantFrom(
        "'",
        '"',
        '-',
        '|',
        '&',
        ':*',
        "\\'",
        '!!!',
        '((',
        "a':*",
        'ŉŉ',
        'xŉ',
        '㏂㏂',
        '%',
        '_',
        'the',
        'or',
        '""',
        '<->',
        "x'y z",
      ),
    );

    await fc.assert(
      fc.asyncProperty(odd, fc.string({ maxLength: 40 }), async (q, cursor) => {
        expect(await scene.core.search.searchAll(ada, { q, limit: 5, cursor })).toMatchObject({ ok: true });
      }),
      { numRuns: 150 },
    );
  });
});
