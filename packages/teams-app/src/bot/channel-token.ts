import { createRemoteJWKSet, errors, type JWK, jwtVerify, type RemoteJWKSet } from 'jose';
import { LRUCache } from 'lru-cache';
import { type BotConfig, isAllowedServiceUrl } from './bot-config.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FETCH_TIMEOUT_MS = 5000;
const CLOCK_TOLERANCE_S = 300;
/** A token that was verified is not looked at again for so long. Teams sends one of them with very many activities. */
const REMEMBERED_MS = 5 * 60 * 1000;
const REMEMBERED = 1000;

/** What the token has to agree with. */
export type Delivery = { readonly channelId: string; readonly serviceUrl: string };

export type ChannelTokenVerifier = (authorization: string | undefined, delivery: Delivery) => Promise<boolean>;

type Settings = Pick<BotConfig, 'appId' | 'tokenIssuer' | 'openIdMetadataUrl' | 'serviceUrls'>;

/**
 * Tells whether an activity was delivered by the channel; throws only when the channel's keys cannot be had.
 *
 * The SDK's own check prints the key to the console when a signature is forged, accepts emulator and skill tokens, and
 * looks for a new key once an hour at most; so these rules are ours:
 *
 * 1. `Authorization: Bearer <token>`, an RS256 signature by a key that the metadata names;
 * 2. `iss` is the configured issuer and `aud` this bot;
 * 3. not expired, not from the future (5 minutes of tolerance);
 * 4. claim `serviceurl` equals the activity's `serviceUrl`, and that address is on the allow list;
 * 5. the key is endorsed for the activity's channel.
 */
export function channelTokenVerifier(settings: Settings, now: () => Date = () => new Date()): ChannelTokenVerifier {
  const keys = channelKeys(settings.openIdMetadataUrl, now);
  const remembered = new LRUCache<string, Verified>({ max: REMEMBERED });

  return async (authorization, { channelId, serviceUrl }) => {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    if (!token || !isAllowedServiceUrl(serviceUrl, settings.serviceUrls)) return false;
    const known = remembered.get(token);
    if (known && known.until > now().getTime())
      return known.serviceUrl === serviceUrl && isEndorsed(known.key, channelId);

    let jwks: RemoteJWKSet | undefined;
    try {
      const { payload, protectedHeader } = await jwtVerify(
        token,
        async (header, jws) => {
          jwks = await keys();
          return jwks(header, jws);
        },
        {
          algorithms: ['RS256'],
          issuer: settings.tokenIssuer,
          audience: settings.appId,
          clockTolerance: CLOCK_TOLERANCE_S,
          requiredClaims: ['exp'],
          currentDate: now(),
        },
      );
      const key = jwks?.jwks()?.keys.find(({ kid }) => kid === protectedHeader.kid);
      const until = Math.min((payload.exp ?? 0) * 1000, now().getTime() + REMEMBERED_MS);
      remembered.set(token, { serviceUrl: payload['serviceurl'], key, until });
      return payload['serviceurl'] === serviceUrl && isEndorsed(key, channelId);
    } catch (error) {
      if (isBadToken(error)) return false;
      throw error;
    }
  };
}

/** What a token said, and until when (milliseconds since 1970) it is believed without looking again. */
type Verified = { readonly serviceUrl: unknown; readonly key: JWK | undefined; readonly until: number };

/** The channel's keys, found through its metadata once a day; a failed look-up is tried again by the next caller. */
function channelKeys(metadataUrl: string, now: () => Date): () => Promise<RemoteJWKSet> {
  let known: { readonly keys: Promise<RemoteJWKSet>; readonly until: number } | undefined;

  const find = async () => {
    const response = await fetch(metadataUrl, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`The channel's metadata answered ${response.status}`);
    const { jwks_uri: address } = (await response.json()) as { jwks_uri?: unknown };
    if (typeof address !== 'string') throw new Error("The channel's metadata names no keys");
    return createRemoteJWKSet(new URL(address), { timeoutDuration: FETCH_TIMEOUT_MS, cacheMaxAge: DAY_MS });
  };

  return async () => {
    if (known && known.until > now().getTime()) return known.keys;
    const found = { keys: find(), until: now().getTime() + DAY_MS };
    known = found;
    try {
      return await found.keys;
    } catch (error) {
      if (known === found) known = undefined;
      throw error;
    }
  };
}

function isEndorsed(key: JWK | undefined, channelId: string): boolean {
  const { endorsements } = (key ?? {}) as { endorsements?: unknown };
  return !Array.isArray(endorsements) || endorsements.length === 0 || endorsements.includes(channelId);
}

/** Errors that the sender caused; the others (no connection, a broken key set) are outages. */
function isBadToken(error: unknown): boolean {
  return (
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported
  );
}
