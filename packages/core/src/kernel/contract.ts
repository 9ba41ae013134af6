import { z } from 'zod';
import { FORBIDDEN_CHARACTERS, seen, tidyLine, tidyMarkdown, tidyTopic } from './text.ts';

// Half a surrogate pair cannot be saved: it would come back as another character.
const readable = (text: string) => !FORBIDDEN_CHARACTERS.test(text) && text.isWellFormed();
const UNREADABLE = 'Contains invisible control characters. Remove them, or paste as plain text.';

/** What is too short says so already; of the rest, `min` characters must be there for the eye. */
const visible = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine(
      (text) => text.length < min || seen(text).length >= min,
      `At least ${min} ${min === 1 ? 'character' : 'characters'} must be visible.`,
    );

/** One line of text that a person typed: tidied, `min` to `max` characters (UTF-16 units, as browsers count). */
export const line = (min: number, max: number) =>
  z
    .string()
    .max(max * 4)
    .refine(readable, UNREADABLE)
    .transform(tidyLine)
    .pipe(visible(min, max));

/** Markdown that a person typed, up to `max` characters. */
export const markdown = (max: number) =>
  z.string().max(max).refine(readable, UNREADABLE).transform(tidyMarkdown).pipe(z.string().max(max));

export const topic = z.string().max(160).refine(readable, UNREADABLE).transform(tidyTopic).pipe(visible(2, 40));

/** Up to `max` different topics, in the order given. */
export const topics = (max: number) =>
  z
    .array(topic)
    .max(max)
    .transform((all) => [...new Set(all)]);

export const id = z.uuid();
export const instant = z.iso.datetime();
export const day = z.iso.date();

export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
};

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });

/** A person as shown beside what they did. An erased person has no id and the name «Former member». */
export const personCard = z.object({
  id: id.optional(),
  name: z.string(),
  affiliation: z.string().optional(),
  guest: z.boolean(),
});
export type PersonCard = z.output<typeof personCard>;
