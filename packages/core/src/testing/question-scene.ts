import type { Kysely } from 'kysely';
import type { AskInput, QuestionView } from '../questions/contract.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import { coreSubscribers } from '../core.ts';
import { createRelay } from '../sql/relay.ts';
import { aScene, certain, type Scene } from './scene.ts';

export type QuestionScene = Scene & {
  readonly communityId: string;
  /** Coordinates the community. */
  readonly ana: Actor;
  /** Members who have agreed to the code of conduct. */
  readonly ben: Actor;
  readonly cem: Actor;
  /** A colleague who is no member, and a guest. */
  readonly dora: Actor;
  readonly gus: Actor;
  readonly comeIn: (who: Actor, communityId?: string) => Promise<void>;
  readonly ask: (who: Actor, given?: Partial<AskInput>) => Promise<QuestionView>;
  /** Everything that follows from what has happened so far, happens. */
  readonly relay: () => Promise<unknown>;
  readonly answer: (who: Actor, questionId: string, text?: string, anonymous?: boolean) => Promise<QuestionView>;
};

/** A guild with a coordinator and two members, where questions can be asked. */
export async function aQuestionScene(db: Kysely<Database>): Promise<QuestionScene> {
  const scene = await aScene(db);
  const { communities, questions, trust } = scene.core;
  const [ana, ben, cem, dora, gus] = await Promise.all([
    scene.person('Ana Coordinator'),
    scene.person('Ben Member'),
    scene.person('Cem Member'),
    scene.person('Dora Colleague'),
    scene.person('Gus Guest', { guest: true }),
  ]);
  const guild = { archetype: 'guild', name: 'Print guild', purpose: 'So that each print is good', topics: [] } as const;
  const { id } = certain(
    await communities.foundCommunity(ana, { ...guild, topics: ['printing'], visibility: 'open', reach: 'partners' }),
  );

  const comeIn = async (who: Actor, communityId = id) => {
    await communities.joinCommunity(who, { communityId });
    certain(await trust.acknowledgeConduct(who, { communityId }));
  };
  for (const who of [ana, ben, cem]) await comeIn(who);

  return {
    ...scene,
    communityId: id,
    ana,
    ben,
    cem,
    dora,
    gus,
    comeIn,
    ask: async (who, given = {}) =>
      certain(
        await questions.askQuestion(who, {
          communityId: id,
          title: 'Why does the ink run on coated paper?',
          details: 'It smears *after* an hour.',
          topics: ['printing', 'ink'],
          visibility: 'organisation',
          anonymous: false,
          ...given,
        }),
      ),
    relay: () =>
      createRelay({ db, subscribers: coreSubscribers({ now: scene.clock.now }), now: scene.clock.now }).drain(),
    answer: async (who, questionId, text = 'Let it dry for a day.', anonymous = false) =>
      certain(await questions.answerQuestion(who, { questionId, text, anonymous })),
  };
}
