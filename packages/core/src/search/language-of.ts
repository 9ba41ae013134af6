import type { FastTextModel } from 'fasttext.wasm.js';
import { type Language, stemmed } from './language.ts';

/** What is too short, or too mixed, to tell the language of. */
const USUAL: Language = 'english';

/** The beginning says what a text is written in. */
const READ = 1000;
/** How sure the model must be; below that even English is often taken for something else. */
const SURE = 0.4;
const LABEL = '__label__';

let loaded: Promise<FastTextModel> | undefined;

/** The language of a text, for its word forms. */
export async function languageOf(text: string): Promise<Language> {
  // The model takes 25 megabytes, which only those processes load that write to the index.
  loaded ??= import('fasttext.wasm.js').then(async ({ getLIDModel }) => (await getLIDModel()).load());
  const model = await loaded;
  // It reads one line. What it answers lies in its own memory, and would stay there.
  const answers = model.predict(text.slice(0, READ).replaceAll(/\s+/gu, ' '), 1, SURE);
  const [, label] = answers.size() > 0 ? answers.get(0) : [];
  answers.delete();
  if (label === undefined) return USUAL;
  return stemmed[label.slice(LABEL.length) as keyof typeof stemmed] ?? 'simple';
}
