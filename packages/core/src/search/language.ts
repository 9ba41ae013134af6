/**
 * Languages in whose word forms texts are indexed and looked for: those that PostgreSQL comes with a stemmer for, by the
 * code that the detector answers (that of a Wikipedia).
 */
export const stemmed = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  // Near enough to Indonesian to share its endings.
  ms: 'indonesian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
} as const satisfies Record<string, string>;

/** `simple`: a language without a stemmer, whose words are found as they are written. */
export type Language = (typeof stemmed)[keyof typeof stemmed] | 'simple';

export const languages: readonly Language[] = [...new Set<Language>(Object.values(stemmed)), 'simple'];
