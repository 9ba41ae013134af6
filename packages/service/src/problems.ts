import { type Refusal, StaleWriteError } from '@copse/core';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { refusals, type ServiceReason, serviceProblems, signInFaults } from './http/explanations.ts';
import { InvalidInputError } from './http/input.ts';
import { type FieldFault, type Problem, problemOf, sendProblem } from './http/problem.ts';
import { KeysUnavailableError, type TokenFault } from './sign-in/signing-keys.ts';

export const refusalProblem = (reason: Refusal): Problem => problemOf(reason, refusals[reason]);

export const serviceProblem = (reason: ServiceReason, errors?: readonly FieldFault[]): Problem =>
  problemOf(reason, serviceProblems[reason], errors);

/** Core said no: everything that it may say has its status and words in `http/explanations.ts`. */
export const sendRefusal = (reply: FastifyReply, reason: Refusal): FastifyReply =>
  sendProblem(reply, refusalProblem(reason));

export const sendServiceProblem = (
  reply: FastifyReply,
  reason: ServiceReason,
  errors?: readonly FieldFault[],
): FastifyReply => sendProblem(reply, serviceProblem(reason, errors));

/** Nobody is signed in. The challenge says what to do next in the words of RFC 6750. */
export function sendNotSignedIn(reply: FastifyReply, fault: TokenFault): FastifyReply {
  const detail = signInFaults[fault];
  const challenge =
    fault === 'missing' ? '' : `, error="invalid_token", error_description="${detail.replaceAll(/[`<>]/gu, '')}"`;
  reply.header('www-authenticate', `Bearer realm="copse"${challenge.replaceAll(/[^\u0020-\u007E]/gu, '')}`);
  return sendProblem(reply, problemOf('not-signed-in', { status: 401, title: 'Not signed in', detail }));
}

/** What was thrown rather than refused: bad input, a lost race, an outage, or a bug. Only the last two are logged. */
export function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof InvalidInputError) return sendServiceProblem(reply, 'invalid-input', error.faults);

  const reason = reasonOf(error);
  if (reason === 'unexpected') request.log.error({ err: error }, 'a request failed');
  if (reason === 'unavailable') {
    request.log.warn({ err: error }, 'something that is needed cannot be reached');
    reply.header('retry-after', '2');
  }
  return sendServiceProblem(reply, reason);
}

const BY_CODE: Readonly<Record<string, ServiceReason>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-type',
  FST_ERR_CTP_INVALID_TYPE: 'wrong-type',
  FST_ERR_CTP_EMPTY_TYPE: 'wrong-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'not-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'not-json',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'address-too-long',
  // PostgreSQL: what was sent cannot be such a value, for example a cursor that somebody made up.
  '22P02': 'invalid-input',
  '22003': 'invalid-input',
  '22007': 'invalid-input',
  '22008': 'invalid-input',
  '22021': 'invalid-input',
  // PostgreSQL is stopping, starting or full, or cannot be reached.
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '53300': 'unavailable',
  '08006': 'unavailable',
  '08001': 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ENOTFOUND: 'unavailable',
  ETIMEDOUT: 'unavailable',
};

/** What the pool says when no connection could be had in time, or one broke: errors without a code. */
const CONNECTION_LOST = /^(?:timeout exceeded when trying to connect|Connection terminated)/u;

function reasonOf(error: FastifyError): ServiceReason {
  if (error instanceof StaleWriteError) return 'try-again';
  if (error instanceof KeysUnavailableError) return 'unavailable';
  const known = Object.hasOwn(BY_CODE, error.code ?? '') ? BY_CODE[error.code] : undefined;
  if (known) return known;
  if (CONNECTION_LOST.test(error.message)) return 'unavailable';
  if (error.statusCode === 400) return 'not-json';
  if (error.statusCode === 429) return 'too-many-requests';
  return 'unexpected';
}
