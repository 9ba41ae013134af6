import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Issuer } from '../issuer/issuer.ts';
import type { Meetings } from './meetings.ts';
import type { TalkAnswer, Talks } from './talks.ts';

const FOR_MEETINGS = 'OnlineMeetings.ReadWrite.All';
/** Most that Graph gives at once, and what it gives unless it is told. */
const MOST = 50;
const USUAL = 20;

interface Graph {
  readonly meetings: Meetings;
  readonly talks: Talks;
  readonly issuer: Issuer;
  readonly resource: () => string;
}

const fault = (code: string, message: string) => ({
  error: { code, message, innerError: { 'request-id': crypto.randomUUID() } },
});

/**
 * The routes of Microsoft Graph that the service calls. Every call must carry a token that our issuer gave to the
 * application itself. For meetings it needs the permission that the administrator has granted; messages are given where the
 * team or chat has consented, which stands in no token.
 */
export const graphRoutes =
  ({ meetings, talks, issuer, resource }: Graph): FastifyPluginAsync =>
  async (app) => {
    const permissionsOf = async (authorization = ''): Promise<readonly string[]> => {
      const [scheme, token = ''] = authorization.split(' ');
      return scheme === 'Bearer' ? issuer.permissionsAt(resource(), token) : [];
    };
    app.addHook('onRequest', async (request, reply) => {
      if ((await permissionsOf(request.headers.authorization)).length > 0) return undefined;
      return reply.code(401).send(fault('InvalidAuthenticationToken', 'Access token is empty or not valid.'));
    });

    app.post<{ Params: { user: string }; Body: Record<string, unknown> | undefined }>(
      '/v1.0/users/:user/onlineMeetings/createOrGet',
      async (request, reply) => {
        const granted = await permissionsOf(request.headers.authorization);
        if (!granted.includes(FOR_MEETINGS))
          return reply.code(403).send(fault('Forbidden', `${FOR_MEETINGS} is not granted.`));
        const answer = meetings.createOrGet(request.params.user, request.body ?? {});
        if ('refused' in answer) {
          const { status, code, message } = answer.refused;
          return reply.code(status).send(fault(code, message));
        }
        return reply.code(answer.isNew ? 201 : 200).send(answer.meeting);
      },
    );

    const send = <Value>(reply: FastifyReply, answer: TalkAnswer<Value>, body: (found: Value) => unknown) =>
      'found' in answer
        ? reply.send(body(answer.found))
        : reply.code(answer.refused.status).send(fault(answer.refused.code, answer.refused.message));

    type Paged = { readonly $top?: string; readonly $skiptoken?: string };
    const sendPage = (
      reply: FastifyReply,
      { url, query }: { readonly url: string; readonly query: Paged },
      answer: TalkAnswer<readonly unknown[]>,
    ) => {
      const top = Number(query.$top ?? USUAL);
      if (!(top > 0 && top <= MOST)) return reply.code(400).send(fault('BadRequest', `$top is at most ${MOST}.`));
      return send(reply, answer, (all) => {
        const from = Number(query.$skiptoken ?? 0);
        const path = url.split('?')[0]?.slice(url.indexOf('/v1.0/')) ?? '';
        const next = `${resource()}${path}?$top=${top}&$skiptoken=${from + top}`;
        return {
          value: all.slice(from, from + top),
          ...(from + top < all.length ? { '@odata.nextLink': next } : {}),
        };
      });
    };

    type Where = { readonly team: string; readonly channel: string; readonly message: string };
    const thread = '/v1.0/teams/:team/channels/:channel/messages/:message';
    app.get<{ Params: Where }>(thread, async ({ params: { team, channel, message } }, reply) =>
      send(reply, talks.root(team, channel, message), (found) => found),
    );
    app.get<{ Params: Where; Querystring: Paged }>(`${thread}/replies`, async (request, reply) => {
      const { team, channel, message } = request.params;
      return sendPage(reply, request, talks.replies(team, channel, message));
    });
    app.get<{ Params: { chat: string }; Querystring: Paged }>('/v1.0/chats/:chat/messages', async (request, reply) =>
      sendPage(reply, request, talks.chat(request.params.chat)),
    );
  };
