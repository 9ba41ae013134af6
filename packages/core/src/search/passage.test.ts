import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexemesOf } from './lexeme.ts';
import { type Finder, finderOf, passageOf, wordsToTry } from './passage.ts';

const found = (...words: string[]) => finderOf(words);
const shown = (text: string, find: Finder, goesOn = false) =>
  passageOf(text, find, goesOn)
    .map((piece) => (piece.match ? `[${piece.text}]` : piece.text))
    .join('');

describe('a passage', () => {
  it('is all of a short text, with what was found marked in it', () => {
    expect(shown('Cafés  begin\nwith <b>keyboards</b>.', found('keyboards', 'cafés'))).toBe(
      '[Cafés] begin with <b>[keyboards]</b>.',
    );
  });

  it('is where most of the words stand together', () => {
    const away = 'nothing here '.repeat(40);
    const text = `One keyboard. ${away}A keyboard and a screen. ${away}`;

    expect(shown(text, found('keyboard', 'screen'))).toMatch(/^….*A \[keyboard\] and a \[screen\]\..*…$/u);
  });

  it('is the beginning where nothing was found', () => {
    expect(shown('It begins here. '.repeat(30), found())).toMatch(/^It begins here\..*[.…]$/u);
    expect(shown('Only the beginning of it', found(), true)).toBe('Only the beginning of it…');
    expect(passageOf('', found())).toEqual([]);
  });

  it('marks whole words only, and parts of compounds', () => {
    expect(shown('Welds and weld, unwelded', found('weld'))).toBe('Welds and [weld], unwelded');
    expect(shown('A well-known page', found('known'))).toBe('A well-[known] page');
    expect(shown('Äwelds and äweld, weld', found('weld'))).toBe('Äwelds and äweld, [weld]');
    expect(shown('weld_on, WELD2 and 2weld', found('weld'))).toBe('[weld]_on, WELD2 and 2weld');
    expect(shown('Ask ada@example.com today', found('ada@example.com'))).toBe('Ask [ada@example.com] today');
  });

  it('of any text is a part of that text, no longer than a few dozen words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string(), (text, word) => {
        const passage = passageOf(text, found(word, 'a', 'b'))
          .map((piece) => piece.text)
          .join('');
        const inner = passage.replace(/^…/u, '').replace(/…$/u, '').trim();
        expect(text.replaceAll(/\s+/gu, ' ')).toContain(inner);
      }),
    );
  });
});

it('only words that begin like what was looked for are tried', () => {
  const texts = ['Weld, welding and WELLS; Élan, ǽther and e-mail'];
  expect(wordsToTry(texts, lexemesOf("'weld' | 'elan'"))).toEqual(['weld', 'welding', 'wells', 'élan', 'ǽther']);
  expect(wordsToTry(texts, lexemesOf("'mai'"))).toEqual(['mail', 'ǽther']);
});

it.each([
  ["'unit' & 'test'", ['unit', 'test']],
  ["'unit' & !'test'", ['unit']],
  ["'a' & !( 'b' | 'c' & ( 'd' | 'e' ) ) | 'f'", ['a', 'f']],
  ["'unit' <-> 'test' | 'l''am':*A", ['unit', 'test', "l'am"]],
  ['', []],
])('what %s looks for', (query, words) => {
  expect(lexemesOf(query).map(({ word }) => word)).toEqual(words);
});
