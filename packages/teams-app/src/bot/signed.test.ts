import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedWith } from './signed.ts';

const at = (day: number) => () => new Date(Date.UTC(2026, 2, day));
const { sign, read } = signedWith('the bot is who it says', at(2));

describe('what the bot hands out', () => {
  it('comes back as it was', () => {
    expect(read('credit', sign('credit', { practice: 'p', who: ['ä'] }, 7))).toEqual({ practice: 'p', who: ['ä'] });
  });

  it.each([
    ['for something else', () => read('answer', sign('credit', 1, 7))],
    ['after its time', () => signedWith('the bot is who it says', at(10)).read('credit', sign('credit', 1, 7))],
    ['by a bot with another password', () => read('credit', signedWith('another', at(2)).sign('credit', 1, 7))],
    ['without a signature', () => read('credit', sign('credit', 1, 7).split('.')[0])],
    ['that is no text', () => read('credit', { $ne: null })],
    ['that is enormous', () => read('credit', `${'a'.repeat(100_000)}.b`)],
    ['with something behind it', () => read('credit', `${sign('credit', 1, 7)}.x`)],
  ])('is nothing %s', (_how, wrong) => {
    expect(wrong()).toBeUndefined();
  });

  it('is nothing when one letter was changed', () => {
    const token = sign('credit', { practice: 'p' }, 7);
    fc.assert(
      fc.property(fc.nat({ max: token.length - 2 }), fc.constantFrom('A', 'z', '-', '.', ' '), (place, letter) => {
        fc.pre(token[place] !== letter);
        expect(read('credit', `${token.slice(0, place)}${letter}${token.slice(place + 1)}`)).toBeUndefined();
      }),
    );
  });
});
