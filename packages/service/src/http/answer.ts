import type { FastifyReply } from 'fastify';
import { type Problem, PROBLEM_JSON } from './problem.ts';

/** What goes back to the caller, ready to be sent now and, for a repeated request, later. */
export type Answer = {
  readonly status: number;
  readonly contentType: string;
  readonly etag: string | undefined;
  readonly body: string;
};

const JSON_TYPE = 'application/json; charset=utf-8';

/** A good answer. Its revision, where it has one, becomes the `ETag` that an edit must name. */
export function answerWith(status: number, view: unknown): Answer {
  if (view === undefined) return { status, contentType: JSON_TYPE, etag: undefined, body: '' };
  return { status, contentType: JSON_TYPE, etag: etagOf(view), body: JSON.stringify(view) };
}

export const answerWithProblem = (problem: Problem): Answer => ({
  status: problem.status,
  contentType: PROBLEM_JSON,
  etag: undefined,
  body: JSON.stringify(problem),
});

/** Views are not checked again at run time, which would cost half the throughput: tests hold them to their schemas. */
export function sendAnswer(reply: FastifyReply, { status, contentType, etag, body }: Answer): FastifyReply {
  if (etag !== undefined) reply.header('etag', etag);
  if (status === 204) return reply.code(204).send();
  return reply.code(status).header('content-type', contentType).send(body);
}

function etagOf(view: unknown): string | undefined {
  if (typeof view !== 'object' || view === null || !('revision' in view)) return undefined;
  return `"${String(view.revision)}"`;
}
