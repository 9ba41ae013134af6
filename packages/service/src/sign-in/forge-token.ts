import { ok, refuse, type Result } from '@copse/core';
import { type JWTPayload, jwtVerify } from 'jose';
import { faultOfToken, signingKeys, type TokenFault } from './signing-keys.ts';
import type { VerifiedToken } from './verified-token.ts';

export const FORGE_ISSUER = 'forge/invocation-token';
const CLOCK_TOLERANCE_S = 10;
const CLOUD_ID = /^[\w-]{1,64}$/u;
const ACCOUNT_ID = /^[\w:.-]{1,128}$/u;

export type ForgeConfig = { readonly appId: string; readonly jwksUrl: string };

/**
 * Verifies Forge Invocation Tokens, which Atlassian signs for each call from a macro (valid for 25 seconds).
 *
 * 1. RS256, signed by a key of Forge;
 * 2. `iss` is `forge/invocation-token` and `aud` our Forge app;
 * 3. within `nbf` and `exp` (10 seconds of tolerance);
 * 4. names a site (`context.cloudId`) and a signed-in viewer (`principal`): else `'anonymous'`.
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
    const accountId = claims['principal'];
    if (accountId === undefined || accountId === null || accountId === '' || accountId === 'unidentified') {
      return refuse('anonymous');
    }
    if (typeof accountId !== 'string' || !ACCOUNT_ID.test(accountId)) return refuse('wrong-claims');

    const { type } = partsOf(partsOf(claims['app'])['module']);
    return ok({
      proof: { kind: 'atlassian', cloudId, siteUrl: httpsOrigin(siteUrl), accountId },
      moduleType: typeof type === 'string' ? type : undefined,
      until: (claims.exp ?? 0) * 1000,
    });
  };
}

const partsOf = (claim: unknown): Record<string, unknown> =>
  typeof claim === 'object' && claim !== null ? (claim as Record<string, unknown>) : {};

/** The site's address is shown as a link, so only an https origin is taken over. */
function httpsOrigin(claim: unknown): string {
  const url = typeof claim === 'string' ? URL.parse(claim) : null;
  return url?.protocol === 'https:' ? url.origin : '';
}
