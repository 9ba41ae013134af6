import type { SearchHit } from './contract.ts';
import type { Lexeme } from './lexeme.ts';

type Snippet = SearchHit['snippet'];
type Span = { readonly word: string; readonly start: number; readonly end: number };

/** Characters of a passage, about thirty words. */
const LONG = 220;
/** Nobody misses so few characters before a passage as much as they would be puzzled by the dots. */
const FEW = 30;
const LETTER = String.raw`[\p{L}\p{N}\p{M}]`;
const ASCII_LETTER = '[A-Za-z0-9]';
const ENDS_IN_LETTER = /[\p{L}\p{N}\p{M}]$/u;
const BEYOND_ASCII = /\P{ASCII}/u;
/** Words with a letter beyond ASCII in them. */
const SPECIAL = /[\p{L}\p{N}\p{M}]*[^\p{ASCII}\P{L}][\p{L}\p{N}\p{M}]*/gu;
/** Letters that are written as two, or without their stroke, where accents are left out. */
const LIGATURES = /^[æœøßđðþłıħŧǽ]/u;

const literally = (word: string) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** Where in a text the words stand that are looked for, from its beginning on. */
export type Finder = (text: string) => Generator<Span>;

/** Finds these words, given in small letters, as whole words. */
export const finderOf = (words: readonly string[]): Finder =>
  finder(
    // The longest first: of two that begin alike, it is the longer one that stands there.
    words.toSorted((a, b) => b.length - a.length).map(literally),
    (letter) => `(?!${letter})`,
  );

/**
 * Finds what begins like one of these patterns, at the beginning of a word. Made once for many texts; most are in ASCII, in
 * which small and capital letters are compared without Unicode's rules: a fifth of the time of all marking.
 */
function finder(patterns: readonly string[], rest: (letter: string) => string): Finder {
  if (patterns.length === 0) return function* none() {};
  const any = `(?:${patterns.join('|')})`;
  const inAscii = new RegExp(any + rest(ASCII_LETTER), 'gi');
  const inAll = new RegExp(any + rest(LETTER), 'giu');
  return function* find(text) {
    for (const { 0: word, index } of text.matchAll(BEYOND_ASCII.test(text) ? inAll : inAscii)) {
      // Looked at here, because looking back within the pattern would be done at every letter of the text.
      if (!ENDS_IN_LETTER.test(text.slice(Math.max(0, index - 2), index))) {
        yield { word: word.toLowerCase(), start: index, end: index + word.length };
      }
    }
  };
}

/**
 * The words of these texts that may have been found, in small letters: those that begin like one of the lexemes, since
 * word forms change the end of a word. Whether they were is for the dictionaries of the index to say.
 */
export function wordsToTry(texts: readonly string[], lexemes: readonly Lexeme[]): readonly string[] {
  const beginnings = [...new Set(lexemes.map(({ word }) => word.slice(0, word.length > 3 ? 2 : 1)))];
  const find = finder(beginnings.map(literally), (letter) => `${letter}*`);
  const words = new Set<string>();
  for (const text of texts) {
    for (const { word } of find(text)) words.add(word);
    if (!BEYOND_ASCII.test(text)) continue;
    for (const [special] of text.toLowerCase().matchAll(SPECIAL)) {
      const plain = special.normalize('NFD').replaceAll(/\p{M}/gu, '');
      if (LIGATURES.test(plain) || beginnings.some((beginning) => plain.startsWith(beginning))) words.add(special);
    }
  }
  // Addresses and the like stand in the index as they are written.
  const joined = lexemes.filter(({ word }) => !/^[\p{L}\p{N}\p{M}]+$/u.test(word)).map(({ word }) => word);
  return [...words, ...joined];
}

/**
 * What stands around the words that were found, and they are marked: where most of them stand
 * together, with «…» where the text goes on. The beginning of the text where there is none. `goesOn` says that the text
 * is not all of it.
 */
export function passageOf(text: string, find: Finder, goesOn = false): Snippet {
  const marks = [...find(text)];
  const [start, end] = stretchOf(text, marks);
  const pieces = piecesOf(text, marks, start, end);
  const [beginning] = pieces;
  if (beginning) beginning.text = `${start > 0 ? '…' : ''}${beginning.text.trimStart()}`;
  const rest = pieces.at(-1);
  if (rest) {
    const whole = rest.text.trimEnd();
    const isCut = (goesOn || end < text.length) && !/[.!?…]$/u.test(whole);
    rest.text = `${whole}${isCut ? '…' : ''}`;
  }
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.replaceAll(/\s+/gu, ' ') }))
    .filter(({ text: words }) => words !== '');
}

/** All of a title, and the words that were found in it are marked. */
export const markedIn = (title: string, find: Finder): Snippet =>
  piecesOf(title, [...find(title)], 0, title.length).filter(({ text }) => text !== '');

/** A stretch of the text, in turns what is not marked (perhaps nothing) and what is; ends with what is not. */
function piecesOf(text: string, marks: readonly Span[], start: number, end: number): Snippet {
  const pieces: Snippet = [];
  let at = start;
  for (const mark of marks.filter((one) => one.start >= start && one.end <= end)) {
    pieces.push({ text: text.slice(at, mark.start), match: false });
    pieces.push({ text: text.slice(mark.start, mark.end), match: true });
    at = mark.end;
  }
  return [...pieces, { text: text.slice(at, end), match: false }];
}

/** Whether one of the words stands in the text. */
export const holdsOne = (text: string, find: Finder): boolean => !find(text).next().done;

/** From where to where the text is shown: whole words. */
function stretchOf(text: string, marks: readonly Span[]): readonly [number, number] {
  const best = densest(marks);
  const lead = best.start - Math.floor((LONG - (best.end - best.start)) / 2);
  const start = lead > FEW ? wordFrom(text, lead, best.start) : 0;
  const end = Math.max(start + LONG, best.end);
  if (text.length - end <= FEW) return [start, text.length];
  const space = text.slice(0, end + 1).search(/\s\S*$/u);
  return [start, Math.max(space, best.end)];
}

/** The first beginning of a word after white space, or `upTo`. */
function wordFrom(text: string, from: number, upTo: number): number {
  const word = /\s(?=\S)/u.exec(text.slice(from, upTo));
  return word ? from + word.index + 1 : upTo;
}

/** The stretch that holds most different words, and of those the one that holds most. */
function densest(marks: readonly Span[]): { readonly start: number; readonly end: number } {
  let best = { distinct: 0, all: 0, start: 0, end: 0 };
  for (const [at, { start }] of marks.entries()) {
    const within = marks.slice(at, at + LONG).filter(({ end }) => end <= start + LONG);
    const distinct = new Set(within.map(({ word }) => word)).size;
    if (distinct > best.distinct || (distinct === best.distinct && within.length > best.all)) {
      best = { distinct, all: within.length, start, end: within.at(-1)?.end ?? start };
    }
  }
  return best;
}
