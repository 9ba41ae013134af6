import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/** Keeps the address of a webhook from whoever has the database and not the secret: knowing it is being able to post. */
export type WebhookSeal = {
  readonly seal: (url: string, communityId: string) => Uint8Array;
  /** `undefined` where it belongs to another community, was tampered with, or the secret has changed since. */
  readonly open: (sealed: Uint8Array, communityId: string) => string | undefined;
};

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM under a key made from the secret (HKDF, RFC 5869), the community as associated data. */
export function webhookSeal({
  secret,
  chance,
}: {
  readonly secret: string;
  readonly chance: (count: number) => Uint8Array;
}): WebhookSeal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'copse webhook addresses', 32));
  return {
    seal(url, communityId) {
      const nonce = chance(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(communityId));
      return Buffer.concat([nonce, cipher.update(url, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, communityId) {
      if (sealed.length <= NONCE + TAG) return undefined;
      const nonce = sealed.subarray(0, NONCE);
      const tag = sealed.subarray(sealed.length - TAG);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(communityId)).setAuthTag(tag);
      try {
        const body = sealed.subarray(NONCE, sealed.length - TAG);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
