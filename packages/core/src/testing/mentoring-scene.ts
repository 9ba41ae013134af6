import type { Kysely } from 'kysely';
import { coreSubscribers } from '../core.ts';
import { learningStores } from '../core-learning.ts';
import type { Actor } from '../kernel/actor.ts';
import type { CommunityId } from '../kernel/ids.ts';
import type { MyMentoringView } from '../learning/contract.ts';
import { pairSeekers } from '../learning/pair-seekers.ts';
import { wakeMentoring } from '../learning/wake-mentoring.ts';
import type { Database } from '../sql/database.ts';
import { createRelay } from '../sql/relay.ts';
import { aScene, certain, nextId, type Scene } from './scene.ts';

/** A community in which people offer to be mentors and look for one. */
export async function aMentoringScene(db: Kysely<Database>) {
  const scene = await aScene(db);
  const { core, clock } = scene;
  const deps = learningStores({ db, newId: nextId, now: clock.now });
  const founder = await scene.person('Fay');
  const founded = await core.communities.foundCommunity(founder, {
    archetype: 'guild',
    name: 'Accessibility',
    purpose: 'So that everybody can use what we make',
    topics: ['wcag'],
  });
  const communityId: string = certain(founded).id;

  const mine = async (actor: Actor): Promise<MyMentoringView> => certain(await core.learning.seeMyMentoring(actor));
  async function member(name: string, given: Parameters<Scene['person']>[1] = {}): Promise<Actor> {
    const actor = await scene.person(name, given);
    certain(await core.communities.joinCommunity(actor, { communityId }));
    return actor;
  }
  const offers = async (actor: Actor, given: { topics?: string[]; room?: number } = {}) => {
    const offer = { communityId, rhythm: 'monthly', note: '', pausedUntil: null } as const;
    return certain(await core.learning.offerMentoring(actor, { ...offer, topics: ['wcag'], room: 1, ...given }));
  };
  const looks = (actor: Actor, given: { topics?: string[]; mentorId?: string } = {}) => {
    const wanted = { communityId, goal: 'I want to review pages on my own.', rhythm: 'monthly' } as const;
    return core.learning.requestMentor(actor, { ...wanted, topics: ['wcag'], ...given });
  };
  const answer = async (mentor: Actor, accept = true) => {
    const [seeker] = (await mine(mentor)).seekers;
    return core.learning.answerSeeker(mentor, { requestId: seeker?.requestId ?? nextId(), accept });
  };
  const pairAll = () => pairSeekers(deps, communityId as CommunityId);

  return {
    ...scene,
    founder,
    communityId,
    learning: core.learning,
    mine,
    member,
    offers,
    looks,
    answer,
    pairAll,
    wake: () => wakeMentoring(deps),
    relay: () => createRelay({ db, subscribers: coreSubscribers({ ...clock, newId: nextId }), now: clock.now }).drain(),
    /** Two who have agreed. */
    async aPair() {
      const [mentor, mentee] = [await member('Mo'), await member('Sam')];
      await offers(mentor);
      certain(await looks(mentee));
      await pairAll();
      certain(await answer(mentor));
      const [mentorship] = (await mine(mentee)).mentorships;
      if (!mentorship) throw new Error('They did not agree');
      return { mentor, mentee, mentorshipId: mentorship.id };
    },
  };
}
export type MentoringScene = Awaited<ReturnType<typeof aMentoringScene>>;
