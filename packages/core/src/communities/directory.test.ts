import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aScene, certain, type Scene } from '../testing/scene.ts';
import type { DirectoryQuery, FoundCommunityInput } from './contract.ts';

const db = testDatabase();

let scene: Scene;
let communities: Scene['core']['communities'];
let ada: Actor;
let bo: Actor;

beforeEach(async () => {
  scene = await aScene(db());
  ({ communities } = scene.core);
  [ada, bo] = [await scene.person('Ada'), await scene.person('Bo')];
});

const found = async (name: string, given: Partial<FoundCommunityInput> = {}) => {
  scene.clock.pass(1);
  const purpose = 'To do this craft well';
  return certain(await communities.foundCommunity(ada, { archetype: 'guild', name, purpose, topics: [], ...given })).id;
};
const list = async (query: Partial<DirectoryQuery> = {}, by = bo) =>
  certain(await communities.listDirectory(by, { limit: 25, ...query }));
const names = async (query: Partial<DirectoryQuery> = {}, by = bo) =>
  (await list(query, by)).items.map(({ name }) => name);

/** Goes through the pages to the end. */
async function through(query: Partial<DirectoryQuery>): Promise<string[]> {
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cursor === undefined ? query : { ...query, cursor });
    all.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
}

describe('the directory', () => {
  it('puts new communities first', async () => {
    for (const name of ['Oldest', 'Older', 'Newest']) await found(name);

    expect(await names()).toEqual(['Newest', 'Older', 'Oldest']);
  });

  it('shows how the viewer stands to each and what they may do', async () => {
    const open = await found('Open one');
    await found('On request', { visibility: 'on-request' });
    await communities.joinCommunity(bo, { communityId: open });

    expect((await list()).items).toMatchObject([
      {
        name: 'On request',
        standing: 'none',
        abilities: { join: false, requestToJoin: true, leave: false, ask: false },
      },
      { name: 'Open one', standing: 'member', memberCount: 2, abilities: { join: false, leave: true, ask: true } },
    ]);
  });

  it.each([
    [{ topic: 'design' }, ['Design circle']],
    [{ format: 'informal-gathering' }, ['Parents']],
    [{ archetype: 'guild' }, ['Design circle']],
    [{ stage: 'maturing' }, ['Parents']],
    [{ mine: true }, ['Design circle']],
    [{ topic: 'design', stage: 'maturing' }, []],
  ] as const)('is filtered by %j', async (query, expected) => {
    const design = await found('Design circle', { topics: ['design', 'craft'] });
    const parents = await found('Parents', { archetype: 'employee-resource-group' });
    await communities.changeStage(ada, { communityId: parents, stage: 'maturing' });
    await communities.joinCommunity(bo, { communityId: design });

    expect(await names(query)).toEqual(expected);
  });

  it('counts topics of what the viewer may see, the most frequent first', async () => {
    await found('One', { topics: ['design', 'craft'] });
    await found('Two', { topics: ['design'] });
    await found('Three', { topics: ['secrets'], visibility: 'by-invitation' });

    expect(certain(await communities.countTopics(bo)).items).toEqual([
      { topic: 'design', communities: 2 },
      { topic: 'craft', communities: 1 },
    ]);
  });
});

describe('looking for words', () => {
  beforeEach(async () => {
    await found('Accessibility guild', { topics: ['inclusive design'], domain: 'Screen readers and contrast' });
    await found('Data science circle', { topics: ['statistics'], purpose: 'We learn from what we measure' });
    await found('Café makers', { topics: ['coffee'], purpose: 'So that the coffee in the kitchen is worth the walk' });
    await found('Quiet circle', { topics: ['coffee'], visibility: 'by-invitation' });
  });

  it.each([
    ['a word of the name', 'accessibility', ['Accessibility guild']],
    ['the beginning of the name', 'acces', ['Accessibility guild']],
    ['a topic', 'statistics', ['Data science circle']],
    ['a word of the purpose in another form', 'measuring', ['Data science circle']],
    ['a word of the domain', 'contrast', ['Accessibility guild']],
    ['a name without its accents', 'cafe', ['Café makers']],
    ['a question in plain words', 'what is there about coffee for beginners?', ['Café makers']],
    ['a word with a letter missing', 'accesibility', ['Accessibility guild']],
    ['a word with letters swapped', 'statisitcs', ['Data science circle']],
    ['two words, one of them wrong', 'data sceince', ['Data science circle']],
    ['a topic with letters missing', 'inclusve desgn', ['Accessibility guild']],
    ['a beginning with a letter missing', 'acessib', ['Accessibility guild']],
    ['a name without its space', 'datascience', ['Data science circle']],
    ['a word and a typing error, both of one community', 'acessibility guild', ['Accessibility guild']],
    ['what nobody does', 'zoology', []],
    ['what only looks like a word by its ending', 'visibility', []],
    ['signs only', '"\' & | ! :* %', []],
    ['a single percent sign', '%', []],
  ])('finds by %s', async (_what, q, expected) => {
    expect(await names({ q })).toEqual(expected);
  });

  it('puts a name that begins with the words before one that has them elsewhere', async () => {
    await found('Everything about design', { topics: ['design'] });
    await found('Design');

    expect(await names({ q: 'design' })).toEqual(['Design', 'Everything about design', 'Accessibility guild']);
  });

  it('takes no ending in common for a typing error', async () => {
    await found('Green workshop', { topics: ['sustainability', 'reusability'] });

    expect(await names({ q: 'acessibility' })).toEqual(['Accessibility guild']);
    expect(await names({ q: 'sustainabilty' })).toEqual(['Green workshop']);
  });

  it('corrects nothing where the words stand as they were typed', async () => {
    await found('Design', { purpose: 'We draw' });
    await found('Resign', { purpose: 'We part as friends' });

    expect(await names({ q: 'resign' })).toEqual(['Resign']);
  });

  it('reads no typing error out of what the viewer may not see', async () => {
    await found('Sabbatical', { topics: ['sabbatical'], visibility: 'by-invitation' });

    expect(await names({ q: 'sabatical' })).toEqual([]);
    expect(await names({ q: 'sabatical' }, ada)).toEqual(['Sabbatical']);
  });

  it('keeps to the filters', async () => {
    expect(await names({ q: 'circle', topic: 'coffee' })).toEqual([]);
  });
});

describe('paging', () => {
  it.each([{}, { q: 'guild' }, { q: 'gild' }, { topic: 'craft' }])(
    'brings each community exactly once in any page size: %j',
    async (query) => {
      const all = new Set<string>();
      for (let number = 1; number <= 11; number++) all.add(await found(`Guild ${number}`, { topics: ['craft'] }));

      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (limit) => {
          const seen = await through({ ...query, limit });

          expect(seen).toHaveLength(all.size);
          expect(new Set(seen)).toEqual(all);
        }),
        { numRuns: 6 },
      );
    },
  );

  it.each(['nonsense', 'WzEsMl0', Buffer.from('["all",1,"no id"]').toString('base64url'), '""'])(
    'begins at the beginning for a cursor that is none of ours: %s',
    async (cursor) => {
      await found('Guild');

      expect(await names({ cursor })).toEqual(['Guild']);
      expect(await names({ cursor, q: 'guild' })).toEqual(['Guild']);
    },
  );
});
