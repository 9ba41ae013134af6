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
 * The known words that `typed` was probably meant to be: the nearest, of which there may be several; at most `count`.
 * None when none is near, and none when it is a known word itself: then nothing is wrong with the spelling.
 */
export function likelyMeant(typed: string, known: readonly string[], count: number): readonly string[] {
  if (known.includes(typed)) return [];
  const near = known.map((word) => ({ word, slips: slipsBetween(typed, word) }));
  return nearest(near, forgiven(typed.length), count);
}

/**
 * The same, also for a word that is still being typed: it is compared with the beginning of the known ones, and forgiven
 * one slip less, because beginnings are alike more often.
 */
export function likelyBegun(typed: string, known: readonly string[], count: number): readonly string[] {
  const whole = likelyMeant(typed, known, count);
  if (whole.length > 0 || known.includes(typed)) return whole;
  const near = known.map((word) => ({ word, slips: Math.min(...slipsToBeginnings(typed, word)) }));
  return nearest(near, forgiven(typed.length) - 1, count);
}

type Near = { readonly word: string; readonly slips: number };

function nearest(all: readonly Near[], most: number, count: number): readonly string[] {
  const fewest = Math.min(most, ...all.map(({ slips }) => slips));
  return all
    .filter(({ slips }) => slips === fewest)
    .map(({ word }) => word)
    .toSorted()
    .slice(0, count);
}

/**
 * How many letters were left out, put in, mistaken, or swapped with their neighbour: the optimal string alignment
 * distance (Damerau 1964, each stretch edited once).
 */
export function slipsBetween(a: string, b: string): number {
  return slipsToBeginnings(a, b)[b.length] ?? 0;
}

/** The slips between `a` and each beginning of `b`, the empty one first. */
function slipsToBeginnings(a: string, b: string): readonly number[] {
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
  return last;
}
