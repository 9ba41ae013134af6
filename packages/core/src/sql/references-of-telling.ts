import type { PersonReference } from './person-references.ts';

/** Where people are told things, and asked for help: the part of `personReferences` that belongs to it. */
export const referencesOfTelling: readonly PersonReference[] = [
  {
    table: 'consulted',
    column: 'person_id',
    onMerge: { oneOf: 'question_id', keep: 'asked_at' },
    onErase: 'delete',
    exportAs: 'askedForHelp',
    hidden: ['passed_to'],
  },
  {
    table: 'consulted',
    column: 'passed_to',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: { leftOutBecause: 'it is what somebody else did; the person has a row of their own' },
  },
  {
    table: 'expertise',
    column: 'person_id',
    onMerge: { oneOf: 'field', keep: 'score DESC' },
    onErase: 'delete',
    exportAs: 'expertise',
    hidden: ['field'],
  },
  {
    table: 'notification_choice',
    column: 'person_id',
    onMerge: { oneOf: 'about', keep: `array_position(ARRAY['never', 'weekly', 'daily', 'now'], time)` },
    onErase: 'delete',
    exportAs: 'notificationChoices',
    hidden: ['about'],
  },
  {
    table: 'notification_setting',
    column: 'person_id',
    onMerge: 'delete',
    onErase: 'delete',
    exportAs: 'notificationSettings',
  },
  {
    table: 'topic_snooze',
    column: 'person_id',
    onMerge: { oneOf: 'topic', keep: 'until DESC' },
    onErase: 'delete',
    exportAs: 'snoozedTopics',
  },
  { table: 'conversation', column: 'person_id', onMerge: 'repoint', onErase: 'delete', exportAs: 'conversations' },
  { table: 'broadcast', column: 'caused_by', onMerge: 'repoint', onErase: 'unset', exportAs: 'broadcasts' },
  {
    table: 'notification',
    column: 'recipient_id',
    onMerge: 'repoint',
    onErase: 'delete',
    exportAs: 'notifications',
    hidden: ['sealed_recipient', 'place'],
  },
  {
    table: 'digest',
    column: 'person_id',
    onMerge: { oneOf: 'rhythm', keep: 'since' },
    onErase: 'delete',
    exportAs: 'digests',
  },
];
