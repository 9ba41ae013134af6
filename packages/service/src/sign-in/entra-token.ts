import { type EntraProof, ok, refuse, type Result } from '@copse/core';
import { type JWTPayload, jwtVerify } from 'jose';
import type { EntraConfig } from '../config.ts';
import { faultOfToken, signingKeys, type TokenFault } from './signing-keys.ts';
import type { VerifiedToken } from './verified-token.ts';

const CLOCK_TOLERANCE_S = 60;
const SCOPE = 'access_as_user';
/** Value of the app role in the app registration that makes somebody an administrator of their organisation. */
export const ADMINISTRATOR_ROLE = 'Administrator';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/**
 * Verifies access tokens that Teams hands to the tab.
 *
 * 1. RS256, signed by a key of the issuer;
 * 2. a v2 token whose `iss` is the issuer of its own tenant `tid`, and whose `aud` is our app registration;
 * 3. within `nbf` and `exp` (a minute of tolerance);
 * 4. delegated by a person: scope `access_as_user` and an `oid`;
 * 5. the tenant is one that the configuration names: else `'unknown-tenant'`.
 */
export function entraVerifier({ clientId, tenantIds, issuer, jwksUrl }: EntraConfig) {
  const keys = signingKeys(jwksUrl);
  const tenants = new Set(tenantIds);
  const [before = '', after = ''] = issuer.split('{tid}');

  return {
    issued: (iss: string) => iss.startsWith(before) && iss.endsWith(after) && iss.length > before.length + after.length,

    async verify(token: string): Promise<Result<VerifiedToken, TokenFault | 'unknown-tenant'>> {
      let claims: JWTPayload;
      try {
        const verified = await jwtVerify(token, keys, {
          algorithms: ['RS256'],
          audience: clientId,
          clockTolerance: CLOCK_TOLERANCE_S,
          requiredClaims: ['exp', 'iat', 'iss', 'tid', 'oid', 'scp'],
        });
        claims = verified.payload;
      } catch (error) {
        return refuse(faultOfToken(error));
      }
      const tenantId = guidIn(claims['tid']);
      const objectId = guidIn(claims['oid']);
      const isOurs =
        claims['ver'] === '2.0' &&
        tenantId !== undefined &&
        objectId !== undefined &&
        claims.iss === issuer.replace('{tid}', tenantId) &&
        wordsIn(claims['scp']).includes(SCOPE);
      if (!isOurs) return refuse('wrong-claims');
      if (!tenants.has(tenantId)) return refuse('unknown-tenant');
      return ok({ proof: proofOf(claims, tenantId, objectId), until: (claims.exp ?? 0) * 1000, moduleType: undefined });
    },
  };
}

function proofOf(claims: JWTPayload, tenantId: string, objectId: string): EntraProof {
  const userName = claims['preferred_username'];
  const label = typeof userName === 'string' && userName ? userName : undefined;
  const { name, roles } = claims;
  return {
    kind: 'entra',
    tenantId,
    objectId,
    name: typeof name === 'string' && name.trim() ? name : (label ?? 'Someone from Teams'),
    // `acct` is an optional claim; without it, a home elsewhere (`idp`) tells a guest.
    guest: claims['acct'] === undefined ? claims['idp'] !== undefined : claims['acct'] !== 0,
    administrator: Array.isArray(roles) && roles.includes(ADMINISTRATOR_ROLE),
    ...(label === undefined ? {} : { label }),
  };
}

const guidIn = (claim: unknown) => (typeof claim === 'string' && GUID.test(claim) ? claim.toLowerCase() : undefined);
const wordsIn = (claim: unknown) => (typeof claim === 'string' ? claim.split(' ') : []);
