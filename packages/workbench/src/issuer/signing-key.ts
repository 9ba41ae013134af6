import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';

export interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

/** A fresh RS256 pair; nothing is written to disk, so a token never outlives the workbench that gave it. */
export async function makeSigningKey(name: string, extra: Record<string, unknown> = {}): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const id = `${name}-${crypto.randomUUID().slice(0, 8)}`;
  const jwk = { ...(await exportJWK(publicKey)), kid: id, use: 'sig', alg: 'RS256', ...extra };
  return { id, privateKey, publicKey, jwk };
}
