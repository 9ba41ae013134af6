import type { Core } from '@copse/core';
import type { SearchKind } from '@copse/core/contracts';
import { sharedCommunity, sharedPerson, sharedPractice, sharedQuestion } from '../cards/share-card.ts';
import { certain } from '../certain.ts';
import type { Turn } from '../turn.ts';
import type { ToShare } from './results.ts';

/** A stretch of a list: `cursor` is where the one before ended. */
export type Stretch = { readonly limit: number; readonly cursor?: string };
export type Found<One> = { readonly items: readonly One[]; readonly nextCursor?: string | undefined };

/** A list that can be read on, and how one of it is shared; nothing where it is no longer there for the person. */
type Listed<One> = {
  readonly list: (stretch: Stretch) => Promise<Found<One>>;
  readonly share: (one: One) => Promise<ToShare | undefined>;
};

/** What one search command looks for; without words it is what the person is most likely to want. */
export type Search = (core: Core, turn: Turn, words: string) => Listed<unknown>;

const listed = <One>(all: Listed<One>): Listed<unknown> => all as Listed<unknown>;

/** What was found for words is looked up, since a hit does not say who else may see it. */
const foundBy = (
  core: Core,
  { actor }: Turn,
  { q, kind }: { readonly q: string; readonly kind: SearchKind },
  share: (id: string, topics: readonly string[]) => Promise<ToShare | undefined>,
) =>
  listed({
    list: async (stretch) => certain(await core.search.searchAll(actor, { q, kind, ...stretch })),
    share: ({ id, topics }) => share(id, topics),
  });

const searchQuestions: Search = (core, turn, q) => {
  const { actor } = turn;
  if (q === '') {
    return listed({
      list: async (stretch) => certain(await core.questions.listQuestions(actor, { sort: 'active', ...stretch })),
      share: async (question) => ({ ...sharedQuestion(question), content: question }),
    });
  }
  return foundBy(core, turn, { q, kind: 'question' }, async (questionId) => {
    const seen = await core.questions.seeQuestion(actor, { questionId });
    return seen.ok ? { ...sharedQuestion(seen.value), content: seen.value } : undefined;
  });
};

const searchPractices: Search = (core, turn, q) => {
  const { actor } = turn;
  if (q === '') {
    return listed({
      list: async (stretch) => certain(await core.practices.listPractices(actor, stretch)),
      share: async (practice) => ({ ...sharedPractice(practice), content: practice }),
    });
  }
  return foundBy(core, turn, { q, kind: 'practice' }, async (practiceId) => {
    const seen = await core.practices.seePractice(actor, { practiceId });
    return seen.ok ? { ...sharedPractice(seen.value), content: seen.value } : undefined;
  });
};

const searchCommunities: Search = (core, { actor }, q) =>
  listed({
    list: async (stretch) => certain(await core.communities.listDirectory(actor, { ...stretch, ...(q ? { q } : {}) })),
    share: async (community) => ({ ...sharedCommunity(community), community }),
  });

const searchPeople: Search = (core, turn, q) => {
  const { actor } = turn;
  if (q === '') {
    return listed({
      list: async (stretch) => certain(await core.identity.findPeople(actor, stretch)),
      share: async (person) => sharedPerson(person),
    });
  }
  return foundBy(core, turn, { q, kind: 'person' }, async (personId, topics) => {
    const seen = await core.identity.seePerson(actor, { personId });
    return seen.ok ? sharedPerson(seen.value, topics) : undefined;
  });
};

/** By their ids in the manifest. */
export const SEARCHES = { searchQuestions, searchPractices, searchCommunities, searchPeople } as const satisfies Record<
  string,
  Search
>;
export type SearchName = keyof typeof SEARCHES;
