import { ActivityTypes, CardFactory, type Activity as SdkActivity } from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity, type ConnectorClient } from 'botframework-connector';
import { botAuthentication } from './adapter-authentication.ts';
import { type ConnectorFailure, failureIn } from './connector-failure.ts';
import { type BotConfig, CHANNEL_AUDIENCE } from './bot-config.ts';
import type { Card } from './cards/card.ts';

/** A connector that says nothing for so long may have taken the message all the same. Milliseconds. */
const PATIENCE_MS = 15_000;

export type Sent = { readonly activityId: string | undefined };

export type ConnectorAnswer<Value> = { readonly value: Value } | { readonly failure: ConnectorFailure };

/** Writes to people and channels out of nothing, through the SDK, with the bot's own token. */
export type ProactiveConnector = {
  send(
    serviceUrl: string,
    conversationId: string,
    message: { readonly card: Card; readonly summary: string },
  ): Promise<ConnectorAnswer<Sent>>;
  /** Begins a chat with somebody, or finds the one that there is. */
  begin(
    serviceUrl: string,
    who: { readonly tenantId: string; readonly objectId: string },
  ): Promise<ConnectorAnswer<string>>;
};

/** The connector as the SDK speaks to it. Nothing is tried again here. */
export function proactiveConnector(
  config: BotConfig,
  now: () => number,
  patience: number = PATIENCE_MS,
): ProactiveConnector {
  const within = { timeout: patience } as object;
  const clients = new Map<string, Promise<ConnectorClient>>();
  const authentication = botAuthentication(config);
  const identity = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: config.appId }], true);

  const clientFor = (serviceUrl: string): Promise<ConnectorClient> => {
    const known = clients.get(serviceUrl);
    if (known) return known;
    const made = authentication.createConnectorFactory(identity).create(serviceUrl, CHANNEL_AUDIENCE);
    clients.set(serviceUrl, made);
    made.catch(() => clients.delete(serviceUrl));
    return made;
  };

  return {
    send: (serviceUrl, conversationId, { card, summary }) =>
      asking(now, async () => {
        const { conversations } = await clientFor(serviceUrl);
        const activity = {
          type: ActivityTypes.Message,
          attachments: [CardFactory.adaptiveCard(card)],
          summary,
        } as Partial<SdkActivity>;
        const { id } = await conversations.sendToConversation(conversationId, activity, within);
        return { activityId: id };
      }),

    begin: (serviceUrl, { tenantId, objectId }) =>
      asking(now, async () => {
        const { conversations } = await clientFor(serviceUrl);
        const bot = { id: `28:${config.appId}`, name: '' };
        const member = { id: objectId, name: '', aadObjectId: objectId };
        const asked = { isGroup: false, bot, members: [member], tenantId, channelData: { tenant: { id: tenantId } } };
        const { id } = await conversations.createConversation(asked, within);
        return id ?? '';
      }),
  };
}

async function asking<Value>(now: () => number, ask: () => Promise<Value>): Promise<ConnectorAnswer<Value>> {
  try {
    return { value: await ask() };
  } catch (error) {
    return { failure: failureIn(error, now()) };
  }
}
