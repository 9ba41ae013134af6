import { likelyBegun, wordsToCheck } from '../kernel/spelling.ts';
import type { Viewer } from '../sql/visibility.ts';
import type { Corrections, SearchQueries } from './ports.ts';

/** What each word was probably meant to be; nothing where no word looks like another. */
export function correctionsOf(
  search: Pick<SearchQueries, 'lookAlikes'>,
  viewer: Viewer,
  q: string,
): Promise<Corrections | undefined> {
  const typed = wordsToCheck(q);
  return search.lookAlikes(viewer, typed).then((known) => {
    const corrections = typed.map((word) => [word, ...likelyBegun(word, known.get(word) ?? [], 3)]);
    return corrections.some((meant) => meant.length > 1) ? corrections : undefined;
  });
}
