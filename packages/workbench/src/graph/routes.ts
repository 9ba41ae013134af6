import type { FastifyPluginAsync } from 'fastify';
import type { Issuer } from '../issuer/issuer.ts';
import type { Meetings } from './meetings.ts';

const NEEDED = 'OnlineMeetings.ReadWrite.All';

/**
 * The one route of Microsoft Graph that the service calls. Every call must carry a token that our issuer gave to the
 * application itself, with the permission that the administrator has granted.
 */
export const graphRoutes =
  (meetings: Meetings, issuer: Issuer, resource: () => string): FastifyPluginAsync =>
  async (app) => {
    const fault = (code: string, message: string) => ({
      error: { code, message, innerError: { 'request-id': crypto.randomUUID() } },
    });
    app.addHook('onRequest', async (request, reply) => {
      const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
      const granted = scheme === 'Bearer' ? await issuer.permissionsAt(resource(), token) : [];
      if (granted.length === 0) {
        return reply.code(401).send(fault('InvalidAuthenticationToken', 'Access token is empty or not valid.'));
      }
      if (!granted.includes(NEEDED)) return reply.code(403).send(fault('Forbidden', `${NEEDED} is not granted.`));
      return undefined;
    });

    app.post<{ Params: { user: string }; Body: Record<string, unknown> | undefined }>(
      '/v1.0/users/:user/onlineMeetings/createOrGet',
      async (request, reply) => {
        const answer = meetings.createOrGet(request.params.user, request.body ?? {});
        if ('refused' in answer) {
          const { status, code, message } = answer.refused;
          return reply.code(status).send(fault(code, message));
        }
        return reply.code(answer.isNew ? 201 : 200).send(answer.meeting);
      },
    );
  };
