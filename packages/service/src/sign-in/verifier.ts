import { refuse, type Result } from '@copse/core';
import { decodeJwt } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config.ts';
import { entraVerifier } from './entra-token.ts';
import { FORGE_ISSUER, forgeVerifier } from './forge-token.ts';
import type { TokenFault } from './signing-keys.ts';
import type { VerifiedToken } from './verified-token.ts';

/** Memory for remembered tokens, in characters: about 8,000 tokens of Entra. */
const REMEMBERED_CHARACTERS = 16_000_000;
const LONGEST_TOKEN = 12_000;

export type Verify = (
  authorization: string | undefined,
) => Promise<Result<VerifiedToken, TokenFault | 'unknown-tenant'>>;

/**
 * Tells whom an `Authorization` header speaks for; throws only when an issuer's keys cannot be had.
 *
 * The issuer that a token claims decides which rules it is verified by, in full. A verified token is remembered until
 * it expires, keyed by its whole text; refusals are not remembered.
 */
export function createVerifier({ entra, forge }: Pick<Config, 'entra' | 'forge'>, now: () => Date): Verify {
  const ofEntra = entraVerifier(entra);
  const ofForge = forge ? forgeVerifier(forge) : undefined;
  const remembered = new LRUCache<string, Result<VerifiedToken> & { ok: true }>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_, token) => token.length,
  });

  return async function verify(authorization) {
    if (!authorization) return refuse('missing');
    const token = tokenIn(authorization);
    if (token === undefined) return refuse('not-a-token');

    const known = remembered.get(token);
    if (known && known.value.until > now().getTime()) return known;

    const issuer = issuerOf(token);
    if (issuer === undefined) return refuse('not-a-token');
    const check = issuer === FORGE_ISSUER ? ofForge : ofEntra.issued(issuer) ? ofEntra.verify : undefined;
    if (!check) return refuse('unknown-issuer');

    const verified = await check(token);
    if (verified.ok) remembered.set(token, verified);
    return verified;
  };
}

function tokenIn(authorization: string): string | undefined {
  if (authorization.length > LONGEST_TOKEN || !/^bearer /iu.test(authorization)) return undefined;
  const token = authorization.slice(7);
  return /^[\w-]+\.[\w-]+\.[\w-]*$/u.test(token) ? token : undefined;
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
