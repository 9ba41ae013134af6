/** 8 characters from an alphabet in which no two look alike (no 0 O 1 I L U V), shown in two groups: `ABCD-2345`. */
export const LINK_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
export const LINK_CODE_LENGTH = 8;
export const LINK_CODE_MINUTES = 10;
/** Wrong tries of one account before it has to wait until `LINK_CODE_MINUTES` after the first of them. */
export const LINK_CODE_TRIES = 5;

/** What a code does: joins two accounts of one person, or a Confluence site to the organisation. */
export type CodePurpose = 'person' | 'site';

/** A code that is waiting to be redeemed; the code itself is known only to whoever it was shown to. */
export type LinkCode = { readonly code: string; readonly issuedAt: Date; readonly expiresAt: Date };

/** Makes a code out of `chance`, every code as likely as any other. */
export function makeLinkCode(chance: (count: number) => Uint8Array, issuedAt: Date): LinkCode {
  // A byte that would favour the first characters is thrown away and drawn again.
  const fair = 256 - (256 % LINK_CODE_ALPHABET.length);
  let code = '';
  while (code.length < LINK_CODE_LENGTH) {
    for (const byte of chance(LINK_CODE_LENGTH * 2)) {
      if (byte < fair && code.length < LINK_CODE_LENGTH) code += LINK_CODE_ALPHABET[byte % LINK_CODE_ALPHABET.length];
    }
  }
  return { code, issuedAt, expiresAt: new Date(issuedAt.getTime() + LINK_CODE_MINUTES * 60_000) };
}

/** `ABCD-2345`: two groups are easier to read out and to type. */
export const showLinkCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A typed code in its one form: lower case, spaces, hyphens and the bot's word `link` before it are forgiven. */
export const tidyLinkCode = (typed: string) =>
  typed
    .replace(/^\s*link\s+/iu, '')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '');
