import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';

/** From the weakest standing to the strongest. Somebody who left may come back; somebody who was declined may ask again. */
const STANDINGS = sql.raw(`ARRAY['declined', 'left', 'requested', 'invited', 'member']`);

/**
 * Makes the memberships and roles of `from` those of `into`.
 *
 * Where both stand to the same community, the stronger standing stays, with its own date; of two equal ones the earlier.
 * Roles are united: of two grants of one role the term begins with the earlier and ends with the later.
 */
export async function mergeMemberships(tx: Transaction<Database>, from: string, into: string): Promise<void> {
  await sql`
    UPDATE membership AS kept
    SET state = other.state, level = other.level, message = other.message, decided_by = other.decided_by,
        reason = other.reason, since = other.since, revision = kept.revision + 1
    FROM membership AS other
    WHERE kept.person_id = ${into} AND other.person_id = ${from} AND other.community_id = kept.community_id
      AND (array_position(${STANDINGS}, other.state), kept.since) > (array_position(${STANDINGS}, kept.state), other.since)
  `.execute(tx);
  // The foreign key of the roles waits until the end of the transaction.
  await sql`
    UPDATE membership SET person_id = ${into}, revision = revision + 1
    WHERE person_id = ${from}
      AND community_id NOT IN (SELECT community_id FROM membership WHERE person_id = ${into})
  `.execute(tx);
  await sql`
    INSERT INTO role_grant AS kept (community_id, person_id, role, since, until, granted_by)
    SELECT community_id, ${into}, role, since, until, granted_by FROM role_grant WHERE person_id = ${from}
    ON CONFLICT (community_id, person_id, role) DO UPDATE SET
      since = least(kept.since, excluded.since),
      until = CASE WHEN kept.until IS NULL OR excluded.until IS NULL THEN NULL ELSE greatest(kept.until, excluded.until) END
  `.execute(tx);
  await tx.deleteFrom('role_grant').where('person_id', '=', from).execute();
  await tx.deleteFrom('membership').where('person_id', '=', from).execute();
}
