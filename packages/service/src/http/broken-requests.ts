import type { FastifyServerOptions } from 'fastify';
import { sendServiceProblem, serviceProblem } from '../problems.ts';
import type { ServiceReason } from './explanations.ts';
import { PROBLEM_JSON } from './problem.ts';

const REASONS: Readonly<Record<string, ServiceReason>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
};

/**
 * Requests that fail before a route is found: an address that is not one, or bytes that are not HTTP. They too get
 * problem details.
 */
export const refuseBrokenRequests = {
  frameworkErrors(error, _request, reply) {
    const reason = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'address-too-long' : 'not-found';
    void sendServiceProblem(reply, reason);
  },

  clientErrorHandler(error, socket) {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const problem = serviceProblem(REASONS[error.code ?? ''] ?? 'not-json');
    const body = JSON.stringify(problem);
    socket.end(
      `HTTP/1.1 ${problem.status} Refused\r\nConnection: close\r\nContent-Type: ${PROBLEM_JSON}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  },
} satisfies Pick<FastifyServerOptions, 'frameworkErrors' | 'clientErrorHandler'>;
