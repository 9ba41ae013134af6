import type { AttentionItem } from './contract.ts';

/** What waits for somebody, before it is put in order. */
export type Call = AttentionItem;

/** People who wait come before texts that wait, and what others wait for before what is one's own. */
const urgency: Readonly<Record<Call['kind'], number>> = {
  'asked-for-help': 0,
  'requests-to-admit': 1,
  invitation: 2,
  'terms-over': 3,
  'practices-to-endorse': 4,
  'reviews-due': 5,
  'own-drafts': 6,
};

/** The most urgent first; within one kind the larger pile, then by name, so that the order does not jump. */
export const inOrder = (calls: readonly Call[]): Call[] =>
  calls.toSorted(
    (a, b) =>
      urgency[a.kind] - urgency[b.kind] || b.count - a.count || a.community.name.localeCompare(b.community.name, 'en'),
  );
