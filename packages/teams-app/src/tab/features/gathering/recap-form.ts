import { gatheringLimits } from '@copse/core/vocabulary';

/** A recap as it stands in its form: outcomes one to a line. */
export type RecapForm = { readonly recap: string; readonly outcomes: string };
type Recap = { readonly recap?: string | undefined; readonly outcomes: readonly string[] };

const SHORTEST = 3;

export const recapFormOf = ({ recap, outcomes }: Recap): RecapForm => ({
  recap: recap ?? '',
  outcomes: outcomes.join('\n'),
});

/** One line each; what is shorter than a word says nothing. */
export const outcomesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST);

/** Why these lines cannot be saved as they are, if so. */
export function outcomesProblem(text: string): string | undefined {
  const lines = outcomesIn(text);
  if (lines.length > gatheringLimits.outcomes) return `At most ${gatheringLimits.outcomes} lines can be kept.`;
  const long = lines.find((line) => line.length > gatheringLimits.outcome);
  return long && `A line can have ${gatheringLimits.outcome} characters. Shorten “${long.slice(0, 40)}…”.`;
}

/**
 * Mine, where somebody else saved since I began with `base`: what only they changed is theirs, their new outcomes come
 * after mine, and where both wrote the recap theirs follows below mine, so that nothing is lost.
 */
export function meetTheirs(base: RecapForm, mine: RecapForm, theirs: RecapForm): RecapForm {
  const [own, known] = [outcomesIn(mine.outcomes), outcomesIn(base.outcomes)];
  const added = outcomesIn(theirs.outcomes).filter((line) => !known.includes(line) && !own.includes(line));
  const recap =
    mine.recap === base.recap
      ? theirs.recap
      : theirs.recap === base.recap || theirs.recap === mine.recap
        ? mine.recap
        : `${mine.recap}\n\n${theirs.recap}`;
  return { recap, outcomes: [...own, ...added].join('\n') };
}
