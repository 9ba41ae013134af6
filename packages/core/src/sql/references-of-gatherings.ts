import type { PersonReference } from './person-references.ts';

const ANSWER_RANK = `array_position(ARRAY['going', 'waiting', 'maybe', 'not-going'], standing), place`;

/** Who plans, hosts and comes to gatherings: the part of `personReferences` that belongs to it. */
export const referencesOfGatherings: readonly PersonReference[] = [
  {
    table: 'gathering',
    column: 'scheduled_by',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: 'gatheringsScheduled',
    hidden: ['planned_until'],
  },
  {
    table: 'gathering_host',
    column: 'person_id',
    onMerge: { oneOf: 'gathering_id', keep: 'position' },
    onErase: 'delete',
    exportAs: 'gatheringsHosted',
  },
  {
    table: 'occurrence',
    column: 'host_id',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: 'turnsAsHost',
    hidden: ['own_host', 'differs'],
  },
  {
    table: 'occurrence',
    column: 'recap_by',
    onMerge: 'repoint',
    onErase: 'keep',
    exportAs: 'recapsWritten',
    hidden: ['host_id', 'own_host', 'differs'],
  },
  {
    table: 'rsvp',
    column: 'person_id',
    onMerge: { oneOf: 'occurrence_id', keep: ANSWER_RANK },
    onErase: 'delete',
    exportAs: 'gatheringAnswers',
    hidden: ['remind_at'],
  },
  {
    table: 'host_reminder',
    column: 'person_id',
    onMerge: { oneOf: 'occurrence_id', keep: 'remind_at NULLS FIRST' },
    onErase: 'delete',
    exportAs: { leftOutBecause: 'it follows from what they host, which is under «gatheringsHosted» and «turnsAsHost»' },
  },
  { table: 'agenda_item', column: 'by', onMerge: 'repoint', onErase: 'keep', exportAs: 'agendaItems' },
  {
    table: 'attendance',
    column: 'person_id',
    onMerge: { oneOf: 'occurrence_id', keep: 'at' },
    onErase: 'delete',
    exportAs: 'attendance',
    hidden: ['noted_by'],
  },
  {
    table: 'attendance',
    column: 'noted_by',
    onMerge: 'repoint',
    onErase: 'unset',
    exportAs: { leftOutBecause: 'it says who was there, which is about them' },
  },
  {
    table: 'calendar_address',
    column: 'person_id',
    onMerge: { oneOf: 'about', keep: 'made_at DESC' },
    onErase: 'delete',
    exportAs: 'calendarAddresses',
    hidden: ['hash', 'about'],
  },
];
