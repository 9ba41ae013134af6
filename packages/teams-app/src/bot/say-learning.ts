import type { Refusal } from '@copse/core';

/** Why something about mentoring did not happen, and what to do now. */
export const sayWhyNotLearning = {
  'already-looking':
    'You are looking for a mentor in this community already. Withdraw that request first, then ask anew.',
  'no-such-mentor':
    'They do not offer to be a mentor there: they took it back, or have left the community. Choose somebody else, or let me look.',
  'already-matched': 'You have found a mentor by then. Close the mentorship if it no longer helps.',
  'no-longer-looking':
    'They no longer look for a mentor: they found one, or thought better of it. Thank you for offering.',
  'not-asked-to-mentor': 'You are not asked about this any more: the request was withdrawn.',
  'no-room':
    'You have as many as you offered to take. Raise the number in your offer, or close a mentorship that is over.',
  'no-such-mentorship': 'I cannot find that mentorship. It is open to the two people in it only.',
  'mentorship-closed': 'This mentorship is closed. You can still write down what you take with you.',
  'day-to-come':
    'That day has not come yet. Choose today or an earlier day; today is by the time zone in your profile.',
  'day-before-beginning':
    'That day is before you began. Choose the day on which the mentorship began, or the circle was founded, or a later one.',
  'too-many-sessions': 'There are as many meetings as one mentorship can hold. Close it, and begin anew.',
  'no-such-circle': 'I cannot find that circle, or its community is not open to you.',
  'service-account':
    'That is for people, and your account is marked as a service account. If that is wrong, ask an administrator.',
  'circle-full': 'This circle is full. Found another one, or join one that still forms.',
  'circle-began': 'This circle meets already. Join one that still forms, or found one.',
  'circle-closed': 'This circle has ended. You can found another one.',
  'not-a-peer': 'That is for the peers of this circle.',
  'too-few-peers': 'There are too few peers yet: a circle begins with six. Invite others to it.',
  'meeting-already-noted': 'Another peer has noted this meeting already. Was yours another one? Note it as the next.',
  'meeting-not-next': 'The meeting before has not been noted yet. They are noted one after the other.',
  'circle-not-meeting': 'This circle does not meet: it has not begun, or has held all its meetings.',
} satisfies Partial<Record<Refusal, string>>;
