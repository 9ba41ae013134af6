import type { FastifyInstance, FastifyRequest } from 'fastify';
import rateLimit from '@fastify/rate-limit';
import type { Config } from '../config.ts';
import type { RateLimit } from './serve-routes.ts';

const MINUTE_MS = 60_000;
/** People whose requests of the last minute are counted at once, per process. */
const COUNTED_PEOPLE = 50_000;

/** Too many requests of one person; answered with 429 and `Retry-After`. */
class TooManyRequestsError extends Error {
  override readonly name = 'TooManyRequestsError';
  readonly statusCode = 429;
}

/**
 * A hook that counts the requests of a signed-in person per minute, for Teams and Confluence apart: a page full of
 * macros must not shut somebody out of the tab. Counted in this process; a load balancer spreads one person's requests,
 * so the limit of all processes is as many times higher.
 */
export async function rateLimits(app: FastifyInstance, limits: Config['rateLimits']): Promise<RateLimit> {
  await app.register(rateLimit, { global: false, cache: COUNTED_PEOPLE });
  const kindOf = ({ caller }: FastifyRequest) => (caller?.kind === 'entra' ? 'entra' : 'atlassian');
  const allowed = (request: FastifyRequest) => limits[kindOf(request)];

  return app.rateLimit({
    timeWindow: MINUTE_MS,
    max: (request) => allowed(request),
    allowList: (request) => allowed(request) === 0,
    keyGenerator: (request) => `${kindOf(request)}:${whoIs(request)}`,
    errorResponseBuilder: () => new TooManyRequestsError('Too many requests'),
  }) as RateLimit;
}

function whoIs({ caller }: FastifyRequest): string {
  if (caller?.kind === 'site') return caller.as.accountId;
  return caller?.kind === 'app' ? `app ${caller.as.cloudId}` : (caller?.as.personId ?? '');
}
