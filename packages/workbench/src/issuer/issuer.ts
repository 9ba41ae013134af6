import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { organisation, type SamplePerson } from '../organisation.ts';
import { makeSigningKey, type SigningKey } from './signing-key.ts';

const BOT_FRAMEWORK = 'https://api.botframework.com';

/** How a test bends a token: other claims (undefined removes one), another key, another time. */
export interface Bend {
  readonly claims?: Record<string, unknown>;
  readonly key?: SigningKey;
  readonly issuedAt?: Date;
  readonly lifetimeSeconds?: number;
}

export interface MacroPlace {
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly extension: Record<string, unknown>;
}

/**
 * The Bot Framework SDK keeps the token of an app id for as long as its process lives. So does this key, or the second
 * workbench of a process would refuse the bot that signed in at the first.
 */
let madeAppKey: Promise<SigningKey> | undefined;
const appKey = () => (madeAppKey ??= makeSigningKey('app'));

/**
 * Signs for the sample people what Entra, the Bot Framework and Forge would sign in production: the same claims,
 * under keys made at this start. Verifies what the service signs in with when it calls the connector.
 */
export async function createIssuer(origin: () => string) {
  const keys = {
    entra: await makeSigningKey('entra'),
    channel: await makeSigningKey('channel', { endorsements: ['msteams'] }),
    forge: await makeSigningKey('forge'),
    app: await appKey(),
  };

  async function sign(key: SigningKey, lifetimeSeconds: number, claims: JWTPayload, bend: Bend = {}) {
    const issuedAt = Math.floor((bend.issuedAt?.getTime() ?? Date.now()) / 1000);
    const signer = bend.key ?? key;
    const payload: Record<string, unknown> = {
      iat: issuedAt,
      nbf: issuedAt,
      exp: issuedAt + (bend.lifetimeSeconds ?? lifetimeSeconds),
      ...claims,
      ...bend.claims,
    };
    const kept = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
    return new SignJWT(kept).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: signer.id }).sign(signer.privateKey);
  }

  const entraIssuer = (tenantId: string) => `${origin()}/issuer/entra/${tenantId}/v2.0`;

  return {
    keys,
    entraIssuer,

    /** What `authentication.getAuthToken` gives a tab: an access token for our own API. */
    entraToken: (person: SamplePerson, bend?: Bend) =>
      sign(
        keys.entra,
        3600,
        {
          ver: '2.0',
          iss: entraIssuer(organisation.tenantId),
          aud: organisation.entraClientId,
          tid: organisation.tenantId,
          oid: person.objectId,
          sub: `sub-${person.objectId}`,
          azp: organisation.entraClientId,
          scp: 'access_as_user',
          name: person.name,
          preferred_username: person.email,
          acct: person.part === 'guest' ? 1 : 0,
          ...(person.part === 'administrator' ? { roles: ['Administrator'] } : {}),
        },
        bend,
      ),

    /** What the Teams channel sends to `/api/messages` with each activity. */
    channelToken: (serviceUrl: string, bend?: Bend) =>
      sign(keys.channel, 3600, { iss: BOT_FRAMEWORK, aud: organisation.botAppId, serviceurl: serviceUrl }, bend),

    /**
     * What Forge Remote sends with each call; valid for 25 seconds as in production. Functions that run on a schedule or
     * on an event have nobody on whose behalf they run: their token names no principal and no place on a page.
     */
    invocationToken: (person: SamplePerson | undefined, place: MacroPlace, bend?: Bend) =>
      sign(
        keys.forge,
        25,
        {
          iss: 'forge/invocation-token',
          aud: organisation.forgeAppId,
          jti: crypto.randomUUID(),
          app: {
            id: organisation.forgeAppId,
            version: '1.0.0',
            installationId: `ari:cloud:ecosystem::installation/${organisation.forgeInstallationId}`,
            apiBaseUrl: `https://api.atlassian.com/ex/confluence/${organisation.cloudId}`,
            environment: {
              type: 'DEVELOPMENT',
              id: `ari:cloud:ecosystem::environment/${organisation.forgeAppId.split('/')[1]}/${organisation.forgeEnvironmentId}`,
            },
            module: { type: place.moduleType, key: place.moduleKey },
            license: { isActive: true },
          },
          context: {
            cloudId: organisation.cloudId,
            moduleKey: place.moduleKey,
            userAccess: { enabled: false },
            ...(person ? { siteUrl: organisation.siteUrl, extension: place.extension } : {}),
          },
          ...(person ? { principal: person.atlassianId } : {}),
        },
        bend,
      ),

    /** What a bot gets for its id and secret, to call the connector with. */
    appToken: (appId: string, tenantId: string, bend?: Bend) =>
      sign(
        keys.app,
        3600,
        { iss: `https://sts.windows.net/${tenantId}/`, aud: BOT_FRAMEWORK, appid: appId, tid: tenantId, ver: '1.0' },
        bend,
      ),

    /** What the tab's app gets for its id and secret, to call Graph with as itself: the permissions that were granted. */
    graphToken: (resource: string, tenantId: string, bend?: Bend) =>
      sign(
        keys.app,
        3600,
        {
          iss: `https://sts.windows.net/${tenantId}/`,
          aud: resource,
          appid: organisation.entraClientId,
          tid: tenantId,
          roles: ['OnlineMeetings.ReadWrite.All'],
          ver: '1.0',
        },
        bend,
      ),

    /** The permissions of a token that this issuer gave out for Graph; none where it is not one. */
    async permissionsAt(resource: string, token: string): Promise<readonly string[]> {
      try {
        const { payload } = await jwtVerify(token, keys.app.publicKey, {
          audience: resource,
          algorithms: ['RS256'],
          requiredClaims: ['exp', 'tid', 'roles'],
        });
        return payload['tid'] === organisation.tenantId ? (payload['roles'] as string[]) : [];
      } catch {
        return [];
      }
    },

    /** The bot's app id, or undefined when the token is not one that this issuer gave to our bot. */
    async verifyAppToken(token: string): Promise<string | undefined> {
      try {
        const { payload } = await jwtVerify(token, keys.app.publicKey, {
          audience: BOT_FRAMEWORK,
          algorithms: ['RS256'],
          requiredClaims: ['exp', 'appid'],
        });
        return payload['appid'] === organisation.botAppId ? organisation.botAppId : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

export type Issuer = Awaited<ReturnType<typeof createIssuer>>;
