import { type Kysely, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import { visibleCommunity, type Viewer } from '../sql/visibility.ts';
import { ofCommunity, ofDate, ofPerson, ofThese, readListed, readOutline } from './calendar-queries.ts';
import type { CalendarStore } from './ports.ts';

type Deps = { readonly db: Kysely<Database> };

export function sqlCalendarStore({ db }: Deps): CalendarStore {
  return {
    async communityName(actor, communityId) {
      const { rows } = await sql<{ name: string }>`
        SELECT community.name FROM community WHERE community.id = ${communityId} AND ${visibleCommunity(actor)}`.execute(
        db,
      );
      return rows[0]?.name;
    },

    async addresses(actor) {
      const { rows } = await sql<{ id: string | null; name: string | null; made_at: Date }>`
        SELECT community.id, community.name, a.made_at FROM calendar_address a
        LEFT JOIN community ON community.id = a.community_id
        WHERE a.person_id = ${actor.personId} ORDER BY a.about`.execute(db);
      return rows.map(({ id, name, made_at }) => ({
        community: id === null || name === null ? undefined : { id, name },
        madeAt: made_at,
      }));
    },

    async issue(actor, { communityId, hash }, now) {
      await sql`
        INSERT INTO calendar_address (hash, organisation_id, person_id, community_id, made_at)
        VALUES (${hash}, ${actor.organisationId}, ${actor.personId}, ${communityId ?? null}, ${now})
        ON CONFLICT (person_id, about) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at`.execute(db);
    },

    async revoke({ personId }, communityId) {
      await db
        .deleteFrom('calendar_address')
        .where('person_id', '=', personId)
        .where('about', '=', communityId ?? '')
        .execute();
    },

    async holderOf(hash) {
      const { rows } = await sql<HolderRow>`
        SELECT person.id, person.organisation_id, person.guest, a.community_id, community.name AS community_name
        FROM calendar_address a JOIN person ON person.id = a.person_id AND person.state = 'present'
        LEFT JOIN community ON community.id = a.community_id
        WHERE a.hash = ${hash}`.execute(db);
      const [row] = rows;
      return (
        row && {
          viewer: { personId: row.id, organisationId: row.organisation_id, guest: row.guest } as Viewer,
          community:
            row.community_id === null ? undefined : { id: row.community_id, name: row.community_name ?? 'Community' },
        }
      );
    },

    outline: ({ viewer, community }, now) =>
      readOutline(db, viewer, community ? ofCommunity(community.id) : ofPerson(viewer), now),

    async listed({ viewer }, ids, now) {
      return ids.length === 0 ? [] : readListed(db, viewer, ofThese(ids), now);
    },

    async ofDate(actor: Actor, occurrenceId, now) {
      return (await readListed(db, actor, ofDate(occurrenceId), now))[0];
    },
  };
}

type HolderRow = {
  readonly id: string;
  readonly organisation_id: string;
  readonly guest: boolean;
  readonly community_id: string | null;
  readonly community_name: string | null;
};
