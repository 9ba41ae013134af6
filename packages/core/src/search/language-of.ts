import { type Language, stemmed } from './language.ts';

/** What is too short, or too mixed, to tell the language of. */
const USUAL: Language = 'english';

/** The beginning says what a text is written in. */
const READ = 1000;
/** How sure the model must be; below that even English is often taken for something else. */
const SURE = 0.4;
const LABEL = '__label__';

/** What we use of fastText. Its own types lead to each other without endings, where Node's way of resolving finds none. */
type FastText = { readonly getLIDModel: () => Promise<{ readonly load: () => Promise<Model> }> };
type Model = { readonly predict: (line: string, most: number, atLeast: number) => Answers };
/** Lie in the memory of the model until they are deleted. */
type Answers = {
  readonly size: () => number;
  readonly get: (at: number) => readonly [likely: number, label: string];
  readonly delete: () => void;
};

let loaded: Promise<Model> | undefined;

/** The language of a text, for its word forms. */
export async function languageOf(text: string): Promise<Language> {
  loaded ??= load();
  const answers = (await loaded).predict(text.slice(0, READ).replaceAll(/\s+/gu, ' '), 1, SURE);
  const [, label] = answers.size() > 0 ? answers.get(0) : [];
  answers.delete();
  if (label === undefined) return USUAL;
  return stemmed[label.slice(LABEL.length) as keyof typeof stemmed] ?? 'simple';
}

/** 25 megabytes, which only those processes load that write to the index. */
async function load(): Promise<Model> {
  const { getLIDModel } = (await import('fasttext.wasm.js')) as unknown as FastText;
  return (await getLIDModel()).load();
}
