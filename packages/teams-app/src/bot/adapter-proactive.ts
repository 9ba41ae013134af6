import { ActivityTypes, CardFactory, type Activity as SdkActivity } from 'botbuilder';
import {
  AuthenticationConstants,
  BotFrameworkAuthenticationFactory,
  ClaimsIdentity,
  type ConnectorClient,
  MsalServiceClientCredentialsFactory,
} from 'botframework-connector';
import { tokenClient } from './adapter-token.ts';
import { type BotConfig, CHANNEL_AUDIENCE } from './bot-config.ts';
import type { Card } from './cards/card.ts';

const CALLER = 'urn:botframework:azure';
/** A connector that says nothing for so long may have taken the message all the same. Milliseconds. */
const TIMEOUT_MS = 15_000;

export type Sent = { readonly activityId: string | undefined };

/** What the connector answered instead of taking a message; its words are not kept, since they repeat what was sent. */
export type ConnectorFailure = {
  /** `undefined`: no answer came, so whether the message was taken nobody knows. */
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;
};

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

/**
 * The connector as the SDK speaks to it, without the SDK's habit of trying again by itself: it repeats a message after
 * 500 or a lost connection although that may have been taken, and after 429 without asking for a turn.
 */
export function proactiveConnector(config: BotConfig, now: () => number): ProactiveConnector {
  const clients = new Map<string, Promise<ConnectorClient>>();
  const authentication = authenticationOf(config);
  const identity = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: config.appId }], true);

  const clientFor = (serviceUrl: string): Promise<ConnectorClient> => {
    const known = clients.get(serviceUrl);
    if (known) return known;
    const made = authentication
      .createConnectorFactory(identity)
      .create(serviceUrl, CHANNEL_AUDIENCE)
      .then((client) => {
        const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
        pipeline.removePolicy({ name: 'defaultRetryPolicy' });
        return client;
      });
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
        const { id } = await conversations.sendToConversation(conversationId, activity, within());
        return { activityId: id };
      }),

    begin: (serviceUrl, { tenantId, objectId }) =>
      asking(now, async () => {
        const { conversations } = await clientFor(serviceUrl);
        const bot = { id: `28:${config.appId}`, name: '' };
        const member = { id: objectId, name: '', aadObjectId: objectId };
        const asked = { isGroup: false, bot, members: [member], tenantId, channelData: { tenant: { id: tenantId } } };
        const { id } = await conversations.createConversation(asked, within());
        return id ?? '';
      }),
  };
}

type Pipeline = { removePolicy(policy: { readonly name: string }): unknown };
const within = () => ({ abortSignal: AbortSignal.timeout(TIMEOUT_MS), timeout: TIMEOUT_MS }) as object;

async function asking<Value>(now: () => number, ask: () => Promise<Value>): Promise<ConnectorAnswer<Value>> {
  try {
    return { value: await ask() };
  } catch (error) {
    return { failure: failureIn(error, now()) };
  }
}

type Answered = {
  readonly statusCode?: unknown;
  readonly body?: { readonly error?: { readonly code?: unknown } };
  readonly details?: { readonly error?: { readonly code?: unknown } };
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
};

function failureIn(error: unknown, now: number): ConnectorFailure {
  const { statusCode, body, details, response } = (error ?? {}) as Answered;
  const code = body?.error?.code ?? details?.error?.code;
  return {
    status: typeof statusCode === 'number' ? statusCode : undefined,
    code: typeof code === 'string' ? code : undefined,
    retryAfterMs: waitIn(response?.headers?.get('retry-after'), now),
  };
}

/** `Retry-After` in seconds or as a date (RFC 9110); anything else counts as none. */
export function waitIn(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header) * 1000);
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}

/** All fields are given, because naming only some of them switches off the defaults of the others. */
function authenticationOf(config: BotConfig) {
  const credentials = new MsalServiceClientCredentialsFactory(
    config.appId,
    tokenClient(config) as unknown as ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1],
  );
  return BotFrameworkAuthenticationFactory.create(
    '',
    false,
    config.loginUrl,
    CHANNEL_AUDIENCE,
    config.tokenIssuer,
    'https://api.botframework.com',
    config.openIdMetadataUrl,
    config.openIdMetadataUrl,
    CALLER,
    credentials,
    { requiredEndorsements: [] },
  );
}
