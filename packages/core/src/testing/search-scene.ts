import type { Kysely } from 'kysely';
import { coreSubscribers } from '../core.ts';
import type { Actor } from '../kernel/actor.ts';
import type { SearchPage, SearchQuery } from '../search/contract.ts';
import type { Database } from '../sql/database.ts';
import { createRelay } from '../sql/relay.ts';
import { value } from './linked-scene.ts';
import { aScene, type Scene } from './scene.ts';

type Community = Partial<Parameters<Scene['core']['communities']['foundCommunity']>[1]>;
type Practice = Partial<Parameters<Scene['core']['practices']['draftPractice']>[1]>;

export type SearchScene = Scene & {
  readonly ada: Actor;
  /** Lets the index hear of all that has happened. */
  readonly indexed: () => Promise<unknown>;
  readonly search: (actor: Actor, q: string, given?: Partial<SearchQuery>) => Promise<SearchPage>;
  readonly titles: (actor: Actor, q: string, given?: Partial<SearchQuery>) => Promise<string[]>;
  readonly found: (actor: Actor, name: string, given?: Community) => Promise<{ id: string }>;
  readonly propose: (actor: Actor, communityId: string, title: string, given?: Practice) => Promise<string>;
};

/** An organisation in which things are written and looked for. */
export async function aSearchScene(db: Kysely<Database>): Promise<SearchScene> {
  const scene = await aScene(db);
  const { core, clock } = scene;
  const search: SearchScene['search'] = (actor, q, given = {}) =>
    value(core.search.searchAll(actor, { q, limit: 25, ...given }));

  return {
    ...scene,
    ada: await scene.person('Ada Byron'),
    indexed: () => createRelay({ db, subscribers: coreSubscribers(clock), now: clock.now }).drain(),
    search,
    titles: async (...asked) => (await search(...asked)).items.map(({ title }) => title),

    found: (actor, name, given = {}) =>
      value(
        core.communities.foundCommunity(actor, {
          archetype: 'guild',
          name,
          purpose: 'How we build things together',
          topics: [],
          ...given,
        }),
      ),

    async propose(actor, communityId, title, given = {}) {
      const { id: practiceId } = await value(
        core.practices.draftPractice(actor, {
          communityId,
          title,
          context: 'When it matters.',
          body: 'Do this first.',
          topics: [],
          visibility: 'organisation',
          ...given,
        }),
      );
      await value(core.practices.changeLife(actor, { practiceId, action: 'propose' }));
      return practiceId;
    },
  };
}
