import { ok, refuse, type Result } from '@copse/core';
import { type JWTPayload, jwtVerify } from 'jose';
import { faultOfToken, signingKeys, type TokenFault } from './signing-keys.ts';
import type { VerifiedToken } from './verified-token.ts';

export const FORGE_ISSUER = 'forge/invocation-token';
const CLOCK_TOLERANCE_S = 10;
const CLOUD_ID = /^[\w-]{1,64}$/u;
const ACCOUNT_ID = /^[\w:.-]{1,128}$/u;

export type ForgeConfig = { readonly appId: string; readonly jwksUrl: string };

/** What people look at. Everything else of an app runs by itself: on a schedule, or when something has happened. */
const LOOKED_AT = /^(?:xen:)?macro$|^confluence:/u;

/**
 * Verifies Forge Invocation Tokens, which Atlassian signs for each call from a macro (valid for 25 seconds).
 *
 * 1. RS256, signed by a key of Forge;
 * 2. `iss` is `forge/invocation-token` and `aud` our Forge app;
 * 3. within `nbf` and `exp` (10 seconds of tolerance);
 * 4. names a site (`context.cloudId`);
 * 5. names a signed-in viewer (`principal`), or was issued for a function that runs by itself, for nobody: that is our
 *    app. Whoever looks at a macro without being signed in is `'anonymous'`, and is never taken for the app.
 */
export function forgeVerifier({ appId, jwksUrl }: ForgeConfig) {
  const keys = signingKeys(jwksUrl);

  return async function verify(token: string): Promise<Result<VerifiedToken, TokenFault>> {
    let claims: JWTPayload;
    try {
      const verified = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: FORGE_ISSUER,
        audience: appId,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['exp', 'iat', 'context'],
      });
      claims = verified.payload;
    } catch (error) {
      return refuse(faultOfToken(error));
    }
    const { cloudId, siteUrl } = partsOf(claims['context']);
    if (typeof cloudId !== 'string' || !CLOUD_ID.test(cloudId)) return refuse('wrong-claims');
    const { type } = partsOf(partsOf(claims['app'])['module']);
    const moduleType = typeof type === 'string' ? type : undefined;
    const site = { cloudId, siteUrl: httpsOrigin(siteUrl) };
    const until = (claims.exp ?? 0) * 1000;
    const accountId = claims['principal'];
    if (accountId === undefined || accountId === null) {
      if (moduleType === undefined || LOOKED_AT.test(moduleType)) return refuse('anonymous');
      return ok({ proof: { kind: 'atlassian-app', ...site }, moduleType, until });
    }
    if (accountId === '' || accountId === 'unidentified') return refuse('anonymous');
    if (typeof accountId !== 'string' || !ACCOUNT_ID.test(accountId)) return refuse('wrong-claims');
    return ok({ proof: { kind: 'atlassian', ...site, accountId }, moduleType, until });
  };
}

const partsOf = (claim: unknown): Record<string, unknown> =>
  typeof claim === 'object' && claim !== null ? (claim as Record<string, unknown>) : {};

/** The site's address is shown as a link, so only an https origin is taken over. */
function httpsOrigin(claim: unknown): string {
  const url = typeof claim === 'string' ? URL.parse(claim) : null;
  return url?.protocol === 'https:' ? url.origin : '';
}
