import type { Bot } from '@copse/teams-app/bot';
import type { FastifyInstance } from 'fastify';
import { apiPolicy, protect } from './headers.ts';

/** `POST /api/messages`: what the Bot Connector delivers. The bot verifies its token and says what to answer. */
export async function botEndpoint(app: FastifyInstance, bot: Bot): Promise<void> {
  await app.register(async (channel) => {
    protect(channel, { policy: apiPolicy, cache: 'no-store' });
    channel.post('/api/messages', async ({ headers, body }, reply) => {
      await bot.handle({ headers, body }, async (status, answer) => {
        await (answer === undefined ? reply.code(status).send() : reply.code(status).send(answer));
      });
      return reply;
    });
  });
}
