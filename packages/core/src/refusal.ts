import type { Core } from './core.ts';

type ReasonOf<Answer> = Answer extends { readonly ok: false; readonly reason: infer Reason } ? Reason : never;
type RefusalsOf<UseCases> = {
  [Name in keyof UseCases]: UseCases[Name] extends (...asked: never[]) => Promise<infer Answer>
    ? ReasonOf<Answer>
    : never;
}[keyof UseCases];

/**
 * Every word with which some use case refuses, read out of the types of Core. A surface that explains refusals in a
 * `Record<Refusal, …>` is told by the compiler of each new one.
 */
export type Refusal = { [Slice in keyof Core]: RefusalsOf<Core[Slice]> }[keyof Core] & string;
