import { z } from 'zod';
import { id, instant, line, pageOf, pageQuery, topic } from '../kernel/contract.ts';
import { lives } from '../practices/life.ts';
import { questionStates } from '../questions/state.ts';

export const searchKinds = ['community', 'practice', 'person', 'question', 'gathering'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Where a question stands, or a practice in its life: no word is in both. */
export const searchStates = [...questionStates, ...lives] as const;
export type SearchState = (typeof searchStates)[number];

export const searchQuery = z.strictObject({
  q: line(1, 200),
  kind: z.enum(searchKinds).optional(),
  communityId: id.optional(),
  topic: topic.optional(),
  /** Finds only what has such a state: questions, or practices. */
  state: z.enum(searchStates).optional(),
  ...pageQuery,
});
export type SearchQuery = z.output<typeof searchQuery>;

/** In pieces; `match` marks the words that were looked for. */
const marked = z.array(z.object({ text: z.string(), match: z.boolean() }));

/** A gathering is opened at one of its dates: `id` is that of the next one, or of the last where none is to come. */
const found = { kind: z.enum(searchKinds), id, startsAt: instant.optional() };

export const searchHit = z.object({
  ...found,
  title: z.string(),
  markedTitle: marked,
  /** The best passage. */
  snippet: marked,
  topics: z.array(z.string()),
  community: z.object({ id, name: z.string() }).optional(),
  /** Of a question and of a practice. */
  state: z.enum(searchStates).optional(),
  /** Of a question. */
  answerCount: z.int().optional(),
});
export type SearchHit = z.output<typeof searchHit>;

/**
 * Of every kind the best few dozen, or few hundred where one kind is asked for. `corrected` says that nothing was spelt
 * that way, so similar words were looked for instead.
 */
export const searchPage = pageOf(searchHit).extend({ corrected: z.boolean() });
export type SearchPage = z.output<typeof searchPage>;

/** What somebody has typed so far; the last word may be the beginning of one. */
export const searchSuggestQuery = z.strictObject({ q: line(1, 100), kind: z.enum(searchKinds).optional() });
export type SearchSuggestQuery = z.output<typeof searchSuggestQuery>;
/** Titles in which the words stand, those that begin with them first; at most 8. */
export const searchSuggestions = z.object({
  items: z.array(
    z.object({
      ...found,
      title: z.string(),
      community: z.object({ id, name: z.string() }).optional(),
    }),
  ),
});
export type SearchSuggestions = z.output<typeof searchSuggestions>;
