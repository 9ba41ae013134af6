import { createHash } from 'node:crypto';

/** As long as a key: nobody guesses it, so a plain hash is enough to find it by. */
const BYTES = 32;
const SECRET = /^[\w-]{43}$/u;

/** The secret part of the address of a calendar, out of `chance`. */
export const makeCalendarSecret = (chance: (count: number) => Uint8Array): string =>
  Buffer.from(chance(BYTES)).toString('base64url');

/** By what an address is found; `undefined` for what cannot be one. */
export const calendarHash = (secret: string): Uint8Array | undefined =>
  SECRET.test(secret) ? createHash('sha256').update(secret, 'utf8').digest() : undefined;
