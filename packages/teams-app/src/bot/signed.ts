import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

const DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST = 8000;

/** What the bot hands to a client and gets back later, so that nobody can write or change it on the way. */
export type Signed = {
  /** Good for `days` days and for this purpose only. It is signed, not secret: the client can read it. */
  readonly sign: (purpose: string, value: unknown, days: number) => string;
  /** The value as it was signed; nothing where it was not, was for something else, or is too old. */
  readonly read: (purpose: string, token: unknown) => unknown;
};

/** Signs with a key that follows from the bot's own password: it is there in every process and in no database. */
export function signedWith(password: string, now: () => Date): Signed {
  const key = Buffer.from(hkdfSync('sha256', password, '', 'copse: what the bot hands out', 32));
  const mark = (purpose: string, body: string) => createHmac('sha256', key).update(`${purpose}\n${body}`).digest();

  return {
    sign(purpose, value, days) {
      const body = Buffer.from(JSON.stringify({ value, until: now().getTime() + days * DAY_MS })).toString('base64url');
      return `${body}.${mark(purpose, body).toString('base64url')}`;
    },

    read(purpose, token) {
      if (typeof token !== 'string' || token.length > LONGEST) return undefined;
      const [body = '', given = '', ...rest] = token.split('.');
      const expected = mark(purpose, body);
      const signature = Buffer.from(given, 'base64url');
      if (rest.length > 0 || signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
        return undefined;
      }
      const { value, until } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as {
        value: unknown;
        until: number;
      };
      return until > now().getTime() ? value : undefined;
    },
  };
}
