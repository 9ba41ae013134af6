import type { LifeAction } from '@copse/core/vocabulary';

export type LifeWords = {
  /** The button. */
  readonly verb: string;
  /** What it means, in the dialog. */
  readonly means: string;
  readonly done: string;
  readonly asks: 'nothing' | 'reason' | 'review-date';
};

export const lifeWords: Record<LifeAction, LifeWords> = {
  propose: {
    verb: 'Propose',
    means: 'The community can read and weigh it from now on.',
    done: 'Proposed. Members can endorse it now.',
    asks: 'nothing',
  },
  withdraw: {
    verb: 'Send back to draft',
    means: 'It goes back to its authors. Say what is missing.',
    done: 'Back in draft.',
    asks: 'reason',
  },
  endorse: {
    verb: 'Endorse for the community',
    means: 'The community stands behind it from now on.',
    done: 'The community stands behind it now.',
    asks: 'review-date',
  },
  'put-in-use': {
    verb: 'Mark as in use',
    means: 'At least one team works this way.',
    done: 'Marked as in use.',
    asks: 'nothing',
  },
  'start-review': {
    verb: 'Start a review',
    means: 'Experts check whether it still holds.',
    done: 'The review has started.',
    asks: 'nothing',
  },
  confirm: {
    verb: 'Confirm that it holds',
    means: 'It was checked and still holds.',
    done: 'Confirmed.',
    asks: 'review-date',
  },
  retire: {
    verb: 'Retire',
    means: 'It is no longer advised, and stays for the record. Say why.',
    done: 'Retired. It stays for the record.',
    asks: 'reason',
  },
  revive: {
    verb: 'Revive',
    means: 'It is proposed to the community again.',
    done: 'Proposed again.',
    asks: 'nothing',
  },
};

/** The steps that carry a practice forward, the most natural one first; the others are rarer and quieter. */
const forward: readonly LifeAction[] = ['confirm', 'endorse', 'put-in-use', 'propose', 'revive'];

/** The one step to stress among those that are possible, if any. */
export const mainStep = (possible: readonly LifeAction[]): LifeAction | undefined =>
  forward.find((action) => possible.includes(action));
