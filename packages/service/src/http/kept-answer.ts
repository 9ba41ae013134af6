import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Answer } from './answer.ts';

/** What tells one intent of one person from all others. */
export type Intent = {
  readonly personId: string;
  /** Method and pattern of the route. */
  readonly route: string;
  /** The `Idempotency-Key` that the caller sent. */
  readonly key: string;
  /** All that the request said, as text. */
  readonly content: string;
};

const NONCE = 12;
const TAG = 16;

/**
 * Makes kept answers unreadable for whoever has the database alone: a row is found by a keyed hash of person, route and
 * key, and its answer is encrypted (AES-256-GCM) under a key made from the same. So no row says who sent a request,
 * which matters where something was written anonymously.
 */
export function answerKeeping(secret: string, chance: (count: number) => Uint8Array) {
  const keyed = (purpose: string, ...parts: string[]) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([purpose, ...parts]))
      .digest();
  const keyOf = ({ personId, route, key }: Intent) => keyed('kept answer: seal', personId, route, key);

  return {
    nameOf: ({ personId, route, key }: Intent) => keyed('kept answer: name', personId, route, key),
    hashOf: (intent: Intent) => keyed('kept answer: request', intent.personId, intent.content),

    seal(intent: Intent, answer: Answer): Buffer {
      const nonce = chance(NONCE);
      const cipher = createCipheriv('aes-256-gcm', keyOf(intent), nonce);
      return Buffer.concat([nonce, cipher.update(JSON.stringify(answer), 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },

    /** The answer that was sealed for the same intent. Throws when the row was tampered with. */
    open(intent: Intent, sealed: Buffer): Answer {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(intent), sealed.subarray(0, NONCE));
      decipher.setAuthTag(sealed.subarray(-TAG));
      const text = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
      const { status, contentType, etag, body } = JSON.parse(text.toString('utf8')) as Answer;
      return { status, contentType, etag, body };
    },
  };
}

export type AnswerKeeping = ReturnType<typeof answerKeeping>;
