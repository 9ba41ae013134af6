import { checkInMinutes, LEAST_PEOPLE } from './limits.ts';

/** How gatherings work, in the words that every surface shows: what to do, and what one may count on. */
export const gatheringsGuide: readonly string[] = [
  'Say of each date whether you come, or of all later ones of a series at once. All times are by your own clock. Where places are few and all are taken you wait, and move up by yourself when one comes free.',
  'You are reminded an hour before, or at the end of your last working hours before that. Whoever comes is told of a new time or place, when it is called off, and when they have lost their place and why.',
  'Put what you want to talk about on the agenda. What is unkind there you can report.',
  `Say that you are there from ${checkInMinutes.before} minutes before the start, or let the host note it. Afterwards its recap tells what came of it, and each outcome can become a practice or a question.`,
  'Copse keeps your own calendar up to date: “Add to my calendar” gives you a secret address for Outlook, Google or Apple, which you can end at any time.',
];

/** What whoever schedules gatherings can do beyond that. */
export const schedulingGuide = `You schedule them, once or as a series that keeps its local time when the clocks change. “Propose times that are fair” weighs the hours of all members, and names zones of ${LEAST_PEOPLE} people or more; hosts can take turns. “Let it take turns” on the page of a date shares early and late hours from that date on, on the same weekday if you like; “End the turns” makes it one time again.`;
