import { isUtf8 } from 'node:buffer';
import Fastify, { type FastifyInstance } from 'fastify';

/**
 * Reads bodies as JSON in UTF-8, and refuses bytes that are not: read leniently, they would be saved as replacement
 * characters, and what somebody wrote would be lost without a word.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) return parse(request, body.toString('utf8'), done);
    return done(new Fastify.errorCodes.FST_ERR_CTP_INVALID_JSON_BODY());
  });
}
