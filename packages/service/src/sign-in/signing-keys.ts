import { createRemoteJWKSet, errors, type RemoteJWKSet } from 'jose';

/** A key that was taken back is trusted this long at most; an unknown key is looked up at once. */
const TRUSTED_FOR_MS = 60 * 60 * 1000;
const ANSWER_WITHIN_MS = 5000;
/** Tokens with made-up key ids must not turn us into a load on the issuer. */
const LOOK_AGAIN_AFTER_MS = 10_000;

/** Keys that an issuer publishes, fetched when first needed and remembered. */
export const signingKeys = (address: string): RemoteJWKSet =>
  createRemoteJWKSet(new URL(address), {
    cacheMaxAge: TRUSTED_FOR_MS,
    timeoutDuration: ANSWER_WITHIN_MS,
    cooldownDuration: LOOK_AGAIN_AFTER_MS,
  });

/** Whoever sent the token is not to blame: the issuer's keys cannot be had, so nothing can be verified just now. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
}

/** What is wrong with a token that could not be verified, or a `KeysUnavailableError` thrown on. */
export function faultOfToken(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.claim === 'aud' ? 'for-another-app' : 'wrong-claims';
  const isForged =
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported;
  if (isForged) return 'not-genuine';
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) return 'not-a-token';
  throw new KeysUnavailableError('The keys of an issuer cannot be had', { cause: error });
}

/** Why a caller is not signed in. */
export type TokenFault =
  | 'missing'
  | 'not-a-token'
  | 'unknown-issuer'
  | 'not-genuine'
  | 'expired'
  | 'for-another-app'
  | 'wrong-claims'
  | 'anonymous';
