import type { Refusal } from '@copse/core';

/** Why something about introductions did not happen, and what to do now. */
export const sayWhyNotIntroduced = {
  'no-such-introduction': 'I cannot find that introduction. It is open to the people in it only.',
  'introduction-over': 'This introduction is long ago, so I no longer take answers. The next round is a new chance.',
  'time-not-proposed': 'That time was not proposed. Choose among the times on the card.',
  'paused-too-long': 'A pause lasts a year at most. You can also stop taking part, and come back at any time.',
  'introduced-lately': 'There was a round within the last week, and nobody is introduced twice within a week.',
  'nobody-to-introduce':
    'There are not two people to introduce to each other. Others may have paused, be away, or have been introduced within the last week.',
  yourself: 'That is you. Choose somebody else.',
  'too-many-kept-apart': 'You keep apart from very many people. Take somebody off your list first.',
} satisfies Partial<Record<Refusal, string>>;
