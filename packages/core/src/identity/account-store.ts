import { type Kysely, sql } from 'kysely';
import type { AccountKey, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { together } from '../sql/together.ts';
import type { AccountStore } from './ports.ts';

export type AccountPorts = {
  readonly db: Kysely<Database>;
  /** Accounts that the configuration names. */
  readonly administrators: readonly AccountKey[];
};

export function sqlAccountStore({ db, administrators }: AccountPorts): AccountStore {
  const recogniseQuery = recognising(administrators);
  // Every request begins with this: those that come while one statement runs share the next.
  const recognised = together(async (keys: readonly AccountKey[]) => {
    const parts = Array.from({ length: Math.ceil(keys.length / AT_ONCE) }, (_, at) =>
      recogniseQuery(db, fill(keys.slice(at * AT_ONCE, (at + 1) * AT_ONCE))),
    );
    return new Map((await Promise.all(parts)).flat().map((row) => [row.key, row]));
  });

  return {
    async recognise(key) {
      const row = (await recognised(key)).get(key);
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
          siteLinked: row.site_linked,
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

type KnownRow = {
  readonly key: string;
  readonly id: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly name_by_hand: boolean;
  readonly guest: boolean;
  readonly administrator: boolean;
  readonly administrator_by_role: boolean;
  readonly administered: boolean;
  readonly site_linked: boolean;
  readonly listed: boolean;
};

/**
 * How many accounts one statement asks about. There is always a value in each place, the first one again where there is
 * nothing else: with an array, or with nulls, the planner finds each call cheaper than the general case, and plans it
 * anew for five times what it takes to run. Sixteen take half as long again as one.
 */
const AT_ONCE = 16;
const PLACES = Array.from({ length: AT_ONCE }, (_, at) => `account ${at}`);

const fill = (keys: readonly string[]) => Object.fromEntries(PLACES.map((place, at) => [place, keys[at] ?? keys[0]]));

const recognising = (administrators: readonly AccountKey[]) =>
  prepared<Readonly<Record<string, string | undefined>>, KnownRow>((places) => {
    const listed =
      administrators.length > 0
        ? sql`EXISTS (SELECT FROM account AS own
            WHERE own.person_id = person.id AND own.key IN (${sql.join(administrators)}))`
        : sql`false`;
    return sql<KnownRow>`
      SELECT account.key, person.id, person.organisation_id, person.name, person.name_by_hand, person.guest,
        person.administrator, person.administrator_by_role, organisation.administered,
        site.cloud_id IS NOT NULL AS site_linked, ${listed} AS listed
      FROM account
      JOIN person ON person.id = account.person_id AND person.state = 'present'
      JOIN organisation ON organisation.id = person.organisation_id
      LEFT JOIN site ON site.organisation_id = person.organisation_id
        AND account.key LIKE 'atlassian:%' AND site.cloud_id = split_part(account.key, ':', 2)
      WHERE account.key IN (${sql.join(PLACES.map((place) => places[place]))})
    `;
  });
