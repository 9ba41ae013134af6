import { type Language, stemmed } from './language.ts';

/** What is too short, or too mixed, to tell the language of. */
const USUAL: Language = 'english';

/** The beginning says what a text is written in. */
const READ = 2000;

/** The language of a text, for its word forms. */
export async function languageOf(text: string): Promise<Language> {
  // Thirty megabytes of letter statistics, which only those processes load that write to the index.
  const { eld } = await import('eld/extrasmall');
  const detected = eld.detect(text.slice(0, READ));
  if (!detected.isReliable()) return USUAL;
  return stemmed[detected.language as keyof typeof stemmed] ?? 'simple';
}
