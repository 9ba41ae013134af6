/** A word as the index writes it, out of a query; `begins`: any word that begins so. */
export type Lexeme = { readonly word: string; readonly begins: boolean };

/** Words in quotes, which are doubled within, with what they may be: 'web':*A; and the signs between them. */
const TOKEN = /'((?:[^']|'')*)'(?::([*A-D]+))?|[()!]/gu;

/** The words that a tsquery in text form looks for, without those that must not occur. */
export function lexemesOf(query: string): readonly Lexeme[] {
  const found = new Map<string, Lexeme>();
  const around: boolean[] = [];
  let without = false;
  let next = false;
  for (const [token, quoted, flags = ''] of query.matchAll(TOKEN)) {
    if (token === '!') {
      next = true;
    } else if (token === '(') {
      around.push(without);
      without ||= next;
      next = false;
    } else if (token === ')') {
      without = around.pop() ?? false;
    } else {
      const word = (quoted ?? '').replaceAll("''", "'");
      const begins = flags.includes('*');
      if (!without && !next) found.set(`${word} ${begins}`, { word, begins });
      next = false;
    }
  }
  return [...found.values()];
}

/** Letters of the words that are kept as they are written, to be offered for what is misspelt. */
export const KEPT = { shortest: 3, longest: 40 };

/** Whether a word of letters and digits would be kept if somebody wrote it. */
export const isKept = (word: string): boolean =>
  word.length >= KEPT.shortest && word.length <= KEPT.longest && !/\d/u.test(word);
