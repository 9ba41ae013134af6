import type { Refusal } from '@copse/core';
import { refused, type Words } from './words.ts';

/** Core's refusals about gatherings, in words for people. */
export const gatheringRefusalWords = {
  'meetings-not-set-up': refused(
    'Copse creates no meetings in Teams for you',
    'Your organisation has not set that up, or you have no account of its own there.',
    'Paste the link of a meeting in its place.',
  ),
  'meeting-not-allowed': refused(
    'Teams did not let Copse create the meeting',
    'An administrator has to allow Copse to create meetings for you.',
    'Ask them, and try again on the page of the gathering; until then, paste the link of a meeting.',
  ),
  'meetings-away': refused(
    'Teams does not answer',
    'No meeting was created.',
    'Try again in a moment on the page of the gathering, or paste the link of a meeting.',
  ),
  'no-such-calendar': refused(
    'Calendar not found',
    'This address was revoked, or was never given out.',
    'Make a new one in Copse, on the page “Gatherings”.',
  ),
  'no-such-gathering': refused(
    'Gathering not found',
    'It does not exist, or it is not open to you.',
    'If somebody sent you the link, ask them who may come.',
  ),
  'gathering-cancelled': refused(
    'This gathering was called off',
    'There is nothing to answer or change any more.',
    'Look for the next date of the series, or ask its host.',
  ),
  'gathering-over': refused(
    'This gathering is over',
    'What has been cannot be changed.',
    'Its recap tells what came of it.',
  ),
  'not-begun': refused(
    'It has not begun yet',
    'A recap tells what came of a gathering.',
    'Write it once the gathering has begun.',
  ),
  'agenda-full': refused(
    'The agenda is full',
    'It has as many items as one gathering can take.',
    'Keep yours for the next date, or ask the host to make room.',
  ),
  'check-in-closed': refused(
    'Checking in is not open now',
    'It opens 15 minutes before the start and closes two hours after the end.',
    'Ask the host to note that you were there.',
  ),
  'unknown-time-zone': refused(
    'Nobody knows that time zone',
    'Only names of the IANA list tell when the clocks change.',
    'Choose a zone such as Europe/Berlin.',
  ),
  'no-such-time': refused(
    'There is no such time',
    'That day does not exist, or the clock skips that time when summer time begins.',
    'Choose another day or time.',
  ),
  'ends-before-start': refused(
    'It ends before it starts',
    'The end must come after the start.',
    'Look at the day and the time once more.',
  ),
  'cannot-take-turns': refused(
    'It cannot take turns',
    'The way it recurs cannot be dealt out to these times.',
    'Choose every week on one day, more dates, or one time for all.',
  ),
  'takes-no-turns': refused(
    'It takes no turns then',
    'From that date on the series is at one time already.',
    'Look at the date once more.',
  ),
  'lasts-too-short': refused('That is too short', 'A gathering lasts at least five minutes.', 'Choose a later end.'),
  'lasts-too-long': refused(
    'That is too long',
    'A gathering lasts at most a week.',
    'Choose an earlier end, or make it a series.',
  ),
  'impossible-rule': refused(
    'That never happens',
    'The way it recurs has no date, or cannot be understood.',
    'Choose another way, and look at the next dates.',
  ),
  'too-many-dates': refused(
    'That is too often',
    'A series has at most one date a day and 520 in all.',
    'Choose fewer dates.',
  ),
  'no-date-ahead': refused('No date is still to come', 'All its dates have passed.', 'Choose a day in the future.'),
} satisfies Partial<Record<Refusal, Words>>;
