import { parseMarkdown, plainText } from '../kernel/markdown.ts';
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
  readonly updatedAt: Date;
};

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
  weight: row.closed_at ? 0.5 : 1.2,
  updatedAt: row.updated_at,
});

export type IndexedPractice = {
  readonly id: string;
  readonly organisation_id: string;
  readonly community_id: string;
  readonly title: string;
  readonly context: string;
  readonly body: string;
  readonly topics: string[];
  readonly life: string;
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

export const documentOfPractice = (row: IndexedPractice): SearchDocument => ({
  kind: 'practice',
  id: row.id,
  organisationId: row.organisation_id,
  communityId: row.community_id,
  title: row.title,
  body: [wordsOf(row.context), wordsOf(row.body)].filter(Boolean).join('\n'),
  topics: row.topics,
  weight: lifeWeights[row.life] ?? 1,
  updatedAt: row.updated_at,
});

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
  body: [row.affiliation, row.challenge].filter(Boolean).join('\n'),
  topics: [...new Set([...row.skills, ...row.interests])],
  weight: 1,
  updatedAt: now,
});

const wordsOf = (markdown: string) => plainText(parseMarkdown(markdown));

/** Which document a fact makes out of date. The field is where the fact names it. */
export const documentChangedBy: Readonly<Record<string, { readonly kind: SearchKind; readonly field: string }>> = {
  'community.founded': { kind: 'community', field: 'communityId' },
  'community.edited': { kind: 'community', field: 'communityId' },
  'community.closed': { kind: 'community', field: 'communityId' },
  'community.reopened': { kind: 'community', field: 'communityId' },
  'community.imported': { kind: 'community', field: 'communityId' },
  'practice.drafted': { kind: 'practice', field: 'practiceId' },
  'practice.edited': { kind: 'practice', field: 'practiceId' },
  'practice.life-changed': { kind: 'practice', field: 'practiceId' },
  'practice.imported': { kind: 'practice', field: 'practiceId' },
  'person.joined-organisation': { kind: 'person', field: 'personId' },
  'person.edited': { kind: 'person', field: 'personId' },
  'person.merged': { kind: 'person', field: 'intoPersonId' },
  'person.erased': { kind: 'person', field: 'personId' },
  'person.imported': { kind: 'person', field: 'personId' },
};
