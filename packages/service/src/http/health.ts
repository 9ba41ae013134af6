import type { FastifyInstance } from 'fastify';
import { apiPolicy, protect } from './headers.ts';

const ANSWER_WITHIN_MS = 2000;

export type Readiness = {
  /** True once the service begins to stop. */
  stopping: boolean;
  /** Settles when the database answers. */
  readonly askDatabase: () => Promise<unknown>;
};

/**
 * `/livez`: the process answers; restart it when it does not. `/readyz`: send requests here; 503 while the database is
 * away, and from the first moment of a stop.
 */
export function health(app: FastifyInstance, readiness: Readiness): void {
  void app.register(async (probes) => {
    protect(probes, { policy: apiPolicy, cache: 'no-store' });
    probes.get('/livez', () => ({ alive: true }));
    probes.get('/readyz', async (_request, reply) => {
      if (readiness.stopping) return reply.code(503).send({ ready: false, because: 'stopping' });
      const answers = await answersInTime(readiness.askDatabase());
      return answers ? { ready: true } : reply.code(503).send({ ready: false, because: 'database' });
    });
  });
}

async function answersInTime(question: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
  });
  const answered = question.then(
    () => true,
    () => false,
  );
  const inTime = await Promise.race([answered, late]);
  clearTimeout(timer);
  return inTime;
}
