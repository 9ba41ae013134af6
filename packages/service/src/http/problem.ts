import type { FastifyReply } from 'fastify';

/** What a failure is called, in words for people: what happened, why, what to do. Safe to show to anybody. */
export type Explanation = { readonly status: number; readonly title: string; readonly detail: string };

/** One field of the input that cannot be used, by its path (`skills.2.topic`). */
export type FieldFault = { readonly path: string; readonly message: string };

/** Every failed request answers with this one shape (RFC 9457, with our refusal word as `reason`). */
export type Problem = Explanation & {
  readonly type: string;
  readonly reason: string;
  readonly errors?: readonly FieldFault[];
};

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

export const problemOf = (
  reason: string,
  { status, title, detail }: Explanation,
  errors?: readonly FieldFault[],
): Problem => ({
  type: `urn:copse:problem:${reason}`,
  title,
  status,
  detail,
  reason,
  ...(errors === undefined ? {} : { errors }),
});

/** Sends a failure. It is written here and not by the route's serializer, which knows the good answers only. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', PROBLEM_JSON)
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problem);
}
