import { type Kysely, sql } from 'kysely';
import type { CommunityId, OrganisationId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { MentoringEvent } from './events.ts';

type Deps = { readonly db: Kysely<Database>; readonly newId: () => string };

/** Whoever is back this very moment may not be saved yet, and is told of the next time. */
const SETTLED_S = 60;

/**
 * Tells of each community in which somebody looks for a mentor and a mentor's pause or absence has ended since the last
 * time. The moment up to which it was told is saved with it: each return is told once, however many processes look.
 */
export async function tellReturns({ db, newId }: Deps, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`INSERT INTO mentor_return (told_until) VALUES ('-infinity') ON CONFLICT DO NOTHING`.execute(tx);
    // Whoever looks at the same time waits here, and finds what is left.
    const told = await sql<{ readonly since: string }>`
      SELECT told_until::text AS since FROM mentor_return FOR UPDATE
    `.execute(tx);
    const until = new Date(now.getTime() - SETTLED_S * 1000);
    const { rows } = await returnsQuery(told.rows[0]?.since ?? '-infinity', until).execute(tx);
    for (const [organisationId, communities] of Map.groupBy(rows, (row) => row.organisation_id)) {
      const events = communities.map(({ id }): MentoringEvent => ({ type: 'mentoring.returned', communityId: id }));
      await appendEvents(tx, { organisationId, at: now, newId }, events);
    }
    await sql`UPDATE mentor_return SET told_until = ${until} WHERE told_until < ${until}`.execute(tx);
  });
}

/** By the two indexes on when somebody is back: only those who have come back since are looked at. */
const returnsQuery = (since: string, until: Date) => sql<{
  readonly id: CommunityId;
  readonly organisation_id: OrganisationId;
}>`
  WITH back AS (
    SELECT community_id FROM mentor_offer
    WHERE paused_until > ${since}::timestamptz AND paused_until <= ${until}
    UNION
    SELECT o.community_id FROM notification_setting n JOIN mentor_offer o ON o.person_id = n.person_id
    WHERE n.away_until > ${since}::timestamptz AND n.away_until <= ${until}
  )
  SELECT c.id, c.organisation_id FROM back JOIN community c ON c.id = back.community_id
  WHERE c.closed_at IS NULL
    AND EXISTS (SELECT FROM mentoring_request q WHERE q.community_id = c.id AND q.state = 'looking')
`;
