import { type Kysely, sql } from 'kysely';
import { activityWeights, HALF_LIFE_DAYS, NEWCOMER_BOOST } from '../communities/liveliness.ts';
import type { Database } from '../sql/database.ts';
import { writeCommunities } from './communities-store.ts';
import { writeGatherings } from './gatherings-store.ts';
import type { Import } from './imported-store.ts';
import { tieManagers } from './managers-store.ts';
import { writeMemberships } from './memberships-store.ts';
import { writeAnswers, writeComments } from './answers-store.ts';
import { writePeople } from './people-store.ts';
import type { BundleStore } from './ports.ts';
import { countTrust, writePractices } from './practices-store.ts';
import { readRecords } from './queries.ts';
import { countAnswers, tieQuestions, writeQuestions } from './questions-store.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string; readonly now: () => Date };

/** Thrown to undo a transaction whose result is wanted all the same. */
class Undone extends Error {
  readonly value: unknown;

  constructor(value: unknown) {
    super('undone as asked');
    this.value = value;
  }
}

export function sqlBundleStore({ db, newId, now }: Deps): BundleStore {
  return {
    async inOneGo(organisationId, keep, work) {
      try {
        return await db.transaction().execute(async (tx) => {
          const run: Import = { tx, organisationId, newId, at: now() };
          const value = await work({
            people: (batch) => writePeople(run, batch),
            communities: (batch) => writeCommunities(run, batch),
            memberships: (batch) => writeMemberships(run, batch),
            practices: (batch) => writePractices(run, batch),
            questions: (batch) => writeQuestions(run, batch),
            answers: (batch) => writeAnswers(run, batch),
            comments: (batch) => writeComments(run, batch),
            gatherings: (batch) => writeGatherings(run, batch),
            tiePeople: () => tieManagers(run),
            tie: () => tieQuestions(run),
          });
          await countAnswers(run);
          await countTrust(run);
          await countCommunities(run);
          if (!keep) throw new Undone(value);
          return value;
        });
      } catch (error) {
        if (error instanceof Undone) return error.value as never;
        throw error;
      }
    },

    records: (organisationId) => readRecords(db, organisationId),

    async organisationName(organisationId) {
      const row = await db
        .selectFrom('organisation')
        .select('name')
        .where('id', '=', organisationId)
        .executeTakeFirst();
      return row?.name;
    },
  };
}

/**
 * Counts members and practices of the communities that this import touched, and gives each its place in the directory:
 * the formula of `communities/liveliness.ts`, over when members came and practices were last changed.
 */
async function countCommunities({ tx, organisationId, at }: Import): Promise<void> {
  const joined = activityWeights['membership.joined'] ?? 0;
  const wrote = activityWeights['practice.drafted'] ?? 0;
  await sql`
    WITH touched AS (
      SELECT DISTINCT coalesce(practice.community_id, imported.ref_id) AS id
      FROM imported LEFT JOIN practice ON imported.section = 'practices' AND practice.id = imported.ref_id
      WHERE imported.organisation_id = ${organisationId} AND imported_at = ${at} AND section <> 'people'
    ), happened AS (
      SELECT community.id, founded_at AS at, ${NEWCOMER_BOOST}::float AS weight FROM community JOIN touched USING (id)
      UNION ALL
      SELECT community_id, since, ${joined}::float FROM membership JOIN touched ON touched.id = community_id WHERE state = 'member'
      UNION ALL
      SELECT community_id, updated_at, ${wrote}::float FROM practice JOIN touched ON touched.id = community_id
    ), newest AS (
      SELECT id, max(at) AS at FROM happened GROUP BY id
    ), summed AS (
      SELECT id, newest.at,
        sum(weight * power(2, greatest(-1000, -extract(epoch FROM newest.at - happened.at) / 86400 / ${HALF_LIFE_DAYS}::float))) AS activity
      FROM happened JOIN newest USING (id) GROUP BY id, newest.at
    )
    UPDATE community SET
      member_count = (SELECT count(*) FROM membership m WHERE m.community_id = community.id AND m.state = 'member'),
      practice_count = (SELECT count(*) FROM practice p
        WHERE p.community_id = community.id AND p.life NOT IN ('draft', 'retired')),
      activity = summed.activity,
      last_activity_at = summed.at,
      liveliness = log(2, (1 + summed.activity)::numeric) + extract(epoch FROM summed.at) / 86400 / ${HALF_LIFE_DAYS}::float
    FROM summed WHERE summed.id = community.id
  `.execute(tx);
}
