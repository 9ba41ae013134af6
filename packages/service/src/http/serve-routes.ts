import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refusalProblem, sendServiceProblem, serviceProblem } from '../problems.ts';
import { callerOf, personOf, type SignInHooks } from '../sign-in/hooks.ts';
import { type Answer, answerWith, answerWithProblem, sendAnswer } from './answer.ts';
import { idempotencyKeyOf, type Once, once } from './idempotency.ts';
import { zodValidator } from './input.ts';
import type { LookAgain } from './look-again.ts';
import { revisionIn } from './revision.ts';
import { mayGoStale, type Route } from './route.ts';

type Serving = {
  readonly signIn: SignInHooks;
  readonly limit: RateLimit;
  readonly once: Once;
  readonly lookAgain: LookAgain;
};
export type RateLimit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Serves routes that are described as data. Each request is signed in, counted, read by its schemas, handed to its one
 * use case, and answered.
 */
export function serveRoutes(api: FastifyInstance, routes: readonly Route[], serving: Serving): void {
  api.setValidatorCompiler(zodValidator as never);
  for (const route of routes) {
    api.route({
      method: route.method,
      url: route.url,
      schema: {
        params: route.params ?? noFields,
        querystring: route.query ?? noFields,
        ...(route.method === 'GET' ? {} : { body: route.body ?? noFields.optional() }),
      },
      onRequest: [serving.signIn[route.caller], serving.limit],
      handler: route.method === 'GET' ? reads(route) : writes(route, serving),
    });
  }
}

/** What a route does not describe would reach its use case unread, so it is refused. */
const noFields = z.strictObject({});

function reads(route: Route) {
  return async (request: FastifyRequest, reply: FastifyReply) =>
    sendAnswer(reply, await perform(route, request, undefined));
}

function writes(route: Route, { once: keeping, lookAgain }: Serving) {
  const name = `${route.method} ${route.url}`;

  return async (request: FastifyRequest, reply: FastifyReply) => {
    const named = mayGoStale(route) ? revisionIn(request.headers['if-match']) : undefined;
    if (named === 'missing' && route.edits) return sendServiceProblem(reply, 'revision-required');

    const revision = named === 'missing' ? undefined : named;
    const key = idempotencyKeyOf(request);
    const person = personOf(request);
    const work = () => perform(route, request, revision);
    if (key === undefined || person === undefined || route.secret) return sendAnswer(reply, await work());

    const content = JSON.stringify([request.params, request.body, revision]);
    const answer = await once(
      keeping,
      { personId: person.personId, route: name, key, content },
      { perform: work, look: (done) => lookAgain(route, person, { ...done, ...(request.params as object) }) },
    );
    if (answer.repeated) reply.header('idempotency-replayed', 'true');
    if (answer.status === serviceProblem('key-in-use').status && answer.repeated === undefined)
      reply.header('retry-after', '1');
    return sendAnswer(reply, answer);
  };
}

async function perform(route: Route, request: FastifyRequest, ifRevision: number | undefined): Promise<Answer> {
  const input: object = Object.assign({}, request.query, request.body, request.params);
  if (ifRevision !== undefined) Object.assign(input, { ifRevision });
  const result = await route.run(callerOf(request) as never, input as never);
  return result.ok ? answerWith(route.status, result.value) : answerWithProblem(refusalProblem(result.reason));
}
