import { beforeEach, describe, expect, it } from 'vitest';
import { coreSubscribers } from '../core.ts';
import type { Actor } from '../kernel/actor.ts';
import { createRelay } from '../sql/relay.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';
import type { SearchHit } from './contract.ts';
import { rebuildSearch } from './store.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor;
let cem: Actor;
let gus: Actor;
beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, cem, gus } = scene);
});

const indexed = () =>
  createRelay({ db: db(), subscribers: coreSubscribers(scene.clock), now: scene.clock.now }).drain();
const look = async (who: Actor, q: string): Promise<readonly SearchHit[]> =>
  (await scene.value(scene.core.search.searchAll(who, { q, limit: 25, kind: 'gathering' }))).items;
const titles = async (who: Actor, q: string) => (await look(who, q)).map(({ title }) => title);

describe('a search for gatherings', () => {
  it('finds a series once, and leads to its next date', async () => {
    const { id, startsAt, later } = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=3' });
    await indexed();
    expect(await look(cem, 'questions')).toMatchObject([
      { kind: 'gathering', id, startsAt, title: 'Welding round', community: { name: 'Welders' } },
    ]);
    const suggested = await scene.value(scene.core.search.suggest(cem, { q: 'weld' }));
    expect(suggested.items).toContainEqual(expect.objectContaining({ kind: 'gathering', id, startsAt }));

    scene.clock.pass(2);
    expect((await look(cem, 'questions'))[0]).toMatchObject({ id: later[0]?.id });
    scene.clock.pass(60);
    expect((await look(cem, 'questions'))[0]).toMatchObject({ id: later[1]?.id });
  });

  it('finds what came of it, and the title of one date, but nothing that stewards have hidden', async () => {
    const { id, gatheringId, later } = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=3' });
    await scene.change(ana, await scene.see(ana, later[0]!.id), { title: 'Titanium special' });
    scene.clock.pass(2);
    await scene.value(
      scene.core.gatherings.writeRecap(ana, { occurrenceId: id, recap: 'Argon was low.', outcomes: ['Buy bottles'] }),
    );
    await indexed();
    for (const q of ['titanium', 'argon', 'bottle']) expect(await titles(cem, q)).toEqual(['Welding round']);

    const steward = await scene.member('Dora Eck');
    const { communityId } = scene;
    await scene.value(
      scene.core.communities.grantRole(ana, { communityId, personId: steward.personId, role: 'knowledge-steward' }),
    );
    const moderate = (kind: 'recap' | 'gathering', of: string, action: 'hide' | 'restore') =>
      scene.value(scene.core.trust.moderate(steward, { subject: { kind, id: of }, action, reason: 'Not like that.' }));
    await moderate('recap', id, 'hide');
    await indexed();
    expect([await titles(cem, 'argon'), await titles(cem, 'titanium')]).toEqual([[], ['Welding round']]);
    await moderate('recap', id, 'restore');
    await indexed();
    expect(await titles(cem, 'argon')).toEqual(['Welding round']);
    // At once, before the index hears of it.
    await moderate('gathering', gatheringId, 'hide');
    expect([await titles(cem, 'argon'), await titles(steward, 'argon')]).toEqual([[], []]);
  });

  it('finds for each what they may see, after a rebuild as well', async () => {
    await scene.schedule(ana, { title: 'Among us', visibility: 'members' });
    await scene.schedule(ana, { title: 'With partners', visibility: 'partners' });
    await scene.schedule(ana, { title: 'In the house', visibility: 'organisation' });
    expect((await rebuildSearch(db(), scene.clock.now())).gathering).toBe(3);
    expect((await titles(ana, 'questions')).toSorted()).toEqual(['Among us', 'In the house', 'With partners']);
    expect((await titles(cem, 'questions')).toSorted()).toEqual(['In the house', 'With partners']);
    expect(await titles(gus, 'questions')).toEqual(['With partners']);
  });
});
