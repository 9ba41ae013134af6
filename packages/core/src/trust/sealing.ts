import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import type { PersonId } from '../kernel/ids.ts';

/**
 * Hides who did something from everybody who has the database and not the key.
 *
 * - `seal` encrypts a person for one item; `open` gives them back, or `undefined` where the seal belongs to another item,
 *   was tampered with, or was made under a key that is gone.
 * - `marks` tells one person's doings apart within one scope (a question) and links nothing across scopes. The first is
 *   the one to store; the others are those of older keys, under which it may have been stored.
 */
export type Sealing = {
  readonly seal: (personId: PersonId, itemId: string) => Uint8Array;
  readonly open: (sealed: Uint8Array, itemId: string) => PersonId | undefined;
  readonly marks: (personId: PersonId, scope: string) => readonly Uint8Array[];
};

type Deps = {
  /** 32 bytes each. The first seals; the others only open what was sealed before they were replaced. */
  readonly sealKeys: readonly Uint8Array[];
  readonly chance: (count: number) => Uint8Array;
};

/** AES refuses a key of this length, so that nothing is ever sealed without one. */
const NO_KEY = new Uint8Array(0);
const NONCE = 12;
const TAG = 16;
const ID = 16;

/**
 * AES-256-GCM with a random nonce (NIST SP 800-38D), the item's id as associated data, so that a seal cannot be moved to
 * another row. Layout: one byte that tells the key, 12 bytes nonce, 16 bytes person, 16 bytes tag. No two seals are
 * equal, and all have the same length.
 */
export function createSealing({ sealKeys, chance }: Deps): Sealing {
  const [current = NO_KEY] = sealKeys;
  const ring = sealKeys.map((key) => ({ key, name: nameOf(key), marking: markingKey(key) }));

  return {
    seal(personId, itemId) {
      const nonce = chance(NONCE);
      const cipher = createCipheriv('aes-256-gcm', current, nonce).setAAD(Buffer.from(itemId));
      const sealed = Buffer.concat([cipher.update(bytesOf(personId)), cipher.final()]);
      return Buffer.concat([Uint8Array.of(nameOf(current)), nonce, sealed, cipher.getAuthTag()]);
    },

    open(sealed, itemId) {
      if (sealed.length !== 1 + NONCE + ID + TAG) return undefined;
      const nonce = sealed.subarray(1, 1 + NONCE);
      const body = sealed.subarray(1 + NONCE, 1 + NONCE + ID);
      const tag = sealed.subarray(1 + NONCE + ID);
      for (const { key, name } of ring) {
        if (name !== sealed[0]) continue;
        const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(itemId)).setAuthTag(tag);
        try {
          return idOf(Buffer.concat([decipher.update(body), decipher.final()]));
        } catch {
          // Not this key (two keys may share a name), or not this item.
        }
      }
      return undefined;
    },

    marks: (personId, scope) =>
      ring.map(({ marking }) => createHmac('sha256', marking).update(`${scope} ${personId}`).digest()),
  };
}

const nameOf = (key: Uint8Array) => createHash('sha256').update(key).digest()[0] as number;
const markingKey = (key: Uint8Array) => createHmac('sha256', key).update('copse marks').digest();

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
function idOf(bytes: Buffer): PersonId {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-') as PersonId;
}
