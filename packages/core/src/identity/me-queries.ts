import { type Kysely, sql } from 'kysely';
import type { AccountKey, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { OwnPerson } from './ports.ts';
import type { Skill } from './profile.ts';
import { personOfRow, type ReadPerson } from './store.ts';
import { type PersonCardRow, viewPersonCard } from './view.ts';

/** A person with what belongs to them, in one statement: every page of theirs and nearly every word to the bot asks it. */
export async function readMe(db: Kysely<Database>, personId: PersonId): Promise<OwnPerson | undefined> {
  const [row] = await meQuery(db, { personId });
  return (
    row && {
      person: personOfRow(row, row.skills),
      accounts: row.accounts.map(({ key, label, linkedAt }) => ({ key, label, linkedAt: new Date(linkedAt) })),
      organisation: { id: row.organisation_id as OrganisationId, name: row.organisation_name },
      manager: row.manager ? viewPersonCard(row.manager) : undefined,
    }
  );
}

type MeRow = ReadPerson & {
  readonly organisation_name: string;
  readonly skills: Skill[];
  readonly accounts: readonly { readonly key: AccountKey; readonly label: string; readonly linkedAt: string }[];
  readonly manager: PersonCardRow | null;
};

const meQuery = prepared<{ readonly personId: string }, MeRow>(
  ({ personId }) => sql<MeRow>`
    SELECT person.*, organisation.name AS organisation_name,
      (SELECT coalesce(json_agg(json_build_object('topic', topic, 'level', level) ORDER BY position), '[]')
        FROM skill WHERE skill.person_id = person.id) AS skills,
      (SELECT coalesce(json_agg(json_build_object('key', key, 'label', label, 'linkedAt', linked_at)
          ORDER BY linked_at, key), '[]')
        FROM account WHERE account.person_id = person.id) AS accounts,
      (SELECT json_build_object('id', id, 'name', name, 'affiliation', affiliation, 'guest', guest, 'state', state)
        FROM person AS manager WHERE manager.id = person.manager_id AND manager.state = 'present') AS manager
    FROM person JOIN organisation ON organisation.id = person.organisation_id
    WHERE person.id = ${personId} AND person.state = 'present'
  `,
);
