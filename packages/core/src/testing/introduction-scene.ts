import type { Kysely } from 'kysely';
import { introductionStores } from '../core-introductions.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import { value } from './linked-scene.ts';
import { aNoticeScene } from './notice-scene.ts';
import { nextId } from './scene.ts';

/** A community whose people are introduced to each other. */
export async function anIntroductionScene(db: Kysely<Database>) {
  const scene = await aNoticeScene(db);
  const { core, clock } = scene;
  const ana = await reached('Ana Ortiz');
  const guild = await scene.community(ana, 'Accessibility guild');

  /** Somebody with an account, whom messages reach. */
  async function reached(name: string, given: Parameters<typeof scene.reached>[1] = {}): Promise<Actor> {
    const actor = await scene.reached(name, given);
    await db
      .insertInto('account')
      .values({ key: actor.account, person_id: actor.personId, label: name, linked_at: clock.now() })
      .execute();
    return actor;
  }
  /** Members who want to be introduced. */
  async function willing(names: readonly string[], communityId = guild): Promise<Actor[]> {
    const people: Actor[] = [];
    for (const name of names) {
      const person = await reached(name);
      await value(core.communities.joinCommunity(person, { communityId }));
      await value(core.introductions.wishIntroductions(person, { communityId }));
      people.push(person);
    }
    return people;
  }

  return {
    ...scene,
    ana,
    guild,
    reached,
    willing,
    /** Another process on the same database. */
    stores: () => introductionStores({ db, newId: nextId, now: clock.now }),
    begin: async (communityId = guild, by = ana) => value(core.introductions.beginRound(by, { communityId })),
    /** Who was introduced to whom in a round, by name. */
    async groups(roundId?: string): Promise<readonly (readonly string[])[]> {
      const rows = await db
        .selectFrom('introduced')
        .innerJoin('person', 'person.id', 'introduced.person_id')
        .select(['introduced.introduction_id', 'introduced.round_id', 'person.name'])
        .orderBy('person.name')
        .execute();
      const made = Map.groupBy(
        rows.filter((row) => roundId === undefined || row.round_id === roundId),
        (row) => row.introduction_id,
      );
      return [...made.values()].map((group) => group.map(({ name }) => name)).sort((a, b) => (a < b ? -1 : 1));
    },
    mine: async (person: Actor) => (await value(core.introductions.seeMyIntroductions(person, { limit: 25 }))).items,
  };
}

export type IntroductionScene = Awaited<ReturnType<typeof anIntroductionScene>>;
