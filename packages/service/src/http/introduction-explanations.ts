import type { Refusal } from '@copse/core';
import { explain, NOT_FOUND } from './explain.ts';
import type { Explanation } from './problem.ts';

/** Core's refusals about introductions. */
export const introductionRefusals = {
  'no-such-introduction': explain(404, 'Introduction not found', NOT_FOUND),
  'introduction-over': explain(
    409,
    'This introduction is long ago',
    'Answers are taken for four months. The next round is a new chance.',
  ),
  'time-not-proposed': explain(
    422,
    'That time was not proposed',
    'Choose among the proposed times, by their place in the list.',
  ),
  'paused-too-long': explain(
    422,
    'That is too long a pause',
    'Pause for a year at most, or stop taking part; you can come back at any time.',
  ),
  'introduced-lately': explain(
    409,
    'There was a round within the last week',
    'Nobody is introduced twice within a week. Begin the next round some days later.',
  ),
  'nobody-to-introduce': explain(
    409,
    'There are not two people to introduce to each other',
    'Others may have paused, be away, or have been introduced within the last week. Invite more people.',
  ),
  yourself: explain(422, 'That is you', 'Choose somebody else.'),
  'too-many-kept-apart': explain(
    409,
    'You keep apart from very many people',
    'Take somebody off your list first, or stop taking part in introductions.',
  ),
} satisfies Partial<Record<Refusal, Explanation>>;
