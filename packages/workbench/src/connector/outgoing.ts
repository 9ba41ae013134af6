import type { Issuer } from '../issuer/issuer.ts';
import { organisation, people, type SamplePerson } from '../organisation.ts';
import type { Message, Scene } from '../scene.ts';
import { botId, userId } from '../team.ts';
import { envelope, installedAs, membersOf, type Place } from './activities.ts';
import { readInvokeAnswer, refreshOf, type ActionAnswer, type CardAction } from './card-answer.ts';

const MENTION = /@copse\b/i;
/** Teams fetches a person's own view anew when the last one is older than this. */
const VIEW_AGE_MS = 60_000;

export interface TeamsClientOptions {
  readonly scene: Scene;
  readonly issuer: Issuer;
  /** Where the service answers, e.g. http://127.0.0.1:3978 */
  readonly serviceUrl: () => string;
  /** The connector's own address: the `serviceUrl` of every activity. */
  readonly connectorUrl: () => string;
}

export interface Invocation {
  readonly name: string;
  readonly value: unknown;
  /** The message whose card opened a dialog. */
  readonly messageId?: string;
  readonly threadId?: string;
}

export class BotUnreachable extends Error {}

/** The Teams side of the channel: what a person does becomes a signed activity for the bot's end point. */
export function createTeamsClient({ scene, issuer, serviceUrl, connectorUrl }: TeamsClientOptions) {
  async function post(activity: unknown): Promise<{ status: number; body: unknown }> {
    const token = await issuer.channelToken(connectorUrl());
    try {
      const response = await fetch(`${serviceUrl()}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text };
    } catch (cause) {
      throw new BotUnreachable('Copse did not answer. Is the service running?', { cause });
    }
  }

  const deliverOrThrow = async (activity: unknown) => {
    const { status } = await post(activity);
    if (status >= 400) throw new BotUnreachable(`Copse answered with ${status}.`);
  };

  const add = (place: Place, from: string, text: string, card?: unknown): Message => {
    const id = scene.nextId();
    const message: Message = {
      id,
      threadId: place.threadId ?? id,
      from,
      at: new Date().toISOString(),
      text,
      attachments: card ? [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] : [],
      views: {},
    };
    scene.conversation(place.conversationId).messages.push(message);
    scene.changed({ type: 'conversation', id: place.conversationId });
    return message;
  };

  /** Installs for a person, in a chat or in the team, once; the bot hears of it as it does from Teams. */
  async function install(person: SamplePerson, place: Place) {
    const key = installedAs(place);
    if (scene.state.installed.includes(key)) return;
    scene.state.installed.push(key);
    scene.changed({ type: 'tabs' });
    const base = envelope(person, place, connectorUrl(), scene.nextId());
    const members = place.person
      ? [{ id: botId }, { id: userId(person), aadObjectId: person.objectId }]
      : [{ id: botId }];
    const channelData = place.channelId ? { ...base.channelData, eventType: 'teamMemberAdded' } : base.channelData;
    try {
      await deliverOrThrow({ ...base, channelData, type: 'conversationUpdate', membersAdded: members });
      await deliverOrThrow({ ...base, id: scene.nextId(), type: 'installationUpdate', action: 'add' });
    } catch (error) {
      scene.state.installed = scene.state.installed.filter((installed) => installed !== key);
      scene.changed({ type: 'tabs' });
      throw error;
    }
  }

  /**
   * Sends what a person typed, with a card that they chose. Among several the bot hears what mentions it; and all the rest,
   * where the team or chat lets its threads be read, which it does here by adding the app.
   */
  async function say(person: SamplePerson, place: Place, text: string, card?: unknown) {
    const message = add(place, person.key, text, card);
    const amongSeveral = !place.person;
    const isMentioned = amongSeveral && MENTION.test(text);
    if (amongSeveral && !isMentioned && !scene.state.installed.includes(installedAs(place))) return;
    const here = { ...place, threadId: message.threadId };
    const base = envelope(person, here, connectorUrl(), message.id);
    const at = '<at>Copse</at>';
    const mention = { type: 'mention', text: at, mentioned: { id: botId, name: 'Copse' } };
    await deliverOrThrow({
      ...base,
      type: 'message',
      textFormat: 'plain',
      text: isMentioned ? text.replace(MENTION, at) : text,
      entities: isMentioned ? [...base.entities, mention] : base.entities,
      attachments: [],
    });
  }

  const placeOf = (place: Place, messageId: string): Place | undefined => {
    const message = scene.state.conversations[place.conversationId]?.messages.find(({ id }) => id === messageId);
    return message && { ...place, threadId: message.threadId };
  };

  /** Action.Submit: a message that carries the card's data and no text. */
  async function submit(person: SamplePerson, place: Place, messageId: string, data: unknown) {
    const here = placeOf(place, messageId) ?? place;
    const base = envelope(person, here, connectorUrl(), scene.nextId());
    await deliverOrThrow({ ...base, type: 'message', value: data, replyToId: messageId });
  }

  /** Dialogs and the message extension: asks the bot, and gives back what it answers as it is. */
  async function invoke(person: SamplePerson, place: Place, { name, value, messageId, threadId }: Invocation) {
    const here = (messageId && placeOf(place, messageId)) || (threadId ? { ...place, threadId } : place);
    const base = envelope(person, here, connectorUrl(), scene.nextId());
    const { status, body } = await post({
      ...base,
      type: 'invoke',
      name,
      value,
      ...(messageId ? { replyToId: messageId } : {}),
    });
    if (status !== 200) throw new BotUnreachable(`Copse answered with ${status}.`);
    return body || {};
  }

  /** Action.Execute or a refresh: the bot's answer becomes this person's view of the card. */
  async function execute(
    person: SamplePerson,
    place: Place,
    messageId: string,
    action: CardAction,
    trigger: 'manual' | 'automatic' = 'manual',
  ): Promise<ActionAnswer> {
    const here = placeOf(place, messageId);
    if (!here) return { kind: 'problem', text: 'This message is no longer there.' };
    const base = envelope(person, here, connectorUrl(), scene.nextId());
    const { status, body } = await post({
      ...base,
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: messageId,
      value: { action: { ...action, type: 'Action.Execute' }, trigger },
    });
    const answer = readInvokeAnswer(status, body);
    const { messages } = scene.conversation(place.conversationId);
    const index = messages.findIndex(({ id }) => id === messageId);
    const current = messages[index];
    if (current && answer.kind === 'card') {
      const view = { card: answer.card, at: new Date().toISOString() };
      messages[index] = { ...current, views: { ...current.views, [person.key]: view } };
      scene.changed({ type: 'conversation', id: place.conversationId });
    }
    return answer;
  }

  /** Asks for a person's own view of every recent card that offers one to them. Failures leave the base card. */
  async function refresh(person: SamplePerson, place: Place) {
    const recent = scene.conversation(place.conversationId).messages.slice(-20);
    for (const message of recent) {
      const age = Date.now() - Date.parse(message.views[person.key]?.at ?? '1970-01-01');
      const action = message.deleted ? undefined : refreshOf(message, userId(person), membersOf(place, people).length);
      if (!action || age < VIEW_AGE_MS) continue;
      await execute(person, place, message.id, action, 'automatic').catch(() => undefined);
    }
  }

  return { install, say, submit, invoke, execute, refresh, tenantId: organisation.tenantId };
}

export type TeamsClient = ReturnType<typeof createTeamsClient>;
