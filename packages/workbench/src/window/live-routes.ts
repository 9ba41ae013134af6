import type { FastifyPluginAsync } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Issuer } from '../issuer/issuer.ts';
import { organisation, people } from '../organisation.ts';
import type { Scene } from '../scene.ts';
import { chats, personalConversationId, team } from '../team.ts';
import { asPerson } from './person.ts';

export interface LiveOptions {
  readonly scene: Scene;
  readonly issuer: Issuer;
  readonly serviceUrl: () => string;
}

/** What every window of the workbench needs: who is there, a token for one of them, and news as it happens. */
export const liveRoutes =
  ({ scene, issuer, serviceUrl }: LiveOptions): FastifyPluginAsync =>
  async (app) => {
    const open = new Set<ServerResponse>();

    app.get('/scene', async () => ({
      organisation: { name: organisation.name, tenantId: organisation.tenantId, siteUrl: organisation.siteUrl },
      teamsAppId: organisation.teamsAppId,
      botAppId: organisation.botAppId,
      serviceUrl: serviceUrl(),
      team,
      chats,
      people: people.map((person) => ({ ...person, conversationId: personalConversationId(person) })),
    }));

    app.get<{ Params: { key: string } }>('/people/:key/token', (request, reply) =>
      asPerson(reply, request.params.key, async (person) => ({ token: await issuer.entraToken(person) })),
    );

    app.get('/events', (request, reply) => {
      reply.hijack();
      const stream = reply.raw;
      stream.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      stream.write('retry: 1000\n\n');
      open.add(stream);
      const stop = scene.listen((event) => stream.write(`data: ${JSON.stringify(event)}\n\n`));
      request.raw.on('close', () => {
        stop();
        open.delete(stream);
      });
    });

    app.addHook('preClose', async () => {
      for (const stream of open) stream.end();
    });
  };
