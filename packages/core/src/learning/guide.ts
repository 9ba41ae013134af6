import { circleSizes, MENTOR_HAS_DAYS, SHOWN_FROM } from './mentoring.ts';

/** How mentoring works, in the words that every surface shows: what to do, and what one may count on. */
export const mentoringGuide: readonly string[] = [
  'In a community, under “Mentoring”, offer what you can help with and how many people at a time; or look for a mentor, with a goal in your own words.',
  `Copse asks one mentor who suits: by topics, level, language and the hours that you share; never your manager or somebody of your team, as far as it knows. They have ${MENTOR_HAS_DAYS} days; then the next one is asked. Nobody learns who said no.`,
  'After a yes, the two of you agree on a day. “We met” notes a meeting, with a few words if you like, and Copse reminds you gently when it has been long.',
  `Only the two of you read what you write. The community sees how many pairs are at work, from ${SHOWN_FROM} on.`,
  'Pause when you need to. Close when you are done, each with what you take with you.',
  `A circle is another way: ${circleSizes.least} to ${circleSizes.most} peers who meet a fixed number of times and lead in turn. Copse tells you when it is your turn, and any peer notes the meeting.`,
];
