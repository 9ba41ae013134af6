import type { Database } from '@copse/core/sql';
import type { Kysely } from 'kysely';
import type { Answer } from './answer.ts';

/** A request that was begun this long ago and has no answer was cut off with its process; its key may be used again. */
const ABANDONED_AFTER_MS = 60_000;
export const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

export type Attempt = { readonly personId: string; readonly key: string; readonly hash: Buffer; readonly at: Date };

export type IdempotencyStore = ReturnType<typeof sqlIdempotencyStore>;

/** Keeps the first answer to each key of a person for a day, so that a repeated request gets it again. */
export function sqlIdempotencyStore(db: Kysely<Database>) {
  return {
    /**
     * `'begun'`: go on, then `finish` or `release`. `'in-use'`: the first request is under way. `'reused'`: the key came
     * with other content. Else the first answer. Of many callers at once exactly one begins.
     */
    async begin({ personId, key, hash, at }: Attempt): Promise<'begun' | 'in-use' | 'reused' | Answer> {
      const begun = await db
        .insertInto('idempotent_answer')
        .values({ person_id: personId, key, request_hash: hash, status: null, headers: null, body: null, at })
        .onConflict((conflict) =>
          conflict
            .columns(['person_id', 'key'])
            .doUpdateSet({ at, request_hash: hash, status: null, headers: null, body: null })
            .where((row) =>
              row.or([
                row('idempotent_answer.at', '<', new Date(at.getTime() - KEPT_FOR_MS)),
                row.and([
                  row('idempotent_answer.status', 'is', null),
                  row('idempotent_answer.at', '<', new Date(at.getTime() - ABANDONED_AFTER_MS)),
                ]),
              ]),
            ),
        )
        .returning('key')
        .executeTakeFirst();
      if (begun) return 'begun';

      const first = await db
        .selectFrom('idempotent_answer')
        .select(['request_hash', 'status', 'headers', 'body'])
        .where('person_id', '=', personId)
        .where('key', '=', key)
        .executeTakeFirst();
      if (!first) return 'in-use';
      if (!first.request_hash.equals(hash)) return 'reused';
      if (first.status === null) return 'in-use';
      const { contentType, etag } = first.headers as Pick<Answer, 'contentType' | 'etag'>;
      return { status: first.status, contentType, etag, body: first.body ?? '' };
    },

    async finish({ personId, key }: Attempt, { status, contentType, etag, body }: Answer): Promise<void> {
      await db
        .updateTable('idempotent_answer')
        .set({ status, headers: JSON.stringify({ contentType, etag }), body })
        .where('person_id', '=', personId)
        .where('key', '=', key)
        .execute();
    },

    /** Nothing was done: the same key may be tried again at once. */
    async release({ personId, key }: Attempt): Promise<void> {
      await db.deleteFrom('idempotent_answer').where('person_id', '=', personId).where('key', '=', key).execute();
    },

    async forgetBefore(at: Date): Promise<void> {
      await db.deleteFrom('idempotent_answer').where('at', '<', at).execute();
    },
  };
}
