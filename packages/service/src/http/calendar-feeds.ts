import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import rateLimit from '@fastify/rate-limit';
import type { Core } from '@copse/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendRefusal } from '../problems.ts';
import { apiPolicy, protect } from './headers.ts';
import { encodingsIn } from './tab.ts';

/** Calendar programs look every few minutes at most; whoever looks more often is asked to wait. */
const LOOKS_PER_MINUTE = 30;
const COUNTED = 20_000;

/** Calendars say the same again and again: the quickest way makes a tenth of them. */
const pack = promisify(gzip) as (text: string, options: object) => Promise<Buffer>;
const QUICKLY = { level: constants.Z_BEST_SPEED };

/** As `TooManyRequestsError` of the API: answered with 429 and `Retry-After`. */
class TooManyLooksError extends Error {
  override readonly name = 'TooManyLooksError';
  readonly statusCode = 429;
}

/**
 * Calendars for programs that cannot sign in: whoever has the secret address reads what its holder may see. No proxy
 * keeps them, and a program that has one already is answered without sending it again.
 */
export async function calendarFeeds(
  app: FastifyInstance,
  { gatherings }: Pick<Core, 'gatherings'>,
  { publicUrl }: { readonly publicUrl: string },
): Promise<void> {
  const pageOf = (occurrenceId: string) => `${publicUrl}/open/gatherings/${occurrenceId}`;
  await app.register(async (feeds) => {
    protect(feeds, { policy: apiPolicy, cache: 'private, no-cache' });
    await feeds.register(rateLimit, {
      cache: COUNTED,
      timeWindow: 60_000,
      max: LOOKS_PER_MINUTE,
      keyGenerator: ({ params }) => (params as { secret?: string }).secret ?? '',
      errorResponseBuilder: () => new TooManyLooksError('Too many requests'),
    });
    feeds.get('/calendars/:secret.ics', async (request: FastifyRequest<{ Params: { secret: string } }>, reply) => {
      const known = request.headers['if-none-match'];
      const has = (version: string) => knows(known, version);
      const read = await gatherings.readCalendar({ secret: request.params.secret, pageOf, has });
      if (!read.ok) return sendRefusal(reply, read.reason);
      const { version, file } = read.value;
      // Weak: packed or not, it is the same calendar.
      reply.header('etag', `W/"${version}"`).header('vary', 'accept-encoding').header('x-robots-tag', 'noindex');
      if (file === undefined) return reply.code(304).send();
      reply.type('text/calendar; charset=utf-8');
      if (!encodingsIn(request.headers['accept-encoding']).includes('gzip')) return reply.send(file);
      return reply.header('content-encoding', 'gzip').send(await pack(file, QUICKLY));
    });
  });
}

const knows = (given: string | undefined, version: string) =>
  given?.split(',').some((one) => one.trim().replace(/^W\//u, '') === `"${version}"`) ?? false;
