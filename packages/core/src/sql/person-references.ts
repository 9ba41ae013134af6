import { referencesOfGatherings } from './references-of-gatherings.ts';
import { referencesOfIntroductions } from './references-of-introductions.ts';
import { referencesOfLearning } from './references-of-learning.ts';
import { referencesOfPublishing } from './references-of-publishing.ts';
import { referencesOfTelling } from './references-of-telling.ts';

/**
 * Every place that refers to a person, and what becomes of it when two people turn out to be one, when somebody has
 * themselves erased, and when they ask for all that is held about them.
 *
 * This is data, so that merging, erasure and export cannot disagree. A test compares it with PostgreSQL's own list of
 * foreign keys: a new one is in here before it can be released.
 */
export type PersonReference = {
  readonly table: string;
  readonly column: string;
  /**
   * - `repoint`: it becomes the survivor's.
   * - `delete`: the survivor's own is enough.
   * - `memberships`: see person-memberships.ts; two memberships of one community become one.
   * - `{ oneOf, keep }`: it becomes the survivor's; where both have a row with the same `oneOf`, the one that comes
   *   first by the SQL expression `keep` stays.
   */
  readonly onMerge: 'repoint' | 'delete' | 'memberships' | { readonly oneOf: string; readonly keep: string };
  /**
   * - `keep`: a contribution; it stays, under «Former member».
   * - `unset`: it says who did something, and nobody needs to know any more.
   * - `delete`: it is only about the person.
   */
  readonly onErase: 'keep' | 'unset' | 'delete';
  /** The heading in the export, or why it is not in there. */
  readonly exportAs: string | { readonly leftOutBecause: string };
  /** Columns that the export does not show: generated ones, and what would only mean something to an attacker. */
  readonly hidden?: readonly string[];
  /** Other requests may have loaded this record: its revision moves on, so that they do not write the old id back. */
  readonly partOf?: { readonly table: 'community' | 'practice'; readonly by: string };
  /** The rows are told from others of the table by this condition (a column that refers to several kinds of things). */
  readonly only?: string;
};

const CREDIT_RANK = `array_position(ARRAY['author', 'contributor', 'reviewer'], credit), since`;

export const personReferences: readonly PersonReference[] = [
  { table: 'account', column: 'person_id', onMerge: 'repoint', onErase: 'delete', exportAs: 'accounts' },
  // The two profiles are united by the rule in identity/merging.ts, which saves the survivor's skills.
  { table: 'skill', column: 'person_id', onMerge: 'delete', onErase: 'delete', exportAs: 'skills' },
  {
    table: 'person',
    column: 'merged_into',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'mergedPeople',
    hidden: ['folded_name'],
  },
  {
    table: 'person',
    column: 'manager_id',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: {
      leftOutBecause: 'whom somebody manages is about those people; who manages oneself is in one’s profile',
    },
  },
  { table: 'site', column: 'linked_by', onMerge: 'repoint', onErase: 'unset', exportAs: 'sitesLinked' },
  {
    table: 'link_code',
    column: 'issued_by',
    onMerge: 'delete',
    onErase: 'delete',
    exportAs: 'linkCodes',
    hidden: ['hash'],
  },
  {
    table: 'imported',
    column: 'ref_id',
    only: `section = 'people'`,
    onMerge: 'repoint',
    onErase: 'delete',
    exportAs: 'imports',
    hidden: ['hash'],
  },

  {
    table: 'community',
    column: 'founded_by',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'communitiesFounded',
    hidden: ['search', 'folded_name', 'liveliness', 'activity', 'coordination'],
    partOf: { table: 'community', by: 'id' },
  },
  {
    table: 'stage_change',
    column: 'by',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'stageChanges',
    partOf: { table: 'community', by: 'community_id' },
  },
  {
    table: 'connection',
    column: 'connected_by',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: 'placesConnected',
    partOf: { table: 'community', by: 'community_id' },
  },
  {
    table: 'membership',
    column: 'person_id',
    onMerge: 'memberships',
    onErase: 'delete',
    exportAs: 'memberships',
    partOf: { table: 'community', by: 'community_id' },
  },
  {
    table: 'membership',
    column: 'decided_by',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'membershipsDecided',
    // Who was admitted or declined, and what they wrote, is about them.
    hidden: ['person_id', 'message'],
    partOf: { table: 'community', by: 'community_id' },
  },
  {
    table: 'role_grant',
    column: 'person_id',
    onMerge: 'memberships',
    onErase: 'delete',
    exportAs: 'roles',
    partOf: { table: 'community', by: 'community_id' },
  },
  {
    table: 'role_grant',
    column: 'granted_by',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'rolesGranted',
    hidden: ['person_id'],
    partOf: { table: 'community', by: 'community_id' },
  },

  {
    table: 'practice',
    column: 'owner_id',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'practicesOwned',
    partOf: { table: 'practice', by: 'id' },
  },
  {
    table: 'practice_version',
    column: 'by',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'practiceVersions',
    partOf: { table: 'practice', by: 'practice_id' },
  },
  {
    table: 'practice_credit',
    column: 'person_id',
    onMerge: { oneOf: 'practice_id', keep: CREDIT_RANK },
    onErase: 'keep',
    exportAs: 'credits',
    partOf: { table: 'practice', by: 'practice_id' },
  },
  {
    table: 'endorsement',
    column: 'person_id',
    onMerge: { oneOf: 'practice_id', keep: 'at' },
    onErase: 'keep',
    exportAs: 'endorsements',
    partOf: { table: 'practice', by: 'practice_id' },
  },
  {
    table: 'adoption',
    column: 'by',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'adoptions',
    partOf: { table: 'practice', by: 'practice_id' },
  },

  {
    table: 'question',
    column: 'author_id',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'questionsAsked',
    hidden: ['search', 'folded_title', 'sealed_author'],
  },
  {
    table: 'question',
    column: 'edited_by',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'questionsEdited',
    hidden: ['search', 'folded_title', 'sealed_author', 'author_id'],
  },
  { table: 'question_version', column: 'edited_by', onMerge: 'repoint', onErase: 'keep', exportAs: 'questionEdits' },
  {
    table: 'answer',
    column: 'author_id',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'answersGiven',
    hidden: ['sealed_author'],
  },
  {
    table: 'comment',
    column: 'author_id',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'comments',
    hidden: ['sealed_author'],
  },
  {
    table: 'conduct_acknowledgement',
    column: 'person_id',
    onMerge: { oneOf: 'community_id', keep: 'acknowledged_on' },
    onErase: 'delete',
    exportAs: 'conductAcknowledged',
  },
  { table: 'audit_entry', column: 'by', onMerge: 'repoint', onErase: 'keep', exportAs: 'moderation' },
  { table: 'unmasking', column: 'asked_by', onMerge: 'repoint', onErase: 'keep', exportAs: 'unmaskingsAsked' },
  {
    table: 'unmasking',
    column: 'decided_by',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'unmaskingsDecided',
    hidden: ['asked_by'],
  },
  ...referencesOfLearning,
  ...referencesOfIntroductions,
  ...referencesOfPublishing,
  ...referencesOfTelling,
  ...referencesOfGatherings,
];
