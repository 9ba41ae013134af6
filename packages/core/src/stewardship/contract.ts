import { z } from 'zod';
import { communityCard } from '../communities/contract.ts';
import { suggestions } from '../discovery/contract.ts';
import { id } from '../kernel/contract.ts';

/** What waits for the viewer, the most urgent first. `count` things of one kind in one community are one item. */
export const attentionKinds = [
  'asked-for-help',
  'invitation',
  'requests-to-admit',
  'practices-to-endorse',
  'reviews-due',
  'terms-over',
  'own-drafts',
] as const;

export const attentionItem = z.object({
  kind: z.enum(attentionKinds),
  count: z.int(),
  community: z.object({ id, name: z.string() }),
  /** The one practice meant, where `count` is 1 and it is about a practice. */
  practice: z.object({ id, title: z.string() }).optional(),
  /** The one question meant, likewise. */
  question: z.object({ id, title: z.string() }).optional(),
});
export type AttentionItem = z.output<typeof attentionItem>;

export const homeView = z.object({
  /** The viewer's communities, those with news first; the newest 50. */
  mine: z.array(
    z.object({ community: communityCard, news: z.object({ practices: z.int(), members: z.int(), days: z.int() }) }),
  ),
  needsMe: z.array(attentionItem),
  suggested: suggestions.shape.items,
  profileStarted: z.boolean(),
});
export type HomeView = z.output<typeof homeView>;
