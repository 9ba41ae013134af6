import { z } from 'zod';
import { communityCard } from '../communities/contract.ts';
import { line, topics } from '../kernel/contract.ts';

/** What a founder has typed so far. */
export const similarQuery = z.strictObject({
  name: line(1, 80),
  purpose: line(0, 500).optional(),
  topics: z
    .union([z.string().transform((one) => one.split(',').filter(Boolean)), z.array(z.string())])
    .pipe(topics(8))
    .optional(),
});
export type SimilarQuery = z.output<typeof similarQuery>;

/** Existing communities so close to it that joining may be better than founding, the closest first. */
export const similarCommunities = z.object({
  items: z.array(z.object({ community: communityCard, because: z.string() })),
});
export type SimilarCommunities = z.output<typeof similarCommunities>;

/** Communities that fit the viewer, with the reason in words. */
export const suggestions = z.object({
  items: z.array(z.object({ community: communityCard, because: z.string() })),
});
export type Suggestions = z.output<typeof suggestions>;
