import { createHmac } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { LINK_CODE_MINUTES } from './link-code.ts';
import type { CodeStore, TryStore } from './ports.ts';

type Ports = { readonly db: Kysely<Database>; readonly secret: string };

const DAY = 24 * 60 * 60_000;

/** A code is short enough to be guessed from a plain hash; keyed with the secret, a copy of the database helps nobody. */
const hashOf = (secret: string, code: string) => createHmac('sha256', secret).update(code, 'utf8').digest();

export function sqlCodeStore({ db, secret }: Ports): CodeStore {
  return {
    async issue({ code, issuedAt, expiresAt }, purpose, organisationId, issuedBy) {
      await db.transaction().execute(async (tx) => {
        // An expired code can be told from a wrong one for a day; after that nobody is still holding it.
        await tx
          .deleteFrom('link_code')
          .where('expires_at', '<', new Date(issuedAt.getTime() - DAY))
          .execute();
        await tx
          .deleteFrom('link_code')
          .where('issued_by', '=', issuedBy)
          .where('purpose', '=', purpose)
          .where('redeemed_at', 'is', null)
          .execute();
        await tx
          .insertInto('link_code')
          .values({
            hash: hashOf(secret, code),
            purpose,
            organisation_id: organisationId,
            issued_by: issuedBy,
            issued_at: issuedAt,
            expires_at: expiresAt,
            redeemed_at: null,
          })
          .execute();
      });
    },

    async find(code, purpose) {
      const row = await db
        .selectFrom('link_code')
        .select(['organisation_id', 'issued_by', 'expires_at'])
        .where('hash', '=', hashOf(secret, code))
        .where('purpose', '=', purpose)
        .where('redeemed_at', 'is', null)
        .executeTakeFirst();
      return (
        row && {
          organisationId: row.organisation_id as OrganisationId,
          issuedBy: row.issued_by as PersonId,
          expiresAt: row.expires_at,
        }
      );
    },
  };
}

/** Marks the code as redeemed. Of two who redeem it at the same time the second loses, and tries again in vain. */
export async function useUpCode(
  tx: Transaction<Database>,
  { secret, code, at }: { readonly secret: string; readonly code: string; readonly at: Date },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('link_code')
    .set({ redeemed_at: at })
    .where('hash', '=', hashOf(secret, code))
    .where('redeemed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new StaleWriteError('link-code');
}

export function sqlTryStore({ db }: Pick<Ports, 'db'>): TryStore {
  return {
    async count(who, now) {
      const windowBegan = new Date(now.getTime() - LINK_CODE_MINUTES * 60_000);
      await db
        .deleteFrom('link_try')
        .where('since', '<', new Date(now.getTime() - DAY))
        .execute();
      const { wrong } = await db
        .insertInto('link_try')
        .values({ account: who, wrong: 1, since: now })
        .onConflict((conflict) =>
          conflict.column('account').doUpdateSet({
            wrong: sql`CASE WHEN link_try.since <= ${windowBegan} THEN 1 ELSE link_try.wrong + 1 END`,
            since: sql`CASE WHEN link_try.since <= ${windowBegan} THEN ${now} ELSE link_try.since END`,
          }),
        )
        .returning('wrong')
        .executeTakeFirstOrThrow();
      return wrong;
    },

    async forgive(who) {
      await db.deleteFrom('link_try').where('account', '=', who).execute();
    },
  };
}
