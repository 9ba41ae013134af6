import { z } from 'zod';
import { id, line, pageOf, pageQuery, topic } from '../kernel/contract.ts';

export const searchKinds = ['community', 'practice', 'person'] as const;
export type SearchKind = (typeof searchKinds)[number];

export const searchQuery = z.strictObject({
  q: line(1, 200),
  kind: z.enum(searchKinds).optional(),
  communityId: id.optional(),
  topic: topic.optional(),
  ...pageQuery,
});
export type SearchQuery = z.output<typeof searchQuery>;

export const searchHit = z.object({
  kind: z.enum(searchKinds),
  id,
  title: z.string(),
  /** The best passage; `match` marks the words that were looked for. */
  snippet: z.array(z.object({ text: z.string(), match: z.boolean() })),
  topics: z.array(z.string()),
  community: z.object({ id, name: z.string() }).optional(),
});
export type SearchHit = z.output<typeof searchHit>;

/** `corrected` says that nothing was spelt that way, so similar words were looked for instead. */
export const searchPage = pageOf(searchHit).extend({ corrected: z.boolean() });
export type SearchPage = z.output<typeof searchPage>;
