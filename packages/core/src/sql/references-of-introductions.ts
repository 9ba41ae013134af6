import type { PersonReference } from './person-references.ts';

/** Who wants to be introduced, was, and to whom not: the part of `personReferences` that belongs to it. */
export const referencesOfIntroductions: readonly PersonReference[] = [
  {
    table: 'introduction_wish',
    column: 'person_id',
    onMerge: { oneOf: 'community_id', keep: 'since' },
    onErase: 'delete',
    exportAs: 'introductionWishes',
  },
  {
    table: 'introduced',
    column: 'person_id',
    onMerge: { oneOf: 'round_id', keep: 'answered_at NULLS LAST, introduction_id' },
    onErase: 'delete',
    exportAs: 'introductions',
  },
  {
    table: 'kept_apart',
    column: 'person_id',
    onMerge: { oneOf: 'other_id', keep: 'since' },
    onErase: 'delete',
    exportAs: 'keptApartFrom',
    // Who it is, is about them; that somebody is kept apart from is the person's own.
    hidden: ['other_id'],
  },
  {
    table: 'kept_apart',
    column: 'other_id',
    onMerge: { oneOf: 'person_id', keep: 'since' },
    onErase: 'delete',
    exportAs: { leftOutBecause: 'it is what somebody else wishes, and nobody but them may know' },
  },
  {
    table: 'introduction_arrangement',
    column: 'arranged_by',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: 'introductionsArranged',
  },
  {
    table: 'introduction_round',
    column: 'begun_by',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: 'introductionRoundsBegun',
  },
];
