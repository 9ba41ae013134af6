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
  // The SDK asks for an older MSAL, and calls one method, which has not changed: package.json gives it the one we use.
  const credentials = new MsalServiceClientCredentialsFactory(config.appId, tokenClient(config));
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
