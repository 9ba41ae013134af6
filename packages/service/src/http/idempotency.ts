import { asOneIntent, isDoneBefore } from '@copse/core/sql';
import type { FastifyRequest } from 'fastify';
import { serviceProblem } from '../problems.ts';
import { type Answer, answerWithProblem } from './answer.ts';
import type { IdempotencyStore } from './idempotency-store.ts';
import { InvalidInputError } from './input.ts';
import type { Intent } from './kept-answer.ts';

const KEY = /^[\u0021-\u007E]{1,200}$/u;

/** The key of a write, or `undefined` when the caller sent none. */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new InvalidInputError([
    { path: 'Idempotency-Key', message: 'Use 1 to 200 visible ASCII characters, such as a UUID.' },
  ]);
}

export type Once = {
  readonly store: IdempotencyStore;
  readonly now: () => Date;
  /** A failure to keep an answer: the caller has it already, so it is only noted. */
  readonly onTrouble: (error: unknown) => void;
};

type Work = {
  readonly perform: () => Promise<Answer>;
  /** The answer to what was done before, by a try whose own answer is lost; `done` has the ids that it is about. */
  readonly look: (done: Readonly<Record<string, string>>) => Promise<Answer>;
};

/**
 * Does a write at most once per person, route and key.
 *
 * A repeated request gets the first answer again, whether it was good or a refusal. While the first is under way the
 * second is told so (409); other content under the same key is refused (422). When the process died over the first, or
 * lost the database, the second goes on with it: what had been saved by then is not saved again, and is answered with.
 */
export async function once(
  { store, now, onTrouble }: Once,
  intent: Intent,
  { perform, look }: Work,
): Promise<Answer & { readonly repeated?: true }> {
  const begun = await store.begin(intent, now());
  if (begun === 'in-use') return answerWithProblem(serviceProblem('key-in-use'));
  if (begun === 'reused') return answerWithProblem(serviceProblem('key-reused'));
  if (!('begun' in begun)) return { ...begun, repeated: true };

  try {
    const answer = await asOneIntent(begun.begun, perform).catch(async (error: unknown) => {
      const done = isDoneBefore(error) ? await store.doneFor(begun.begun) : undefined;
      if (!done) throw error;
      return look(done);
    });
    // Somebody refused may be the very person who did it: «you have changed it meanwhile».
    const done = answer.status >= 400 ? await store.doneFor(begun.begun) : undefined;
    const final = done ? await look(done) : answer;
    await store.finish(intent, final).catch(onTrouble);
    return final;
  } catch (error) {
    await store.release(intent).catch(onTrouble);
    throw error;
  }
}
