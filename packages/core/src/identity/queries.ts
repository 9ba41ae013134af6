import { type Kysely, sql } from 'kysely';
import { pageOf, readCursor } from '../kernel/page.ts';
import type { Database } from '../sql/database.ts';
import { readPersonReferences } from '../sql/person-rewriting.ts';
import { visiblePeople, visiblePerson } from '../sql/visibility.ts';
import { readMe } from './me-queries.ts';
import type { PeopleQueries } from './ports.ts';
import { type PersonCardRow, viewPersonCard } from './view.ts';

type FoundPerson = PersonCardRow & { readonly folded: string };

/** How a name matches: it contains what was typed, or (only when nobody's does) it is spelt much like it. */
type Manner = 'contains' | 'resembles';

export function sqlPeopleDirectory(db: Kysely<Database>): PeopleQueries {
  return {
    async find(viewer, { q, cursor, limit }) {
      const seen = readCursor(cursor, 'text', 'text', 'id');
      const look = async (manner: Manner) => {
        const matches = q === undefined ? sql`true` : nameMatches(q, manner);
        const after = seen ? sql`(person.folded_name, person.id) > (${seen[1]}, ${seen[2]}::uuid)` : sql`true`;
        const { rows } = await sql<FoundPerson>`
          SELECT id, name, affiliation, guest, state, folded_name AS folded FROM person
          WHERE ${visiblePeople(viewer)} AND ${matches} AND ${after}
          ORDER BY person.organisation_id, person.folded_name, person.id
          LIMIT ${limit + 1}
        `.execute(db);
        return pageOf(rows, limit, ({ folded, id }) => [manner, folded, id], viewPersonCard);
      };

      if (seen) return look(seen[0] === 'resembles' ? 'resembles' : 'contains');
      const page = await look('contains');
      return page.items.length > 0 || q === undefined ? page : look('resembles');
    },

    async mayBeSeen(viewer, personId) {
      const { rows } = await sql`SELECT FROM person WHERE id = ${personId} AND ${visiblePerson(viewer)}`.execute(db);
      return rows.length > 0;
    },

    async administrators(organisationId) {
      const { rows } = await sql<PersonCardRow>`
        SELECT id, name, affiliation, guest, state FROM person
        WHERE organisation_id = ${organisationId} AND administrator AND state = 'present'
        ORDER BY folded_name, id LIMIT 50
      `.execute(db);
      return rows.map(viewPersonCard);
    },

    async others(organisationId, personId) {
      const { rows } = await sql<{ people: boolean; administrators: boolean }>`
        WITH others AS (
          SELECT administrator FROM person
          WHERE organisation_id = ${organisationId} AND id <> ${personId} AND state = 'present'
        )
        SELECT EXISTS (SELECT FROM others) AS people,
          EXISTS (SELECT FROM others WHERE administrator) AS administrators
      `.execute(db);
      return rows[0] ?? { people: false, administrators: false };
    },

    me: (personId) => readMe(db, personId),

    async managerOf(personId) {
      const { rows } = await sql<PersonCardRow>`
        SELECT manager.id, manager.name, manager.affiliation, manager.guest, manager.state
        FROM person JOIN person AS manager ON manager.id = person.manager_id AND manager.state = 'present'
        WHERE person.id = ${personId}
      `.execute(db);
      return rows[0] && viewPersonCard(rows[0]);
    },

    async coordinatedBy(personId) {
      const { rows } = await sql<{ communityId: string; coordination: number; others: boolean }>`
        SELECT community.id AS "communityId", coordination, EXISTS (
          SELECT FROM role_grant AS other
          WHERE other.community_id = community.id AND other.role = 'coordinator' AND other.person_id <> ${personId}
        ) AS others
        FROM role_grant JOIN community ON community.id = role_grant.community_id
        WHERE role_grant.person_id = ${personId} AND role = 'coordinator' AND community.closed_at IS NULL
        ORDER BY community.id
      `.execute(db);
      return rows;
    },

    everythingAbout: (personId) => readPersonReferences(db, personId),
  };
}

function nameMatches(q: string, manner: Manner) {
  if (manner === 'resembles') return sql`copse_fold(${q}) <% person.folded_name`;
  const pattern = `%${q.replaceAll(/[\\%_]/gu, (mark) => `\\${mark}`)}%`;
  return sql`person.folded_name LIKE copse_fold(${pattern})`;
}
