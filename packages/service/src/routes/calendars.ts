import type { Core } from '@copse/core';
import { calendarAddress, calendarOf, calendarsView, invitationQuery, invitationView } from '@copse/core/contracts';
import { ids, optionalBody, type Route, routesAbout } from '../http/route.ts';

const route = routesAbout('Gatherings');

/** Gatherings in the calendars of people; the calendars themselves are in `http/calendar-feeds.ts`. */
export const calendarRoutes = ({ gatherings }: Core): Route[] => [
  route('GET', '/me/calendars', {
    summary: 'Which of my calendars have an address',
    answer: calendarsView,
    run: gatherings.seeCalendars,
  }),
  route('POST', '/me/calendars', {
    summary: 'Makes a secret address for my calendar of one community or of all; an earlier one ends',
    body: optionalBody(calendarOf),
    status: 201,
    secret: true,
    answer: calendarAddress,
    refusals: ['no-such-community'],
    run: gatherings.issueCalendar,
  }),
  route('POST', '/me/calendars/revoke', {
    summary: 'Ends the address of my calendar of one community or of all',
    body: optionalBody(calendarOf),
    answer: calendarsView,
    run: gatherings.revokeCalendar,
  }),
  route('GET', '/occurrences/:occurrenceId/invitation', {
    summary: 'The gathering as a file for a calendar, with all its dates where it is a series',
    params: ids('occurrenceId'),
    query: invitationQuery,
    answer: invitationView,
    refusals: ['no-such-gathering'],
    run: gatherings.seeInvitation,
  }),
];
