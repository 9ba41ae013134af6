import type { QuestionHistory } from '@copse/core/contracts';
import { type DiffPart, wordDiff } from '../../lib/word-diff.ts';

type Entry = QuestionHistory['items'][number];

/** One edit: what a text became, and what that changed. */
export type Edit = {
  readonly at: string;
  readonly answerId: string | undefined;
  readonly by: Entry['editedBy'];
  readonly title: readonly DiffPart[] | undefined;
  readonly text: readonly DiffPart[] | undefined;
};

/**
 * The edits of a question and its answers, the newest first, out of every text that they had in the same order. The
 * first text of each is no edit. A part that did not change is left out.
 */
export function editsOf(items: readonly Entry[]): Edit[] {
  return items.flatMap((entry, index): Edit[] => {
    const before = items.slice(index + 1).find(({ answerId }) => answerId === entry.answerId);
    if (!before) return [];
    return [
      {
        at: entry.at,
        answerId: entry.answerId,
        by: entry.editedBy,
        title:
          entry.title !== undefined && entry.title !== before.title
            ? wordDiff(before.title ?? '', entry.title)
            : undefined,
        text: entry.text === before.text ? undefined : wordDiff(before.text, entry.text),
      },
    ];
  });
}
