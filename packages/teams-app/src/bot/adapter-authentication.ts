import {
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  type ConnectorClient,
  MsalServiceClientCredentialsFactory,
} from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import { sendingDirectly } from './adapter-sending.ts';
import { tokenClient } from './adapter-token.ts';
import { type BotConfig, CHANNEL_AUDIENCE } from './bot-config.ts';

export const CALLER = 'urn:botframework:azure';
const MOST_CLIENTS = 100;

/**
 * Signs in as the bot, and makes the clients of the connector, without the SDK's habit of trying again by itself: it
 * repeats a message after 500 or a lost connection although that may have been taken, and after 429 without asking
 * anybody for a turn. A client is kept for each connector (there are as many as `isAllowedServiceUrl` lets through): the
 * SDK makes one for every message, which takes as long as sending it. The same holds for its client of people's tokens,
 * which it makes whether or not anybody asks for one.
 */
export function botAuthentication(config: BotConfig): BotFrameworkAuthentication {
  const credentials = new MsalServiceClientCredentialsFactory(
    config.appId,
    // The SDK was built against an older MSAL; it calls one method, which has not changed.
    tokenClient(config) as unknown as ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1],
  );
  // All twelve fields are given, because naming only some of them switches off the defaults of the others.
  const authentication = BotFrameworkAuthenticationFactory.create(
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
  const makeUserTokens = authentication.createUserTokenClient.bind(authentication);
  let userTokens: ReturnType<typeof makeUserTokens> | undefined;
  authentication.createUserTokenClient = (identity) => (userTokens ??= makeUserTokens(identity));

  const factoryFor = authentication.createConnectorFactory.bind(authentication);
  const clients = new LRUCache<string, Promise<ConnectorClient>>({ max: MOST_CLIENTS });
  authentication.createConnectorFactory = (identity) => {
    const factory = factoryFor(identity);
    const create = factory.create.bind(factory);
    factory.create = (serviceUrl, audience) => {
      const key = `${audience} ${serviceUrl}`;
      const client = clients.get(key) ?? create(serviceUrl, audience).then(withoutRepeating).then(sendingDirectly);
      clients.set(key, client);
      client.catch(() => clients.delete(key));
      return client;
    };
    return factory;
  };
  return authentication;
}

/** What is done to every request on its way: trying again by itself, and what our messages have no use for. */
const UNUSED = ['defaultRetryPolicy', 'tracingPolicy', 'logPolicy', 'multipartPolicy', 'formDataPolicy'];

function withoutRepeating(client: ConnectorClient): ConnectorClient {
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  for (const name of UNUSED) pipeline.removePolicy({ name });
  return client;
}

type Pipeline = { removePolicy(policy: { readonly name: string }): unknown };

type Answered = {
  readonly statusCode?: unknown;
  readonly body?: { readonly error?: { readonly code?: unknown } };
  readonly details?: { readonly error?: { readonly code?: unknown } };
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
};

/** What the connector answered instead of taking a message; its words are not kept, since they repeat what was sent. */
export type ConnectorFailure = {
  /** `undefined`: no answer came, so whether the message was taken nobody knows. */
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;
};

export function failureIn(error: unknown, now: number): ConnectorFailure {
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
