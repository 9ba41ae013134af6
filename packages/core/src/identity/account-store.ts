import { type Kysely, sql } from 'kysely';
import type { AccountKey, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import type { AccountStore } from './ports.ts';

export function sqlAccountStore({ db }: { readonly db: Kysely<Database> }): AccountStore {
  return {
    async recognise(key, { cloudId, administrators }) {
      const row = await db
        .selectFrom('account')
        .innerJoin('person', 'person.id', 'account.person_id')
        .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
        .leftJoin('site', (join) =>
          join.on('site.cloud_id', '=', cloudId ?? null).onRef('site.organisation_id', '=', 'person.organisation_id'),
        )
        .select([
          'person.id',
          'person.organisation_id',
          'person.name',
          'person.name_by_hand',
          'person.guest',
          'person.administrator',
          'person.administrator_by_role',
          'organisation.administered',
          'site.cloud_id',
        ])
        .$if(administrators.length > 0, (query) =>
          query.select(
            sql<boolean>`EXISTS (
              SELECT FROM account AS own WHERE own.person_id = person.id AND own.key = ANY(${administrators})
            )`.as('listed'),
          ),
        )
        .where('account.key', '=', key)
        .where('person.state', '=', 'present')
        .executeTakeFirst();

      return (
        row && {
          personId: row.id as PersonId,
          organisationId: row.organisation_id as OrganisationId,
          name: row.name,
          nameByHand: row.name_by_hand,
          guest: row.guest,
          administrator: row.administrator,
          administratorByRole: row.administrator_by_role,
          listed: row.listed,
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
