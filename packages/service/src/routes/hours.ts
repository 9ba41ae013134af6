import type { Core } from '@copse/core';
import {
  endRotationInput,
  fairHours,
  fairHoursQuery,
  occurrenceView,
  rotateSeriesInput,
  scheduleRotationInput,
  seriesHours,
} from '@copse/core/contracts';
import { ids, type Route, routesAbout } from '../http/route.ts';
import { reschedulingRefusals, schedulingRefusals } from './scheduling-refusals.ts';

const route = routesAbout('Gatherings');

/** Which hours ask least of the members of a community, and series that take turns so that each carries a share. */
export const hoursRoutes = ({ gatherings }: Core): Route[] => [
  route('GET', '/communities/:communityId/fair-hours', {
    summary: 'Times that are fair to the members by their zones and hours, and times that a series can take in turn',
    params: ids('communityId'),
    query: fairHoursQuery,
    answer: fairHours,
    refusals: ['no-such-community', 'not-allowed'],
    run: gatherings.proposeHours,
  }),
  route('POST', '/gatherings/rotations', {
    summary: 'Schedules a series of several times in turn, as one series for each; answers with the first date',
    body: scheduleRotationInput,
    status: 201,
    answer: occurrenceView,
    refusals: [...schedulingRefusals, 'cannot-take-turns'],
    run: gatherings.scheduleRotation,
  }),
  route('POST', '/gatherings/:gatheringId/rotation', {
    summary:
      'Lets a series take turns from one of its dates on; answers with the first date, and whoever comes is told',
    params: ids('gatheringId'),
    body: rotateSeriesInput,
    edits: true,
    answer: occurrenceView,
    refusals: [...reschedulingRefusals, 'cannot-take-turns'],
    run: gatherings.rotateSeries,
  }),
  route('POST', '/gatherings/:gatheringId/rotation/end', {
    summary:
      'Ends the turns of a series from one of its dates on, at one time again; answers with the first date, and whoever comes is told',
    params: ids('gatheringId'),
    body: endRotationInput,
    edits: true,
    answer: occurrenceView,
    refusals: [...reschedulingRefusals, 'cannot-take-turns', 'takes-no-turns'],
    run: gatherings.endRotation,
  }),
  route('GET', '/gatherings/:gatheringId/fair-hours', {
    summary: 'What the next dates of a series ask of the members, by their zones and hours',
    params: ids('gatheringId'),
    answer: seriesHours,
    refusals: ['no-such-gathering', 'not-allowed'],
    run: gatherings.seeHours,
  }),
];
