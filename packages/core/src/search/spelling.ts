/** How many slips of the finger a word of that length is forgiven. */
const forgiven = (length: number) => (length <= 4 ? 1 : length <= 8 ? 2 : 3);

/** Words this short say too little about what was meant. */
const SHORTEST = 3;
const MOST_WORDS = 8;

/** The words of a query that could have been misspelt, as the index writes them; at most eight. */
export function wordsToCheck(query: string): readonly string[] {
  const words = query
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST && !/\d/u.test(word));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/**
 * The known words that `typed` was probably meant to be, the likeliest first; at most `count`. None when none is near,
 * and none when it is a known word itself: then nothing is wrong with the spelling.
 */
export function likelyMeant(typed: string, known: readonly string[], count: number): readonly string[] {
  if (known.includes(typed)) return [];
  return known
    .map((word) => ({ word, slips: slipsBetween(typed, word) }))
    .filter(({ slips }) => slips <= forgiven(typed.length))
    .sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1))
    .slice(0, count)
    .map(({ word }) => word);
}

/**
 * How many letters were left out, put in, mistaken, or swapped with their neighbour: the optimal string alignment
 * distance (Damerau 1964, each stretch edited once).
 */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let fewest = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) fewest = Math.min(fewest, (beforeLast[column - 2] ?? 0) + 1);
      current.push(fewest);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
