import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendServiceProblem } from '../problems.ts';

/**
 * Answers requests that no route takes: 405 with `Allow` where the address exists for another method, else 404.
 *
 * Call it before routes are added: it takes note of each.
 */
export function answerWrongAddresses(app: FastifyInstance): void {
  const known: { readonly pattern: RegExp; readonly methods: Set<string> }[] = [];
  const byUrl = new Map<string, Set<string>>();

  app.addHook('onRoute', ({ url, method }) => {
    let methods = byUrl.get(url);
    if (!methods) {
      byUrl.set(url, (methods = new Set()));
      known.push({ pattern: patternOf(url), methods });
    }
    for (const one of [method].flat()) methods.add(one);
  });

  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => [...methods]));
    if (allowed.size === 0) return sendServiceProblem(reply, 'not-found');
    reply.header('allow', [...allowed].sort().join(', '));
    return sendServiceProblem(reply, 'wrong-method');
  });
}

function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part === '*') return '.*';
    return part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replace(/^:\w+/u, '[^/]+');
  });
  return new RegExp(`^${parts.join('/')}$`, 'u');
}
