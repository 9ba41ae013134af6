import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aSearchScene, type SearchScene } from '../testing/search-scene.ts';

const db = testDatabase();
let scene: SearchScene;

beforeEach(async () => {
  scene = await aSearchScene(db());
  const { id } = await scene.found(scene.ada, 'Welding guild');
  for (const part of ['steel', 'copper', 'glass', 'tin']) await scene.propose(scene.ada, id, `Welding of ${part}`);
  await scene.found(scene.ada, 'Weldings of old');
  await scene.indexed();
});

const each = async (q: string, most: [number, ...number[]] = [3]) => {
  const { kinds, corrected } = await value(scene.core.search.searchEach(scene.ada, { q, most }));
  const counts = Object.fromEntries(kinds.map(({ kind, hits, more }) => [kind, [hits.length, more]]));
  return { counts, corrected };
};

describe('the best of each kind', () => {
  it('are found at once, and many of one hide none of another', async () => {
    expect(await each('welding')).toEqual({ counts: { practice: [3, true], community: [2, false] }, corrected: false });
  });

  it('are fewer of each, the more kinds there are', async () => {
    expect((await each('welding', [4, 1])).counts).toEqual({ practice: [1, true], community: [1, true] });
    expect((await each('copper', [4, 1])).counts).toEqual({ practice: [1, false] });
    expect((await each('welding of', [1, 3, 2])).counts).toEqual({ practice: [3, true], community: [2, false] });
  });

  it('are looked for by what begins so, where few are called so', async () => {
    expect((await each('weld')).counts).toEqual({ practice: [3, true], community: [2, false] });
  });

  it('are looked for by what it was meant to be, where nothing of any kind is spelt so', async () => {
    expect(await each('weldnig')).toMatchObject({ counts: { practice: [3, true] }, corrected: true });
    expect(await each('xylophone')).toEqual({ counts: {}, corrected: false });
  });
});
