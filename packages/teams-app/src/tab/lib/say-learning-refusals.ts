import type { Refusal } from '@copse/core';
import { refused, type Words } from './words.ts';

/** Core's refusals about mentoring and circles, in words for people. */
export const learningRefusalWords = {
  'already-looking': refused(
    'You are looking for a mentor here already',
    'One request at a time, so that nobody is asked for you twice.',
    'Withdraw the other one first, on your mentoring page.',
  ),
  'no-such-mentor': refused(
    'They do not offer to be a mentor here',
    'They took their offer back, or have left the community.',
    'Choose somebody else, or let us look for whoever suits.',
  ),
  'already-matched': refused(
    'You have found a mentor already',
    'A mentor has said yes in the meantime.',
    'If it no longer helps, close the mentorship and look for another mentor.',
  ),
  'no-longer-looking': refused(
    'They no longer look for a mentor',
    'They found a mentor, or thought better of it.',
    'There is nothing to do. Thank you for offering.',
  ),
  'not-asked-to-mentor': refused(
    'You are not asked about this any more',
    'The request was withdrawn.',
    'There is nothing to do.',
  ),
  'no-room': refused(
    'You have as many as you offered to take',
    'You are a mentor of as many people as you offered to take.',
    'Raise the number in your offer, or close a mentorship that is over.',
  ),
  'no-such-mentorship': refused(
    'Mentorship not found',
    'It does not exist, or it is between other people.',
    'Look at your own on the mentoring page.',
  ),
  'mentorship-closed': refused(
    'This mentorship is closed',
    'Nothing is added to it any more.',
    'You can still write down what you take with you.',
  ),
  'day-to-come': refused(
    'That day has not come yet',
    'A meeting is noted when it has been.',
    'Choose today or an earlier day; today is by the time zone in your profile.',
  ),
  'day-before-beginning': refused(
    'That day is before you began',
    'A meeting is noted from the day on which the mentorship began, or the circle was founded.',
    'Choose that day or a later one.',
  ),
  'too-many-sessions': refused(
    'There are as many meetings as one mentorship can hold',
    'It holds two hundred meetings.',
    'Close it with what you take with you, and begin anew.',
  ),
  'no-such-circle': refused(
    'Circle not found',
    'It does not exist, or its community is not open to you.',
    'Ask whoever sent you the link.',
  ),
  'service-account': refused(
    'That is for people',
    'Your account is marked as a service account, with nobody behind it.',
    'If that is wrong, an administrator can change it on your page.',
  ),
  'circle-full': refused(
    'This circle is full',
    'A larger circle leaves no time for each.',
    'Found another one, or join one that still forms.',
  ),
  'circle-began': refused(
    'This circle meets already',
    'Its peers have told each other much by now.',
    'Join one that still forms, or found one.',
  ),
  'circle-closed': refused(
    'This circle has ended',
    'What was said is kept for its peers.',
    'You can found another one.',
  ),
  'not-a-peer': refused(
    'That is for the peers of this circle',
    'Only its peers begin it and note its meetings.',
    'Join it while it forms.',
  ),
  'too-few-peers': refused(
    'There are too few peers yet',
    'A circle begins with six, so that it does not run dry when two are away.',
    'Tell others about it.',
  ),
  'meeting-already-noted': refused(
    'This meeting is noted already',
    'Another peer was quicker; what they noted stands above.',
    'Was yours another meeting? Copy what you wrote, and note it as the next one.',
  ),
  'meeting-not-next': refused(
    'The meeting before has not been noted yet',
    'Meetings are noted one after the other.',
    'Note the other one first.',
  ),
  'circle-not-meeting': refused(
    'This circle does not meet',
    'It has not begun, or has held all its meetings.',
    'Begin it once there are six of you.',
  ),
} satisfies Partial<Record<Refusal, Words>>;
