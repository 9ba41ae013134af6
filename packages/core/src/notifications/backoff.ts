/** The first pause after a send that may be tried again, and the longest. Milliseconds. */
const FIRST_MS = 2000;
const LONGEST_MS = 10 * 60_000;
/** Each pause is this part longer or shorter than the last one doubled, so that a thousand do not come back at once. */
const JITTER = 0.2;

/**
 * How long to wait before the try after `tries` failed ones: 2 s, 4 s, 8 s … at most ten minutes, ± 20 %, but never
 * shorter than the other side asked for. `chance` is a number from 0 to 1.
 */
export function pauseBefore(tries: number, chance: number, asked: number | undefined): number {
  const usual = Math.min(FIRST_MS * 2 ** Math.max(0, tries - 1), LONGEST_MS);
  const spread = usual * (1 + JITTER * (2 * chance - 1));
  // Whoever was told a time waits a little longer, not shorter, and not all the same.
  return Math.round(asked === undefined ? spread : Math.max(asked * (1 + JITTER * chance), asked));
}
