/** What happened, why, and what to do: three short sentences for people. */
export type Words = {
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** Doing the very same again may work. */
  readonly retry: boolean;
  /** Beside a form, for whoever fears to have lost what they wrote. */
  readonly kept?: string;
};

/** Words for a refusal. `retry`: doing the very same again may work. */
export const refused = (what: string, why: string, next: string, retry = false): Words => ({ what, why, next, retry });
