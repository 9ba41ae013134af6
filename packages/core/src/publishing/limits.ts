/**
 * Lengths in characters, counts in items. A page may hold more than a practice: it is shown, not lost. In whatever
 * script it is written, it fits into one request.
 */
export const publishingLimits = {
  pageTitle: 255,
  pageContext: 20_000,
  pageBody: 60_000,
  pagePath: 2000,
  pageId: 64,
  spaceId: 64,
  accountId: 128,
  /** Publications that the app takes at a time. */
  claim: 10,
  pageVersion: 1_000_000_000,
} as const;
