import type { FastifyPluginAsync } from 'fastify';
import { organisation } from '../organisation.ts';
import type { Issuer } from './issuer.ts';

const ENTRA = 'https://login.microsoftonline.com';
/** Of the applications that sign in as themselves: the bot, and the tab's app at Graph. */
const SECRETS: ReadonlyMap<string, string> = new Map([
  [organisation.botAppId, organisation.botAppPassword],
  [organisation.entraClientId, organisation.graphClientSecret],
]);

/**
 * The public side of the issuer: keys and metadata where the service's configuration points, and the token endpoint of
 * the apps' own sign-in. The metadata names Entra's real hosts because MSAL accepts no http authority: the bot's
 * network client carries those requests here.
 */
export const issuerRoutes =
  (issuer: Issuer, origin: () => string): FastifyPluginAsync =>
  async (app) => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    app.get('/entra/keys', async () => ({ keys: [issuer.keys.entra.jwk] }));
    app.get('/forge/.well-known/jwks.json', async () => ({ keys: [issuer.keys.forge.jwk] }));
    app.get('/botframework/keys', async () => ({ keys: [issuer.keys.channel.jwk] }));
    app.get('/botframework/.well-known/openidconfiguration', async () => ({
      issuer: 'https://api.botframework.com',
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${origin()}/issuer/botframework/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }));

    app.get('/login/common/discovery/instance', async () => ({
      tenant_discovery_endpoint: `${ENTRA}/${organisation.tenantId}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [
        {
          preferred_network: 'login.microsoftonline.com',
          preferred_cache: 'login.windows.net',
          aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
        },
      ],
    }));
    app.get<{ Params: { tenant: string } }>('/login/:tenant/v2.0/.well-known/openid-configuration', async (request) => {
      const authority = `${ENTRA}/${request.params.tenant}`;
      return {
        issuer: `${authority}/v2.0`,
        authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
        token_endpoint: `${authority}/oauth2/v2.0/token`,
        jwks_uri: `${authority}/discovery/v2.0/keys`,
      };
    });
    app.get('/login/:tenant/discovery/v2.0/keys', async () => ({ keys: [issuer.keys.app.jwk] }));

    app.post<{ Params: { tenant: string }; Body: Record<string, string> | undefined }>(
      '/login/:tenant/oauth2/v2.0/token',
      async (request, reply) => {
        const asked = request.body ?? {};
        const refuse = (error: string, error_description: string) => reply.code(401).send({ error, error_description });
        if (asked['grant_type'] !== 'client_credentials') {
          return reply
            .code(400)
            .send({ error: 'unsupported_grant_type', error_description: 'Only client credentials.' });
        }
        const secret = SECRETS.get(asked['client_id'] ?? '');
        if (secret === undefined) {
          return refuse('unauthorized_client', 'AADSTS700016: No such application in this directory.');
        }
        if (asked['client_secret'] !== secret) {
          return refuse('invalid_client', 'AADSTS7000215: Invalid client secret provided.');
        }
        const resource = asked['scope']?.replace(/\/\.default$/u, '') ?? '';
        const token =
          asked['client_id'] === organisation.botAppId
            ? await issuer.appToken(asked['client_id'], organisation.tenantId)
            : await issuer.graphToken(resource, request.params.tenant);
        return { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token };
      },
    );
  };
