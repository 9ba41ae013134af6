import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { findPlace, installedAs, isIn, type Place } from '../connector/activities.ts';
import type { CardAction } from '../connector/card-answer.ts';
import { BotUnreachable, type Invocation, type TeamsClient } from '../connector/outgoing.ts';
import { people, type SamplePerson } from '../organisation.ts';
import type { ChannelTab, Message, Scene } from '../scene.ts';
import { team } from '../team.ts';
import { asPerson } from './person.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const DIALOGS_AND_EXTENSION = /^(?:task|composeExtension)\/\w+$/;

/** A message as one person sees it: their own view of a card in place of the base card. */
export function seenBy(person: SamplePerson, { views, ...message }: Message) {
  const own = views[person.key];
  const attachments = own
    ? message.attachments.map((attachment) =>
        attachment.contentType === CARD ? { ...attachment, content: own.card } : attachment,
      )
    : message.attachments;
  return { ...message, attachments, version: own?.at ?? message.editedAt ?? message.at };
}

/** What the Teams window of one person does: read, write, press a button, install, pin a tab. */
export const teamsRoutes =
  (scene: Scene, teams: TeamsClient): FastifyPluginAsync =>
  async (app) => {
    const inPlace = (
      reply: FastifyReply,
      asked: { as: string | undefined; id: string },
      run: (person: SamplePerson, place: Place) => Promise<unknown>,
    ) =>
      asPerson(reply, asked.as, async (person) => {
        const place = findPlace(asked.id, people);
        if (!place || !isIn(person, place)) {
          return reply.code(404).send({ problem: 'There is no such conversation.' });
        }
        try {
          return await run(person, place);
        } catch (error) {
          if (!(error instanceof BotUnreachable)) throw error;
          return reply.code(502).send({ problem: error.message });
        }
      });

    type Where = { Params: { id: string } };
    app.get<Where & { Querystring: { as?: string } }>('/conversations/:id', (request, reply) =>
      inPlace(reply, { as: request.query.as, id: request.params.id }, async (person, place) => ({
        messages: (scene.state.conversations[place.conversationId]?.messages ?? []).map((message) =>
          seenBy(person, message),
        ),
        installed: scene.state.installed.includes(installedAs(place)),
      })),
    );

    /** Opening a conversation: the first time installs the app for the person; then their own card views are fetched. */
    app.post<Where & { Body: { as: string } }>('/conversations/:id/open', (request, reply) =>
      inPlace(reply, { as: request.body.as, id: request.params.id }, async (person, place) => {
        if (place.person) await teams.install(person, place);
        await teams.refresh(person, place);
        return { opened: true };
      }),
    );

    /** A card that arrives while the conversation is open: Teams fetches the viewer's own view of it at once. */
    app.post<Where & { Body: { as: string } }>('/conversations/:id/refresh', (request, reply) =>
      inPlace(reply, { as: request.body.as, id: request.params.id }, async (person, place) => {
        await teams.refresh(person, place);
        return { refreshed: true };
      }),
    );

    app.post<Where & { Body: { as: string; text: string; threadId?: string; card?: unknown } }>(
      '/conversations/:id/messages',
      (request, reply) =>
        inPlace(reply, { as: request.body.as, id: request.params.id }, async (person, place) => {
          const { text, threadId, card } = request.body;
          await teams.say(person, threadId ? { ...place, threadId } : place, text, card);
          return { sent: true };
        }),
    );

    app.post<Where & { Body: { as: string } & Invocation }>('/conversations/:id/invoke', (request, reply) =>
      inPlace(reply, { as: request.body.as, id: request.params.id }, async (person, place) => {
        const { as: _person, ...invocation } = request.body;
        if (!DIALOGS_AND_EXTENSION.test(invocation.name))
          return reply.code(400).send({ problem: 'Nothing asks that.' });
        return teams.invoke(person, place, invocation);
      }),
    );

    app.post<Where & { Body: { as: string; messageId: string; action: CardAction } }>(
      '/conversations/:id/actions',
      (request, reply) =>
        inPlace(reply, { as: request.body.as, id: request.params.id }, async (person, place) => {
          const { messageId, action } = request.body;
          if (action.type === 'Action.Execute') return teams.execute(person, place, messageId, action);
          await teams.submit(person, place, messageId, action.data);
          return { kind: 'sent' };
        }),
    );

    /** Adds the app where the conversation is: to the whole team of a channel, or to one chat. */
    app.post<Where & { Body: { as: string } }>('/conversations/:id/install', (request, reply) =>
      inPlace(reply, { as: request.body.as, id: request.params.id }, async (person, place) => {
        await teams.install(person, place.channelId ? { conversationId: team.id, channelId: team.id } : place);
        return { installed: true };
      }),
    );

    app.get('/tabs', async () => ({ tabs: scene.state.tabs }));
    app.put<{ Params: { channel: string }; Body: ChannelTab }>('/tabs/:channel', async (request) => {
      const others = (scene.state.tabs[request.params.channel] ?? []).filter(({ id }) => id !== request.body.id);
      scene.state.tabs[request.params.channel] = [...others, request.body];
      scene.changed({ type: 'tabs' });
      return request.body;
    });
    app.delete<{ Params: { channel: string; id: string } }>('/tabs/:channel/:id', async (request, reply) => {
      const { channel, id } = request.params;
      scene.state.tabs[channel] = (scene.state.tabs[channel] ?? []).filter((tab) => tab.id !== id);
      scene.changed({ type: 'tabs' });
      return reply.code(204).send();
    });
  };
