import type { Refusal } from '@copse/core';
import { refused, type Words } from './words.ts';

/** Core's refusals about introductions, in words for people. */
export const introductionRefusalWords = {
  'no-such-introduction': refused(
    'Introduction not found',
    'It does not exist, or it is between other people.',
    'Look at your own on the page “Introductions”.',
  ),
  'introduction-over': refused(
    'This introduction is long ago',
    'Answers are taken for four months.',
    'The next round is a new chance.',
  ),
  'time-not-proposed': refused(
    'That time was not proposed',
    'The proposed times have changed since you opened this.',
    'Reload and choose among the times that you see.',
  ),
  'paused-too-long': refused(
    'That is too long a pause',
    'A pause lasts a year at most.',
    'Choose an earlier day, or stop taking part; you can come back at any time.',
  ),
  'introduced-lately': refused(
    'There was a round within the last week',
    'Nobody is introduced twice within a week.',
    'Begin the next round some days later.',
  ),
  'nobody-to-introduce': refused(
    'There are not two people to introduce to each other',
    'Others may have paused, be away, or have been introduced within the last week.',
    'Tell others of it, or try again later.',
  ),
  yourself: refused('That is you', 'Nobody is introduced to themselves.', 'Choose somebody else.'),
  'too-many-kept-apart': refused(
    'You keep apart from very many people',
    'There is room for 200 on the list.',
    'Take somebody off it first, or stop taking part in introductions.',
  ),
} satisfies Partial<Record<Refusal, Words>>;
