import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINK_CODE_ALPHABET, makeLinkCode, showLinkCode, tidyLinkCode } from './link-code.ts';

const now = new Date('2026-03-02T09:00:00Z');

describe('a one-time code', () => {
  it('has eight characters of which no two look alike, whatever chance brings', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(255)), (bytes) => {
        const chance = (count: number) => Uint8Array.from({ length: count }, () => bytes.next().value as number);
        const { code } = makeLinkCode(chance, now);
        expect(code).toMatch(new RegExp(`^[${LINK_CODE_ALPHABET}]{8}$`, 'u'));
      }),
    );
    expect(LINK_CODE_ALPHABET).not.toMatch(/[01OILUV]/u);
  });

  it('holds each character equally often when chance does', () => {
    // A small generator of its own (Lehmer's), so that the test sees the same bytes each time.
    let seed = 48_271;
    const evenly = () => (seed = (seed * 48_271) % 2_147_483_647) >> 12;
    const chance = (count: number) => Uint8Array.from({ length: count }, () => evenly() % 256);
    const seen = new Map<string, number>();
    for (let made = 0; made < 5000; made += 1) {
      for (const character of makeLinkCode(chance, now).code) seen.set(character, (seen.get(character) ?? 0) + 1);
    }

    const counts = [...seen.values()];
    expect(counts).toHaveLength(29);
    expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(1.2);
  });

  it('lasts ten minutes', () => {
    expect(makeLinkCode((count) => new Uint8Array(count), now).expiresAt).toEqual(new Date('2026-03-02T09:10:00Z'));
  });

  it.each(['link abcd-2345', 'ABCD-2345', 'abcd2345', ' ab cd 23-45 '])('is understood when typed as «%s»', (typed) => {
    expect(tidyLinkCode(typed)).toBe('ABCD2345');
  });

  it('is shown in two groups', () => {
    expect(showLinkCode('ABCD2345')).toBe('ABCD-2345');
  });
});
