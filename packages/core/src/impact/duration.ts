/** Groups smaller than this are not shown. */
export const FEWEST = 5;

/** How long the questions that have come so far took. */
export type Duration = { readonly questions: number; readonly medianSeconds: number | undefined };
export type Durations = {
  readonly of: number;
  readonly toFirstResponse: Duration;
  readonly toAcceptedAnswer: Duration;
};
