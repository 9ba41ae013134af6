import type { Saying } from '@copse/teams-app/bot';
import { z } from 'zod';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
/** A message of Teams has 28 KB. */
const LONGEST = 30_000;
const LONGEST_NAME = 200;

/**
 * A message of Graph's that a person wrote and that is still there. Bots come as `application`, what Teams itself tells
 * has another type and nobody who said it.
 */
const message = z.object({
  id: z.string().regex(/^\d{1,20}$/u),
  messageType: z.literal('message'),
  deletedDateTime: z.null().optional(),
  from: z.object({
    user: z.object({
      id: z.string(),
      displayName: z.string().nullish(),
      tenantId: z.string().nullish(),
    }),
  }),
  body: z.object({ contentType: z.string(), content: z.string() }),
});

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().max(4000).optional() });

/** One message of a thread; nothing where a bot wrote it, where it was deleted, or where it is none. */
export function readSaying(given: unknown, tenantId: string): Saying | undefined {
  const read = message.safeParse(given);
  if (!read.success) return undefined;
  const { id, from, body } = read.data;
  const { user } = from;
  // Whoever is of another tenant has an id there that means nobody here.
  const isOurs = !user.tenantId || user.tenantId.toLowerCase() === tenantId;
  return {
    id,
    objectId: isOurs && GUID.test(user.id) ? user.id.toLowerCase() : undefined,
    name: (user.displayName ?? '').slice(0, LONGEST_NAME).trim(),
    content: body.content.slice(0, LONGEST),
    isHtml: body.contentType === 'html',
  };
}

/** A page of messages, in its order, and where the next one is. Throws where it is no page. */
export function readPage(given: unknown, tenantId: string): { readonly sayings: Saying[]; readonly next?: string } {
  const { value, '@odata.nextLink': next } = page.parse(given);
  const sayings = value.flatMap((one) => readSaying(one, tenantId) ?? []);
  return { sayings, ...(next === undefined ? {} : { next }) };
}
