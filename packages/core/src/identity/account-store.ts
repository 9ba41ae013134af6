import { type Kysely, sql } from 'kysely';
import type { AccountKey, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import type { AccountStore } from './ports.ts';

export function sqlAccountStore({ db }: { readonly db: Kysely<Database> }): AccountStore {
  return {
    async recognise(key, { cloudId, administrators }) {
      const [row] = await recogniseQuery(db, { key, cloudId: cloudId ?? null, administrators: [...administrators] });

      return (
        row && {
          personId: row.id as PersonId,
          organisationId: row.organisation_id as OrganisationId,
          name: row.name,
          nameByHand: row.name_by_hand,
          guest: row.guest,
          administrator: row.administrator,
          administratorByRole: row.administrator_by_role,
          listed: administrators.length > 0 ? row.listed : undefined,
          siteLinked: row.cloud_id !== null,
          administered: row.administered,
        }
      );
    },

    async of(personId) {
      const rows = await db
        .selectFrom('account')
        .select(['key', 'label', 'linked_at'])
        .where('person_id', '=', personId)
        .orderBy('linked_at')
        .orderBy('key')
        .execute();
      return rows.map(({ key, label, linked_at }) => ({ key: key as AccountKey, label, linkedAt: linked_at }));
    },
  };
}

type Asked = { readonly key: string; readonly cloudId: string | null; readonly administrators: readonly string[] };
type KnownRow = {
  readonly id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly name_by_hand: boolean;
  readonly guest: boolean;
  readonly administrator: boolean;
  readonly administrator_by_role: boolean;
  readonly administered: boolean;
  readonly cloud_id: string | null;
  readonly listed: boolean;
};

/** Every request begins with it. */
const recogniseQuery = prepared<Asked, KnownRow>(
  ({ key, cloudId, administrators }) => sql<KnownRow>`
    SELECT person.id, person.organisation_id, person.name, person.name_by_hand, person.guest, person.administrator,
      person.administrator_by_role, organisation.administered, site.cloud_id,
      EXISTS (
        SELECT FROM account AS own WHERE own.person_id = person.id AND own.key = ANY(${administrators}::text[])
      ) AS listed
    FROM account
    JOIN person ON person.id = account.person_id AND person.state = 'present'
    JOIN organisation ON organisation.id = person.organisation_id
    LEFT JOIN site ON site.cloud_id = ${cloudId}::text AND site.organisation_id = person.organisation_id
    WHERE account.key = ${key}
  `,
);
