/** At most `count` within any `ms`. */
export type Window = { readonly count: number; readonly ms: number };

/** What Teams takes from one bot, and how near we go to it. */
export type Limits = {
  readonly perConversation: readonly Window[];
  /** Of all messages to one tenant. */
  readonly perTenant: Window;
  /** Which part of that we use: the answers of the bot to people take from the same measure. */
  readonly share: number;
  /** After a 429 the whole tenant takes a breath of so many ms, since nobody says which limit it was. */
  readonly breath: number;
};

/**
 * Microsoft's numbers: learn.microsoft.com «Optimize your bot with rate limiting in Teams» (sending in one conversation,
 * and the global limit per app and tenant of 50 in a second; an older copy says 30). Whoever goes over gets 429.
 */
export const TEAMS_LIMITS: Limits = {
  perConversation: [
    { count: 7, ms: 1000 },
    { count: 8, ms: 2000 },
    { count: 60, ms: 30_000 },
    { count: 1800, ms: 3_600_000 },
  ],
  perTenant: { count: 50, ms: 1000 },
  share: 0.96,
  breath: 100,
};
