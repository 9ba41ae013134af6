import { type Database, doneFor } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';
import type { Answer } from './answer.ts';
import type { AnswerKeeping, Intent } from './kept-answer.ts';

/**
 * A request that was begun this long ago and has no answer was most likely cut off with its process; it may be tried
 * again. Should it still be under way, nothing is done twice: both have the same intent (`asOneIntent`).
 */
export const ABANDONED_AFTER_MS = 10_000;
export const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

export type IdempotencyStore = ReturnType<typeof sqlIdempotencyStore>;

/** Keeps the first answer to each key of a person for a day, so that a repeated request gets it again. */
export function sqlIdempotencyStore(db: Kysely<Database>, keeping: AnswerKeeping) {
  return {
    /**
     * `begun`: go on, as one intent of that id, then `finish` or `release`. `'in-use'`: the first request is under way.
     * `'reused'`: the key came with other content. Else the first answer. Of many callers at once exactly one begins.
     */
    async begin(intent: Intent, at: Date): Promise<{ readonly begun: string } | 'in-use' | 'reused' | Answer> {
      const key = keeping.nameOf(intent);
      const hash = keeping.hashOf(intent);
      const begun = await db
        .insertInto('idempotent_answer')
        .values({ key, request_hash: hash, answer: null, at })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({
              at,
              request_hash: hash,
              answer: null,
              // Other content is another intent.
              intent: sql`CASE WHEN ${isOver(at)} OR idempotent_answer.request_hash <> ${hash}
                THEN gen_random_uuid() ELSE idempotent_answer.intent END`,
            })
            .where((row) => row.or([isOver(at), isCutOff(at)])),
        )
        .returning('intent')
        .executeTakeFirst();
      if (begun) return { begun: begun.intent };

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

    /** Ids of what has been done so far for the intent of that id; nothing where nothing was. */
    doneFor: (intentId: string) => doneFor(db, [intentId]),

    /** It failed: the same key may be tried again at once, as the same intent, since nobody knows what was saved. */
    async release(intent: Intent): Promise<void> {
      await sql`
        UPDATE idempotent_answer SET at = at - ${ABANDONED_AFTER_MS + 1} * interval '1 ms'
        WHERE key = ${keeping.nameOf(intent)} AND answer IS NULL
      `.execute(db);
    },

    async forgetBefore(at: Date): Promise<void> {
      await db.deleteFrom('idempotent_answer').where('at', '<', at).execute();
    },
  };
}

const isOver = (at: Date) => sql<boolean>`idempotent_answer.at < ${new Date(at.getTime() - KEPT_FOR_MS)}`;
/** Begun some time ago, or at a time that has not come, since the clock was put back. */
const isCutOff = (at: Date) => sql<boolean>`
  (idempotent_answer.answer IS NULL AND (idempotent_answer.at < ${new Date(at.getTime() - ABANDONED_AFTER_MS)}
    OR idempotent_answer.at > ${new Date(at.getTime() + ABANDONED_AFTER_MS)}))`;
