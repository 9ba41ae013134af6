/** Lengths in characters, counts in items. A page may hold more than a practice: it is shown, not lost. */
export const publishingLimits = {
  pageTitle: 255,
  pageContext: 40_000,
  pageBody: 120_000,
  pagePath: 2000,
  pageId: 64,
  spaceId: 64,
  accountId: 128,
  /** Publications that the app takes at a time. */
  claim: 10,
  pageVersion: 1_000_000_000,
} as const;
