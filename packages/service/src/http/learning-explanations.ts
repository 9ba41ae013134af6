import type { Refusal } from '@copse/core';
import { explain } from './explain.ts';
import type { Explanation } from './problem.ts';

/** Core's refusals about mentoring and circles. */
export const learningRefusals = {
  'already-looking': explain(
    409,
    'You are looking for a mentor here already',
    'One request at a time. Withdraw the other one first, under “Mentoring” on the page “Me”.',
  ),
  'already-matched': explain(
    409,
    'You have found a mentor already',
    'Close the mentorship if it no longer helps; then look for another mentor.',
  ),
  'no-longer-looking': explain(
    409,
    'They no longer look for a mentor',
    'They found one, or thought better of it. Thank you for offering.',
  ),
  'not-asked-to-mentor': explain(
    409,
    'You are not asked about this any more',
    'The request was withdrawn. There is nothing more to do.',
  ),
  'no-room': explain(
    409,
    'You have as many as you offered to take',
    'Raise the number in your offer, or close a mentorship that is over.',
  ),
  'no-such-mentor': explain(
    404,
    'They do not offer to be a mentor here',
    'They took their offer back, or have left the community. Choose somebody else, or let us look for whoever suits.',
  ),
  'no-such-mentorship': explain(
    404,
    'Mentorship not found',
    'It does not exist, or it is between other people. Look at your own under “Mentoring”.',
  ),
  'mentorship-closed': explain(
    409,
    'This mentorship is closed',
    'Nothing is added to it any more, except what you take with you.',
  ),
  'day-to-come': explain(
    422,
    'That day has not come yet',
    'Note a meeting when it has been. Choose today or an earlier day; today is by the time zone in your profile.',
  ),
  'day-before-beginning': explain(
    422,
    'That day is before you began',
    'A meeting is noted from the day on which the mentorship began, or the circle was founded. Choose that day or a later one.',
  ),
  'too-many-sessions': explain(
    409,
    'There are as many meetings as one mentorship can hold',
    'Close it with what you take with you, and begin anew.',
  ),
  'no-such-circle': explain(
    404,
    'Circle not found',
    'It does not exist, or its community is not open to you. Ask whoever sent the link.',
  ),
  'service-account': explain(
    403,
    'That is for people',
    'This account is marked as a service account, with nobody behind it. An administrator can change that on its page.',
  ),
  'circle-full': explain(
    409,
    'This circle is full',
    'A circle that is larger leaves no time for each. Found another one, or join one that still forms.',
  ),
  'circle-began': explain(
    409,
    'This circle meets already',
    'Its peers have told each other much by now. Join one that still forms, or found one.',
  ),
  'circle-closed': explain(409, 'This circle has ended', 'What it was is kept for its peers. Found another one.'),
  'not-a-peer': explain(403, 'That is for the peers of this circle', 'Only they begin it and note its meetings.'),
  'too-few-peers': explain(
    409,
    'There are too few peers yet',
    'A circle begins with six, so that it does not run dry when two are away. Invite others to it.',
  ),
  'meeting-already-noted': explain(
    409,
    'This meeting is noted already',
    'Another peer was quicker. Read the circle anew for what they noted; another meeting is noted as the next one.',
  ),
  'meeting-not-next': explain(
    409,
    'The meeting before has not been noted yet',
    'Meetings are noted one after the other. Note the one whose number the circle names as the next.',
  ),
  'circle-not-meeting': explain(409, 'This circle does not meet', 'It has not begun, or has held all its meetings.'),
} satisfies Partial<Record<Refusal, Explanation>>;
