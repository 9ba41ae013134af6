import { installedAs } from '../connector/activities.ts';
import { organisation, people } from '../organisation.ts';
import { markdownHtml } from '../pages/teams/markdown-html.ts';
import type { Message, Scene } from '../scene.ts';
import { channelById, type Chat, chatById, team } from '../team.ts';

type Refusal = { readonly status: number; readonly code: string; readonly message: string };
export type TalkAnswer<Value> = { readonly found: Value } | { readonly refused: Refusal };

const refuse = (status: number, code: string, message: string) => ({ refused: { status, code, message } });

/** A message as Graph gives it. */
function graphMessage({ id, threadId, from, at, text = '', deleted }: Message) {
  const person = people.find(({ key }) => key === from);
  return {
    id,
    replyToId: threadId === id ? null : threadId,
    messageType: 'message',
    createdDateTime: at,
    deletedDateTime: deleted ? at : null,
    from: person
      ? {
          application: null,
          device: null,
          user: {
            id: person.objectId,
            displayName: person.name,
            userIdentityType: 'aadUser',
            tenantId: organisation.tenantId,
          },
        }
      : {
          application: { id: organisation.botAppId, displayName: 'Copse', applicationIdentityType: 'bot' },
          device: null,
          user: null,
        },
    body: { contentType: 'html', content: deleted ? '' : markdownHtml(text) },
    attachments: [],
  };
}

/**
 * The messages of the team and its chats. The app may read those of a place that has added it, which is how a team or a
 * chat consents, and no others.
 */
export function createTalks(scene: Scene) {
  const consents = (place: { readonly chat?: Chat }) => scene.state.installed.includes(installedAs(place));
  const notAllowed = refuse(403, 'Forbidden', 'Missing role permissions on the request.');
  const said = (id: string): readonly Message[] => scene.state.conversations[id]?.messages ?? [];

  function thread(groupId: string, channelId: string, rootId: string): TalkAnswer<readonly Message[]> {
    if (groupId !== team.groupId || !channelById(channelId)) return refuse(404, 'NotFound', 'No such channel.');
    if (!consents({})) return notAllowed;
    const found = said(channelId).filter(({ threadId }) => threadId === rootId);
    return found.some(({ id }) => id === rootId) ? { found } : refuse(404, 'NotFound', 'No such message.');
  }
  const mapped = <From, To>(answer: TalkAnswer<From>, map: (found: From) => To): TalkAnswer<To> =>
    'found' in answer ? { found: map(answer.found) } : answer;
  const latestFirst = (messages: readonly Message[]) => messages.toReversed().map(graphMessage);

  return {
    root: (groupId: string, channelId: string, rootId: string) =>
      mapped(thread(groupId, channelId, rootId), (all) => all.filter(({ id }) => id === rootId).map(graphMessage)[0]),

    replies: (groupId: string, channelId: string, rootId: string) =>
      mapped(thread(groupId, channelId, rootId), (all) => latestFirst(all.filter(({ id }) => id !== rootId))),

    chat(chatId: string): TalkAnswer<ReturnType<typeof graphMessage>[]> {
      const chat = chatById(chatId);
      if (!chat) return refuse(404, 'NotFound', 'No such chat.');
      return consents({ chat }) ? { found: latestFirst(said(chatId)) } : notAllowed;
    },
  };
}

export type Talks = ReturnType<typeof createTalks>;
