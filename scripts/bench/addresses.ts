import { type Actor, type Core, entraAccount, type OrganisationId, type PersonId } from '@copse/core';
import type { Size } from './data.ts';
import { idOf, kinds, ORGANISATION, TENANT } from './ids.ts';

/** A route of the bench: the n-th address of it, and the use case behind it. */
export type Route = {
  readonly name: string;
  /** `?for=` tells the floor whose page it is; Copse knows from the token, and is not sent it. */
  readonly path: (n: number, size: Size) => string;
  readonly ask: (core: Core, actor: Actor, n: number, size: Size, person: number) => Promise<unknown>;
  /** What is posted, for routes that write; the floor runs their statements in one transaction. */
  readonly body?: (n: number, size: Size) => Record<string, unknown>;
};

/** Every tenth community is by invitation, and most people would rightly be told that there is none: never a tenth. */
const community = (n: number, { communities }: Size) =>
  idOf(kinds.community, 1 + 10 * ((n * 37) % (communities / 10)) + (n % 8));
/** Words that are there, words that are half there, and one with a typing error. */
const SEARCHES = [
  'welding',
  'careful testing',
  'cloud cost',
  'desgin',
  'mentoring',
  'open data',
  'acessibility',
  'honest',
];
const searched = (n: number) => SEARCHES[n % SEARCHES.length] as string;

/** A community of which that person is a member, and a question in it (see data.ts and questions-data.ts). */
const ownCommunity = (person: number, { communities }: Size) => 1 + ((person * 31) % communities);
const ownQuestion = (n: number, person: number, size: Size) => {
  const rounds = Math.floor(size.questions / size.communities) - 1;
  return idOf(kinds.question, ownCommunity(person, size) - 1 + size.communities * (1 + ((n * 7919) % rounds)));
};

/** Words of nearly every text, of some and of few; two at once; and typing errors. */
const WORDS = [
  'welding',
  'baban',
  'cloud cost',
  'team',
  'desgin',
  'careful testing',
  'mibaban',
  'how do we',
  'acessibility',
  'person 77',
];
const wanted = (n: number) => WORDS[n % WORDS.length] as string;

const TITLE = 'How do we keep the bench honest when the machine is busy?';
const asking = (n: number) => ({
  title: `${TITLE} ${n}`,
  details: 'It matters *more* than it seems.',
  topics: ['testing'],
});
const answering = { text: 'Measure both in turns, and **say** what else was running.' };

export const questionRoutes: readonly Route[] = [
  {
    name: 'question list',
    path: (n) => `/api/v1/questions?limit=${n % 2 ? 25 : 24}&for=${n}`,
    ask: (core, actor, n) => core.questions.listQuestions(actor, { limit: n % 2 ? 25 : 24, sort: 'active' }),
  },
  {
    name: 'question page',
    path: (n, size) => `/api/v1/questions/${ownQuestion(n, personOf(n, size), size)}?for=${n}`,
    ask: (core, actor, n, size, person) =>
      core.questions.seeQuestion(actor, { questionId: ownQuestion(n, person, size) }),
  },
  {
    name: 'search',
    path: (n) => `/api/v1/search?q=${encodeURIComponent(wanted(n))}&for=${n}`,
    ask: (core, actor, n) => core.search.searchAll(actor, { q: wanted(n), limit: 25 }),
  },
  {
    name: 'answer',
    path: (n, size) => `/api/v1/questions/${ownQuestion(n, personOf(n, size), size)}/answers?for=${n}`,
    ask: (core, actor, n, size, person) =>
      core.questions.answerQuestion(actor, {
        questionId: ownQuestion(n, person, size),
        ...answering,
        anonymous: false,
      }),
    body: () => answering,
  },
  {
    name: 'ask',
    path: (n) => `/api/v1/questions?for=${n}`,
    ask: (core, actor, n, size, person) =>
      core.questions.askQuestion(actor, {
        communityId: idOf(kinds.community, ownCommunity(person, size)),
        ...asking(n),
        visibility: 'organisation',
        anonymous: false,
      }),
    body: (n, size) => ({ communityId: idOf(kinds.community, ownCommunity(personOf(n, size), size)), ...asking(n) }),
  },
];

export const routes: readonly Route[] = [
  {
    name: 'community page',
    path: (n, size) => `/api/v1/communities/${community(n, size)}`,
    ask: (core, actor, n, size) => core.communities.seeCommunity(actor, { communityId: community(n, size) }),
  },
  {
    name: 'directory page',
    path: (n) => `/api/v1/communities?limit=${n % 2 ? 25 : 24}`,
    ask: (core, actor, n) => core.communities.listDirectory(actor, { limit: n % 2 ? 25 : 24 }),
  },
  {
    name: 'directory search',
    path: (n) => `/api/v1/communities?q=${encodeURIComponent(searched(n))}`,
    ask: (core, actor, n) => core.communities.listDirectory(actor, { limit: 25, q: searched(n) }),
  },
  {
    name: 'home',
    path: (n) => `/api/v1/me/home?for=${n}`,
    ask: (core, actor) => core.stewardship.seeHome(actor),
  },
];

/** Different addresses that the load goes round, and different people who ask. */
export const ADDRESSES = 320;
export const PEOPLE = 64;
export const personOf = (n: number, { people }: Size) => 1 + (((n % PEOPLE) * 271) % people);

export const actorOf = (person: number): Actor => ({
  personId: idOf(kinds.person, person) as PersonId,
  organisationId: ORGANISATION as OrganisationId,
  account: entraAccount(TENANT, idOf(kinds.person, person)),
  guest: person % 50 === 0,
  administrator: false,
});
