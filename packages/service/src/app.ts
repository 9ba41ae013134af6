import { randomBytes } from 'node:crypto';
import type { Core } from '@copse/core';
import type { Bot } from '@copse/teams-app/bot';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Config } from './config.ts';
import { botEndpoint } from './http/bot-endpoint.ts';
import { refuseBrokenRequests } from './http/broken-requests.ts';
import { calendarFeeds } from './http/calendar-feeds.ts';
import { documentation } from './http/documentation.ts';
import { apiPolicy, protect } from './http/headers.ts';
import { health, type Readiness } from './http/health.ts';
import type { IdempotencyStore } from './http/idempotency-store.ts';
import { readJsonBodies } from './http/json-body.ts';
import { lookingAgain } from './http/look-again.ts';
import { openPages } from './http/open-pages.ts';
import { rateLimits } from './http/rate-limits.ts';
import { serveRoutes } from './http/serve-routes.ts';
import { tab } from './http/tab.ts';
import { answerWrongAddresses } from './http/wrong-addresses.ts';
import { logAnswers, loggerOptions, type LogStream } from './log.ts';
import { sendError } from './problems.ts';
import { allRoutes } from './routes/all.ts';
import { signInHooks } from './sign-in/hooks.ts';
import { createVerifier } from './sign-in/verifier.ts';

export const BODY_LIMIT_BYTES = 256 * 1024;

export type AppParts = {
  readonly config: Config & { readonly publicUrl: string };
  readonly core: Core;
  readonly answers: IdempotencyStore;
  /** Whoever starts the app sets `stopping` before it stops. */
  readonly readiness: Readiness;
  /** Made from the core and a way to log; none where the configuration names no bot. */
  readonly createBot?: (log: BotLog) => Bot;
  /** Folder of the built tab. */
  readonly tabFolder: string;
  readonly now?: () => Date;
  readonly logStream?: LogStream;
};

type BotLog = (level: 'warn' | 'error', fields: Readonly<Record<string, unknown>>, message: string) => void;

/** Builds the whole web application without listening, so that tests can ask the real one. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { config, core, answers, readiness, createBot, tabFolder, now = () => new Date(), logStream } = parts;
  const app = Fastify({
    logger: loggerOptions(config.logLevel, logStream),
    // Fastify's own lines name addresses with their queries; ours are written by logAnswers.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIds(),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 30_000,
    // Longer than the usual idle time of load balancers, so that it is they who close.
    keepAliveTimeout: 75_000,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    ...refuseBrokenRequests,
  });

  answerWrongAddresses(app);
  app.setErrorHandler(sendError);
  app.removeContentTypeParser('text/plain');
  readJsonBodies(app);
  app.decorateRequest('caller', null);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (config.mode === 'production') reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (readiness.stopping) reply.header('connection', 'close');
    done();
  });
  logAnswers(app, config.logLevel);
  health(app, readiness);

  const routes = allRoutes(core);
  await app.register(
    async (api) => {
      protect(api, { policy: apiPolicy, cache: 'no-store' });
      serveRoutes(api, routes, {
        signIn: signInHooks(core, createVerifier(config, now)),
        limit: await rateLimits(api, config.rateLimits),
        once: { store: answers, now, onTrouble: (error) => app.log.warn({ err: error }, 'an answer was not kept') },
        lookAgain: lookingAgain(core),
      });
    },
    { prefix: '/api/v1' },
  );
  await documentation(app, routes, config.publicUrl);
  await openPages(app, config);
  await calendarFeeds(app, core, config);
  const { teamsAppId, publicUrl, hostOrigins } = config;
  await tab(app, tabFolder, { teamsAppId, publicUrl, hostOrigins });
  if (createBot)
    await botEndpoint(
      app,
      createBot((level, fields, message) => app.log[level](fields, message)),
    );

  return app;
}

const GIVEN_ID = /^[\w-]{8,64}$/u;

/** Takes over the id by which a proxy or Forge knows the request, where it is harmless; else counts on. */
function requestIds() {
  const start = randomBytes(4).toString('hex');
  let count = 0;
  return ({ headers }: { headers: Record<string, string | string[] | undefined> }): string => {
    const given = headers['x-request-id'] ?? headers['x-b3-traceid'];
    if (typeof given === 'string' && GIVEN_ID.test(given)) return given;
    count += 1;
    return `${start}-${count.toString(36)}`;
  };
}
