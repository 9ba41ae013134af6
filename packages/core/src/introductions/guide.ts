import { FEWEST_ANSWERS } from './limits.ts';

/** How introductions work, in the words that every surface shows: what to do, and what one may count on. */
export const introductionsGuide: readonly string[] = [
  'Say in a community, under “Introductions”, that you want to meet people. Nobody is introduced who has not said so.',
  'In each round you meet somebody new: first people of other teams, affiliations and regions, with working hours that you share. Nobody is left out; where the number is odd, three meet.',
  'Copse tells you what you share, with a question to begin with and times that suit all, on your own clock. Tick the times at which you can come.',
  `Afterwards say whether you have met. Nobody sees your answer; it is counted among ${FEWEST_ANSWERS} or more.`,
  'Pause until a day, or stop, at any time. While you are away you are left out by itself. With “Not … again” you are never introduced to that person again, and they are not told.',
];
