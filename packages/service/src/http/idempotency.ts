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

/**
 * Does a write at most once per person, route and key.
 *
 * A repeated request gets the first answer again, whether it was good or a refusal. While the first is under way the
 * second is told so (409); other content under the same key is refused (422). After an outage the key is free again.
 */
export async function once(
  { store, now, onTrouble }: Once,
  intent: Intent,
  perform: () => Promise<Answer>,
): Promise<Answer & { readonly repeated?: true }> {
  const begun = await store.begin(intent, now());
  if (begun === 'in-use') return answerWithProblem(serviceProblem('key-in-use'));
  if (begun === 'reused') return answerWithProblem(serviceProblem('key-reused'));
  if (begun !== 'begun') return { ...begun, repeated: true };

  try {
    const answer = await perform();
    await store.finish(intent, answer).catch(onTrouble);
    return answer;
  } catch (error) {
    await store.release(intent).catch(onTrouble);
    throw error;
  }
}
