import type { Core } from '@copse/core';
import {
  addAgendaItemInput,
  answerGatheringInput,
  cancelGatheringInput,
  changeOccurrenceInput,
  datesPreview,
  editGatheringInput,
  meetingsView,
  occurrencePage,
  occurrencesQuery,
  occurrenceView,
  previewDatesInput,
  scheduleGatheringInput,
  writeRecapInput,
} from '@copse/core/contracts';
import { ids, optionalBody, type Route, routesAbout } from '../http/route.ts';
import { calendarRoutes } from './calendars.ts';
import { hoursRoutes } from './hours.ts';
import { reschedulingRefusals, schedulingRefusals, timingRefusals } from './scheduling-refusals.ts';

const route = routesAbout('Gatherings');
const series = ids('gatheringId');
const date = ids('occurrenceId');
const attendee = ids('occurrenceId', 'personId');
const item = ids('occurrenceId', 'itemId');

/** Gatherings of communities. A gathering happens once or as a series; each of its dates is an occurrence. */
export const gatheringRoutes = (core: Core): Route[] => [
  ...planningRoutes(core),
  ...hoursRoutes(core),
  ...dateRoutes(core),
  ...calendarRoutes(core),
];

const planningRoutes = ({ gatherings }: Core): Route[] => [
  route('GET', '/occurrences', {
    summary: 'Dates of gatherings that I may see: to come in their order, or past ones, the latest first',
    query: occurrencesQuery,
    answer: occurrencePage,
    run: gatherings.listGatherings,
  }),
  route('POST', '/gatherings/preview', {
    summary: 'The next dates of a timing and how it recurs in words, before anything is scheduled',
    body: previewDatesInput,
    answer: datesPreview,
    refusals: [...timingRefusals],
    run: gatherings.previewDates,
  }),
  route('POST', '/gatherings', {
    summary: 'Schedules a gathering, once or as a series; answers with its first date',
    body: scheduleGatheringInput,
    status: 201,
    answer: occurrenceView,
    refusals: [...schedulingRefusals],
    run: gatherings.scheduleGathering,
  }),
  route('PATCH', '/gatherings/:gatheringId', {
    summary: 'Changes a gathering and all its dates to come; answers with the next of them',
    params: series,
    body: editGatheringInput,
    edits: true,
    answer: occurrenceView,
    refusals: [...reschedulingRefusals, 'no-such-person'],
    run: gatherings.editGathering,
  }),
  route('GET', '/me/meetings', {
    summary: 'Whether a meeting in Teams can be created for me',
    answer: meetingsView,
    run: gatherings.seeMeetings,
  }),
  route('POST', '/gatherings/:gatheringId/meeting', {
    summary: 'Creates a meeting in Teams for a gathering that has no link; answers with its next date',
    params: series,
    answer: occurrenceView,
    refusals: [
      'no-such-gathering',
      'not-allowed',
      'community-closed',
      'gathering-cancelled',
      'gathering-over',
      'changed-meanwhile',
      'meetings-not-set-up',
      'meeting-not-allowed',
      'meetings-away',
    ],
    run: gatherings.createMeeting,
  }),
  route('POST', '/gatherings/:gatheringId/cancel', {
    summary: 'Calls off a gathering with all its dates to come, and tells whoever wanted to come',
    params: series,
    body: optionalBody(cancelGatheringInput),
    answer: occurrenceView,
    refusals: ['no-such-gathering', 'not-allowed', 'changed-meanwhile'],
    run: gatherings.cancelGathering,
  }),
];

const dateRoutes = ({ gatherings }: Core): Route[] => [
  route('GET', '/occurrences/:occurrenceId', {
    summary: 'One date of a gathering',
    params: date,
    answer: occurrenceView,
    refusals: ['no-such-gathering'],
    run: gatherings.seeGathering,
  }),
  route('PATCH', '/occurrences/:occurrenceId', {
    summary: 'Changes this one date and leaves the series as it is',
    params: date,
    body: changeOccurrenceInput,
    edits: true,
    answer: occurrenceView,
    refusals: [
      'no-such-gathering',
      'no-such-person',
      'not-allowed',
      'community-closed',
      'gathering-cancelled',
      'gathering-over',
      'changed-meanwhile',
      'no-such-time',
      'ends-before-start',
      'lasts-too-short',
      'lasts-too-long',
      'no-date-ahead',
    ],
    run: gatherings.changeDate,
  }),
  route('POST', '/occurrences/:occurrenceId/cancel', {
    summary: 'Calls off this one date, and tells whoever wanted to come',
    params: date,
    body: optionalBody(cancelGatheringInput),
    answer: occurrenceView,
    refusals: ['no-such-gathering', 'not-allowed', 'gathering-over'],
    run: gatherings.cancelDate,
  }),
  route('POST', '/occurrences/:occurrenceId/restore', {
    summary: 'Puts back this one date that was called off, and tells whoever wanted to come',
    params: date,
    answer: occurrenceView,
    refusals: ['no-such-gathering', 'not-allowed', 'community-closed', 'gathering-cancelled', 'gathering-over'],
    run: gatherings.restoreDate,
  }),
  route('PUT', '/occurrences/:occurrenceId/answer', {
    summary:
      'Says whether I come, to the later dates too if wanted; where it is full, I wait and move up as places come free',
    params: date,
    body: answerGatheringInput,
    answer: occurrenceView,
    refusals: ['no-such-gathering', 'not-allowed', 'community-closed', 'gathering-cancelled', 'gathering-over'],
    run: gatherings.answerGathering,
  }),
  route('POST', '/occurrences/:occurrenceId/agenda', {
    summary: 'Puts something on the agenda',
    params: date,
    body: addAgendaItemInput,
    status: 201,
    answer: occurrenceView,
    refusals: [
      'no-such-gathering',
      'not-allowed',
      'community-closed',
      'gathering-cancelled',
      'gathering-over',
      'agenda-full',
    ],
    run: gatherings.addAgendaItem,
  }),
  route('DELETE', '/occurrences/:occurrenceId/agenda/:itemId', {
    summary: 'Takes something off the agenda',
    params: item,
    answer: occurrenceView,
    refusals: ['no-such-gathering', 'not-allowed'],
    run: gatherings.removeAgendaItem,
  }),
  route('PUT', '/occurrences/:occurrenceId/attendance', {
    summary: 'Says that I am there, from shortly before the start until a while after the end',
    params: date,
    answer: occurrenceView,
    refusals: ['no-such-gathering', 'no-such-person', 'not-allowed', 'gathering-cancelled', 'check-in-closed'],
    run: gatherings.noteAttendance,
  }),
  route('PUT', '/occurrences/:occurrenceId/attendance/:personId', {
    summary: 'Notes as a host that somebody was there',
    params: attendee,
    answer: occurrenceView,
    refusals: ['no-such-gathering', 'no-such-person', 'not-allowed', 'gathering-cancelled', 'check-in-closed'],
    run: gatherings.noteAttendance,
  }),
  route('DELETE', '/occurrences/:occurrenceId/attendance/:personId', {
    summary: 'Takes back that somebody was there',
    params: attendee,
    answer: occurrenceView,
    refusals: ['no-such-gathering', 'not-allowed', 'gathering-cancelled', 'check-in-closed'],
    run: gatherings.forgetAttendance,
  }),
  route('PUT', '/occurrences/:occurrenceId/recap', {
    summary: 'Writes what came of it; whoever came hears of the first one',
    params: date,
    body: writeRecapInput,
    edits: true,
    answer: occurrenceView,
    refusals: ['no-such-gathering', 'not-allowed', 'gathering-cancelled', 'not-begun', 'changed-meanwhile'],
    run: gatherings.writeRecap,
  }),
];
