/** What somebody begins to write with, where it comes from another page: it travels with the step to the form. */
export type Beginning = {
  /** Names the place that it comes from, so that a draft of it is not mixed up with another. */
  readonly from: string;
  readonly title: string;
  readonly text: string;
};

/** Reads it from the state of the browser's history, where anything may stand. */
export function beginningOf(state: unknown): Beginning | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { from, title, text } = state as Record<string, unknown>;
  return typeof from === 'string' && typeof title === 'string' && typeof text === 'string'
    ? { from, title, text }
    : undefined;
}

/** A text as a title: the whole of it, or as many words as fit. */
export function titleOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}
