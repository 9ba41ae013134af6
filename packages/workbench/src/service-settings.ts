import { entraAccount, organisation, people } from './organisation.ts';

/** The service's configuration under which it trusts this workbench, and nothing else, to say who people are. */
export function serviceSettings(workbenchUrl: string): Record<string, string> {
  return {
    COPSE_MODE: 'workbench',
    HOST: '127.0.0.1',
    COPSE_SECRET: 'workbench-only-secret-for-local-use-0000',
    ENTRA_CLIENT_ID: organisation.entraClientId,
    ENTRA_TENANT_IDS: organisation.tenantId,
    ENTRA_ISSUER: `${workbenchUrl}/issuer/entra/{tid}/v2.0`,
    ENTRA_JWKS_URL: `${workbenchUrl}/issuer/entra/keys`,
    TEAMS_APP_ID: organisation.teamsAppId,
    BOT_APP_ID: organisation.botAppId,
    BOT_APP_PASSWORD: organisation.botAppPassword,
    BOT_OPENID_METADATA_URL: `${workbenchUrl}/issuer/botframework/.well-known/openidconfiguration`,
    BOT_TOKEN_ISSUER: 'https://api.botframework.com',
    BOT_LOGIN_URL: `${workbenchUrl}/issuer/login`,
    BOT_SERVICE_URLS: `${workbenchUrl}/connector`,
    GRAPH_CLIENT_SECRET: organisation.graphClientSecret,
    GRAPH_URL: `${workbenchUrl}/graph`,
    GRAPH_LOGIN_URL: `${workbenchUrl}/issuer/login`,
    FORGE_APP_ID: organisation.forgeAppId,
    FORGE_JWKS_URL: `${workbenchUrl}/issuer/forge/.well-known/jwks.json`,
    ADMINISTRATORS: people
      .filter(({ part }) => part === 'administrator')
      .map(entraAccount)
      .join(','),
  };
}
