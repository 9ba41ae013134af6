import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { destination } from 'pino';
import type { Config } from './config.ts';

/** Where log lines go instead of standard output. */
export type LogStream = { write(line: string): void };

const PLACES_SHOWN = 10;

/**
 * Lines wait for each other: a write for every answer takes a busy service a tenth of its time. What waits is written
 * when the process ends, unless it is killed.
 */
const WRITTEN_TOGETHER = { sync: false, minLength: 4096, periodicFlush: 250 };

/** Messages of these name things in our code; all others may quote what people wrote, and stay out. */
const TELLING = new Set(['TypeError', 'ReferenceError', 'ConfigurationError', 'KeysUnavailableError', 'FastifyError']);

/**
 * Lines of JSON without personal data: no addresses with their queries, no headers, no bodies, no IP addresses, no
 * names. Of an error only its kind, code and the places in the code are kept.
 */
export const loggerOptions = (level: Config['logLevel'], stream?: LogStream) =>
  ({
    level,
    base: undefined,
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { req: () => undefined, res: () => undefined, err: placeOf },
    stream: stream ?? destination(WRITTEN_TOGETHER),
  }) as unknown as NonNullable<FastifyServerOptions['logger']>;

function placeOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { name, message, stack, cause } = error;
  const details = error as { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    kind: name,
    ...(TELLING.has(name) ? { message } : {}),
    ...(typeof details.code === 'string' ? { code: details.code } : {}),
    ...(typeof details.constraint === 'string' ? { constraint: details.constraint } : {}),
    ...(typeof details.table === 'string' ? { table: details.table } : {}),
    at: placesIn(stack),
    ...(cause instanceof Error ? { cause: placeOf(cause) } : {}),
  };
}

/** Where it was thrown, and the way through our own code that led there. */
function placesIn(stack = ''): string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at /u.test(line));
  const ours = frames.slice(1).filter((line) => !/node_modules|node:|process\./u.test(line));
  const places = [...frames.slice(0, 1), ...ours].map((line) => line.trim().slice('at '.length));
  return [...new Set(places)].slice(0, PLACES_SHOWN);
}

/** Probes come every few seconds and say nothing new, unless they fail. */
const PROBES = new Set(['/livez', '/readyz']);

/** One line per answered request: which route, how it ended, how long it took. */
export function logAnswers(app: FastifyInstance, level: Config['logLevel']): void {
  if (level !== 'info' && level !== 'debug') return;
  app.addHook('onResponse', (request, reply, done) => {
    const { url = 'none' } = request.routeOptions;
    request.log[PROBES.has(url) && reply.statusCode === 200 ? 'debug' : 'info'](
      {
        method: request.method,
        route: url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(request.caller ? { caller: request.caller.kind } : {}),
      },
      'answered',
    );
    done();
  });
}
