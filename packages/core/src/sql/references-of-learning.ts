import type { PersonReference } from './person-references.ts';

/** Mentoring and circles: the part of `personReferences` that belongs to it. */
export const referencesOfLearning: readonly PersonReference[] = [
  {
    table: 'mentor_offer',
    column: 'person_id',
    onMerge: { oneOf: 'community_id', keep: 'since' },
    onErase: 'delete',
    exportAs: 'mentoringOffered',
  },
  {
    table: 'mentoring_request',
    column: 'seeker_id',
    onMerge: { oneOf: 'live', keep: 'created_at' },
    onErase: 'delete',
    exportAs: 'mentorsLookedFor',
    hidden: ['live'],
  },
  {
    table: 'mentoring_request',
    column: 'wished_id',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: { leftOutBecause: 'it is somebody else’s wish; whom they were asked about is under «askedToBeMentor»' },
  },
  {
    table: 'mentoring_proposal',
    column: 'mentor_id',
    onMerge: { oneOf: 'request_id', keep: `array_position(ARRAY['accepted', 'asked', 'silent', 'declined'], state)` },
    onErase: 'delete',
    exportAs: 'askedToBeMentor',
  },
  { table: 'mentorship', column: 'mentor_id', onMerge: 'repoint', onErase: 'keep', exportAs: 'mentorshipsGiven' },
  { table: 'mentorship', column: 'mentee_id', onMerge: 'repoint', onErase: 'keep', exportAs: 'mentorshipsReceived' },
  { table: 'mentoring_session', column: 'by', onMerge: 'repoint', onErase: 'keep', exportAs: 'mentoringSessions' },
  {
    table: 'mentoring_reflection',
    column: 'by',
    onMerge: { oneOf: 'mentorship_id', keep: 'at DESC' },
    onErase: 'delete',
    exportAs: 'mentoringReflections',
  },
  {
    table: 'circle_peer',
    column: 'person_id',
    onMerge: { oneOf: 'circle_id', keep: 'place' },
    onErase: 'delete',
    exportAs: 'circles',
  },
  {
    table: 'circle',
    column: 'leader_id',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: { leftOutBecause: 'it follows from who takes part and who has led, which is under «circles»' },
  },
  {
    table: 'circle_meeting',
    column: 'facilitator_id',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: 'circleMeetingsLed',
    // What the peers said is theirs together.
    hidden: ['note'],
  },
];
