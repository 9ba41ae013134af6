/** Everything that ties the bot to one registration and one cloud. The service reads it from the environment. */
export type BotConfig = {
  /** Entra application of the bot (`BOT_APP_ID`): the audience of tokens that come in. */
  readonly appId: string;
  readonly appPassword: string;
  /** Where the bot gets its own tokens (`BOT_LOGIN_URL`), with or without the tenant at its end. */
  readonly loginUrl: string;
  /** Issuer of the tokens that the channel sends, exactly: `https://api.botframework.com`. */
  readonly tokenIssuer: string;
  /** OpenID metadata that names the channel's keys. */
  readonly openIdMetadataUrl: string;
  /** Connectors we are willing to talk to, as address prefixes. Anything else is refused before a word is sent. */
  readonly serviceUrls: readonly string[];
  /** Id of the app in Teams, for links into the tab (`TEAMS_APP_ID`). */
  readonly teamsAppId: string;
  /** Address of the service as people reach it. */
  readonly publicUrl: string;
};

/** What the public Microsoft cloud uses; an installation overrides what differs. */
export const PUBLIC_CLOUD = {
  loginUrl: 'https://login.microsoftonline.com',
  tokenIssuer: 'https://api.botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  serviceUrls: ['https://smba.trafficmanager.net/'],
} as const satisfies Partial<BotConfig>;

/** The audience of the bot's own tokens, the same in every deployment of the public cloud. */
export const CHANNEL_AUDIENCE = 'https://api.botframework.com';

/**
 * Whether a connector's address is one of ours to talk to.
 *
 * Compared by origin and path segment, so that `https://smba.trafficmanager.net.example.com/` does not pass for
 * `https://smba.trafficmanager.net/`, whatever the prefix ends with.
 */
export function isAllowedServiceUrl(serviceUrl: string, allowed: readonly string[]): boolean {
  const url = URL.parse(serviceUrl);
  if (!url || url.username || url.password) return false;
  return allowed.some((prefix) => {
    const base = URL.parse(prefix);
    if (!base || base.origin !== url.origin) return false;
    const folder = base.pathname.endsWith('/') ? base.pathname : `${base.pathname}/`;
    return `${url.pathname}/`.startsWith(folder);
  });
}
