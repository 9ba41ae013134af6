import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Issuer } from '../issuer/issuer.ts';
import { people, type SamplePerson } from '../organisation.ts';
import type { Scene } from '../scene.ts';
import { channelById, personByUserId, personalConversationId, team } from '../team.ts';
import { findPlace, installedAs, membersOf as peopleIn, rosterEntry, type Place } from './activities.ts';
import { deliver, edit, withdraw, type Delivered, type SentActivity } from './incoming.ts';

interface NewConversation {
  readonly isGroup?: boolean;
  readonly members?: readonly { readonly id: string }[];
  readonly channelData?: { readonly channel?: { readonly id?: string }; readonly teamsChannelId?: string };
  readonly activity?: SentActivity;
}

const fail = (reply: FastifyReply, status: number, code: string, message: string) =>
  reply.code(status).send({ error: { code, message } });

/**
 * The part of the Bot Connector that a Teams bot uses. Every call must carry the token that our issuer gave to our bot;
 * a person who has not installed the app cannot be written to, as in Teams.
 */
export const connectorRoutes =
  (scene: Scene, issuer: Issuer): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', async (request, reply) => {
      const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
      const known = scheme?.toLowerCase() === 'bearer' && (await issuer.verifyAppToken(token));
      if (!known) return fail(reply, 401, 'Unauthorized', 'Authorization has been denied for this request.');
      return undefined;
    });

    const answer = (reply: FastifyReply, delivered: Delivered, status = 201) =>
      'refused' in delivered
        ? fail(reply, delivered.refused.status, delivered.refused.code, delivered.refused.message)
        : reply.code(status).send(delivered);
    const mayWrite = (place: Place) => scene.state.installed.includes(installedAs(place));
    const blocked = (reply: FastifyReply) =>
      fail(reply, 403, 'MessageWritesBlocked', 'The bot is not installed in this conversation.');
    const unknown = (reply: FastifyReply) => fail(reply, 404, 'ConversationNotFound', 'Conversation not found.');

    app.post<{ Body: NewConversation | undefined }>('/v3/conversations', async (request, reply) => {
      const { members = [], channelData, activity } = request.body ?? {};
      const channelId = channelData?.channel?.id ?? channelData?.teamsChannelId;
      if (channelId) {
        if (!channelById(channelId)) return unknown(reply);
        if (!mayWrite({ conversationId: channelId, channelId })) return blocked(reply);
        if (!activity) return fail(reply, 400, 'BadSyntax', 'A new channel thread needs an activity.');
        const sent = deliver(scene, channelId, undefined, activity);
        if ('refused' in sent) return answer(reply, sent);
        return reply.code(201).send({ id: `${channelId};messageid=${sent.id}`, activityId: sent.id });
      }
      const person = members[0] ? personByUserId(members[0].id) : undefined;
      if (!person) return fail(reply, 400, 'BadArgument', 'Bad or unknown member id.');
      const place = { conversationId: personalConversationId(person), person };
      if (!mayWrite(place)) return blocked(reply);
      const sent = activity ? deliver(scene, place.conversationId, undefined, activity) : undefined;
      if (sent && 'refused' in sent) return answer(reply, sent);
      return reply.code(201).send({ id: place.conversationId, ...(sent ? { activityId: sent.id } : {}) });
    });

    const receive = async (
      address: string,
      repliesTo: string | undefined,
      body: SentActivity | undefined,
      reply: FastifyReply,
    ) => {
      const place = findPlace(address, people);
      if (!place) return unknown(reply);
      if (!mayWrite(place)) return blocked(reply);
      // Teams keeps a channel reply in the thread of its conversation id, not of the activity it answers.
      const threadId = place.threadId ?? (place.channelId ? undefined : repliesTo);
      return answer(reply, deliver(scene, place.conversationId, threadId, body ?? {}));
    };

    type Conversation = { id: string };
    type Activity = Conversation & { activityId: string };
    app.post<{ Params: Conversation; Body: SentActivity }>('/v3/conversations/:id/activities', (request, reply) =>
      receive(request.params.id, undefined, request.body, reply),
    );
    app.post<{ Params: Activity; Body: SentActivity }>(
      '/v3/conversations/:id/activities/:activityId',
      (request, reply) => receive(request.params.id, request.params.activityId, request.body, reply),
    );
    app.put<{ Params: Activity; Body: SentActivity }>(
      '/v3/conversations/:id/activities/:activityId',
      async (request, reply) => {
        const place = findPlace(request.params.id, people);
        if (!place) return unknown(reply);
        return answer(reply, edit(scene, place.conversationId, request.params.activityId, request.body ?? {}), 200);
      },
    );
    app.delete<{ Params: Activity }>('/v3/conversations/:id/activities/:activityId', async (request, reply) => {
      const place = findPlace(request.params.id, people);
      if (!place) return unknown(reply);
      withdraw(scene, place.conversationId, request.params.activityId);
      return reply.code(200).send({});
    });

    const membersOf = (address: string): readonly SamplePerson[] | undefined => {
      const place = findPlace(address, people);
      if (place) return peopleIn(place, people);
      return address.split(';')[0] === team.id ? people : undefined;
    };
    app.get<{ Params: Conversation }>('/v3/conversations/:id/members', async (request, reply) => {
      const members = membersOf(request.params.id);
      return members ? members.map(rosterEntry) : unknown(reply);
    });
    app.get<{ Params: Conversation; Querystring: { pageSize?: string; continuationToken?: string } }>(
      '/v3/conversations/:id/pagedmembers',
      async (request, reply) => {
        const members = membersOf(request.params.id);
        if (!members) return unknown(reply);
        const from = Number(request.query.continuationToken ?? 0);
        const until = from + Number(request.query.pageSize ?? 200);
        return {
          members: members.slice(from, until).map(rosterEntry),
          ...(until < members.length ? { continuationToken: String(until) } : {}),
        };
      },
    );
    app.get<{ Params: Conversation & { memberId: string } }>(
      '/v3/conversations/:id/members/:memberId',
      async (request, reply) => {
        const member = membersOf(request.params.id)?.find(
          (person) => person === personByUserId(request.params.memberId),
        );
        return member ? rosterEntry(member) : fail(reply, 404, 'MemberNotFoundInConversation', 'Member not found.');
      },
    );

    app.get<{ Params: { teamId: string } }>('/v3/teams/:teamId', async (request, reply) =>
      request.params.teamId === team.id
        ? { id: team.id, name: team.name, aadGroupId: team.groupId }
        : fail(reply, 404, 'TeamNotFound', 'Team not found.'),
    );
    app.get<{ Params: { teamId: string } }>('/v3/teams/:teamId/conversations', async (request, reply) =>
      request.params.teamId === team.id
        ? { conversations: team.channels.map(({ id, name }, index) => ({ id, ...(index > 0 ? { name } : {}) })) }
        : fail(reply, 404, 'TeamNotFound', 'Team not found.'),
    );
  };
