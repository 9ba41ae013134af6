import { parseMarkdown, plainText } from '../kernel/markdown.ts';
import type { QuestionState } from '../questions/state.ts';
import type { SearchKind } from './contract.ts';

/** What the index keeps of something that can be found. */
export type SearchDocument = {
  readonly kind: SearchKind;
  readonly id: string;
  readonly organisationId: string;
  /** The community that it is, or that it belongs to. */
  readonly communityId: string | undefined;
  readonly title: string;
  /** Plain text: found by its words, and shown as the passage they stand in. */
  readonly body: string;
  readonly topics: readonly string[];
  /** How much a match counts beside the same match elsewhere; 1 is usual. */
  readonly weight: number;
  /** Among things of one kind that match alike, the highest are looked at first: see `priorOf`. */
  readonly prior: number;
  readonly updatedAt: Date;
};

/** Texts lose half of their lead in this time; searches never take more than that half away. */
export const HALF_LIFE_MS = 4 * 365.25 * 86_400_000;
const BEGINNING = Date.UTC(2020, 0, 1);

/** What is worth twice as much goes before what is four years younger. Does not change with time, so that it can be kept. */
const priorOf = (weight: number, updatedAt: Date) =>
  Math.log2(weight) + (updatedAt.getTime() - BEGINNING) / HALF_LIFE_MS;

/** Trust that others put into it, as a factor from 1 to 1.3: the first few count most. */
const trustOf = (votes: number) => 1 + Math.min(0.3, 0.06 * Math.log2(1 + votes));

export type IndexedCommunity = {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly purpose: string;
  readonly domain: string;
  readonly practice: string;
  readonly charter: string;
  readonly topics: string[];
  readonly closed_at: Date | null;
  readonly updated_at: Date;
};

/** A closed community stays readable, so it is found, after the living. */
export const documentOfCommunity = (row: IndexedCommunity): SearchDocument => ({
  kind: 'community',
  id: row.id,
  organisationId: row.organisation_id,
  communityId: row.id,
  title: row.name,
  body: [row.purpose, wordsOf(row.domain), wordsOf(row.practice), wordsOf(row.charter)].filter(Boolean).join('\n'),
  topics: row.topics,
  ...lasting(row.closed_at ? 0.5 : 1.2),
  updatedAt: row.updated_at,
});

/** A community or a person is as good as new for as long as it is there. */
const lasting = (weight: number) => ({ weight, prior: Math.log2(weight) });

export type IndexedPractice = {
  readonly id: string;
  readonly organisation_id: string;
  readonly community_id: string;
  readonly title: string;
  readonly context: string;
  readonly body: string;
  readonly topics: string[];
  readonly life: string;
  readonly endorsement_count: number;
  readonly team_count: number;
  readonly updated_at: Date;
};

/** What a community stands behind comes before what is only proposed, and that before what is no longer advised. */
const lifeWeights: Readonly<Record<string, number>> = {
  'in-use': 1.3,
  endorsed: 1.2,
  'under-review': 1.1,
  proposed: 1,
  draft: 0.8,
  retired: 0.4,
};

export function documentOfPractice(row: IndexedPractice): SearchDocument {
  const weight = (lifeWeights[row.life] ?? 1) * trustOf(row.endorsement_count + row.team_count);
  return {
    kind: 'practice',
    id: row.id,
    organisationId: row.organisation_id,
    communityId: row.community_id,
    title: row.title,
    body: [wordsOf(row.context), wordsOf(row.body)].filter(Boolean).join('\n'),
    topics: row.topics,
    weight,
    prior: priorOf(weight, row.updated_at),
    updatedAt: row.updated_at,
  };
}

export type IndexedQuestion = {
  readonly id: string;
  readonly organisation_id: string;
  readonly community_id: string;
  readonly title: string;
  readonly details: string;
  readonly topics: string[];
  readonly state: QuestionState;
  readonly me_too_count: number;
  /** People whom one of its answers helped. */
  readonly helped_count: number;
  /** The accepted one first, then the most helpful; without those that stewards have hidden. */
  readonly answers: readonly string[];
  readonly active_at: Date;
};

/** Solved before open, and last what only points to another question. */
const stateWeights: Readonly<Record<QuestionState, number>> = {
  kept: 1.3,
  accepted: 1.25,
  answered: 1.1,
  'with-expert': 1,
  open: 1,
  closed: 0.7,
  duplicate: 0.4,
};

/** A question is found by its answers' words too. Nobody is found by what they wrote: no author is in it, named or not. */
export function documentOfQuestion(row: IndexedQuestion): SearchDocument {
  const weight = stateWeights[row.state] * trustOf(row.helped_count + row.me_too_count);
  return {
    kind: 'question',
    id: row.id,
    organisationId: row.organisation_id,
    communityId: row.community_id,
    title: row.title,
    body: [row.details, ...row.answers].map(wordsOf).filter(Boolean).join('\n'),
    topics: row.topics,
    weight,
    prior: priorOf(weight, row.active_at),
    updatedAt: row.active_at,
  };
}

export type IndexedGathering = {
  readonly id: string;
  readonly organisation_id: string;
  readonly community_id: string;
  readonly title: string;
  readonly description: string;
  readonly cancelled_at: Date | null;
  /** When it is held for the last time, as far as that is planned. */
  readonly last_at: Date;
  /** Of dates that have one of their own. */
  readonly titles: readonly string[];
  /** What came of its dates, the latest first; without what stewards have hidden. */
  readonly recaps: readonly string[];
};

/** Found by what it says about itself, and by what came of it. */
export function documentOfGathering(row: IndexedGathering): SearchDocument {
  const weight = row.cancelled_at ? 0.5 : 1;
  return {
    kind: 'gathering',
    id: row.id,
    organisationId: row.organisation_id,
    communityId: row.community_id,
    title: row.title,
    body: [wordsOf(row.description), ...row.titles, ...row.recaps.map(wordsOf)].filter(Boolean).join('\n'),
    topics: [],
    weight,
    prior: priorOf(weight, row.last_at),
    updatedAt: row.last_at,
  };
}

export type IndexedPerson = {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly affiliation: string | null;
  readonly challenge: string | null;
  readonly interests: string[];
  readonly skills: string[];
};

/** People are found by their name, and by what they say they practise, teach, want to learn and are working on. */
export const documentOfPerson = (row: IndexedPerson, now: Date): SearchDocument => ({
  kind: 'person',
  id: row.id,
  organisationId: row.organisation_id,
  communityId: undefined,
  title: row.name,
  body: [row.affiliation, row.challenge].filter(Boolean).join(' – '),
  topics: [...new Set([...row.skills, ...row.interests])],
  weight: 1,
  // Nobody comes before anybody else: where thousands share an interest, chance decides whom a search looks at.
  prior: (Number.parseInt(row.id.slice(-4), 16) / 0x1_00_00) * SPREAD,
  updatedAt: now,
});

const SPREAD = 4;

const wordsOf = (markdown: string) => plainText(parseMarkdown(markdown));
