import type { Database } from '@copse/core/sql';
import type { Kysely } from 'kysely';
import type { Answer } from './answer.ts';
import type { AnswerKeeping, Intent } from './kept-answer.ts';

/** A request that was begun this long ago and has no answer was cut off with its process; its key may be used again. */
const ABANDONED_AFTER_MS = 60_000;
export const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

export type IdempotencyStore = ReturnType<typeof sqlIdempotencyStore>;

/** Keeps the first answer to each key of a person for a day, so that a repeated request gets it again. */
export function sqlIdempotencyStore(db: Kysely<Database>, keeping: AnswerKeeping) {
  return {
    /**
     * `'begun'`: go on, then `finish` or `release`. `'in-use'`: the first request is under way. `'reused'`: the key came
     * with other content. Else the first answer. Of many callers at once exactly one begins.
     */
    async begin(intent: Intent, at: Date): Promise<'begun' | 'in-use' | 'reused' | Answer> {
      const key = keeping.nameOf(intent);
      const hash = keeping.hashOf(intent);
      const begun = await db
        .insertInto('idempotent_answer')
        .values({ key, request_hash: hash, answer: null, at })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ at, request_hash: hash, answer: null })
            .where((row) =>
              row.or([
                row('idempotent_answer.at', '<', new Date(at.getTime() - KEPT_FOR_MS)),
                row.and([
                  row('idempotent_answer.answer', 'is', null),
                  row('idempotent_answer.at', '<', new Date(at.getTime() - ABANDONED_AFTER_MS)),
                ]),
              ]),
            ),
        )
        .returning('at')
        .executeTakeFirst();
      if (begun) return 'begun';

      const first = await db
        .selectFrom('idempotent_answer')
        .select(['request_hash', 'answer'])
        .where('key', '=', key)
        .executeTakeFirst();
      if (!first) return 'in-use';
      if (!first.request_hash.equals(hash)) return 'reused';
      return first.answer ? keeping.open(intent, first.answer) : 'in-use';
    },

    async finish(intent: Intent, answer: Answer): Promise<void> {
      await db
        .updateTable('idempotent_answer')
        .set({ answer: keeping.seal(intent, answer) })
        .where('key', '=', keeping.nameOf(intent))
        .execute();
    },

    /** Nothing was done: the same key may be tried again at once. */
    async release(intent: Intent): Promise<void> {
      await db.deleteFrom('idempotent_answer').where('key', '=', keeping.nameOf(intent)).execute();
    },

    async forgetBefore(at: Date): Promise<void> {
      await db.deleteFrom('idempotent_answer').where('at', '<', at).execute();
    },
  };
}
