import { type Kysely, sql, type Transaction } from 'kysely';
import { StaleWriteError } from '../kernel/errors.ts';
import type { OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Database } from '../sql/database.ts';
import { forgetPerson, repointPerson } from '../sql/person-rewriting.ts';
import { appendEvents } from '../sql/outbox.ts';
import { type AccountPorts, sqlAccountStore } from './account-store.ts';
import { sqlCodeStore, sqlTryStore, useUpCode } from './code-store.ts';
import { sqlOrganisationStore, sqlSiteStore } from './organisation-store.ts';
import type { Person, PersonChange } from './person.ts';
import type { Skill, WorkingHours } from './profile.ts';
import type { PersonStore } from './ports.ts';
import type { PersonRow } from './tables.ts';

export type IdentityStorePorts = {
  readonly db: Kysely<Database>;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly secret: string;
};

/** Everything of identity that loads and saves, on one database. */
export function sqlIdentityStores(ports: IdentityStorePorts & AccountPorts) {
  return {
    accounts: sqlAccountStore(ports),
    people: sqlPersonStore(ports),
    organisations: sqlOrganisationStore(ports),
    sites: sqlSiteStore(ports),
    codes: sqlCodeStore(ports),
    tries: sqlTryStore(ports),
  };
}

export function sqlPersonStore({ db, newId, now, secret }: IdentityStorePorts): PersonStore {
  const announce = (tx: Transaction<Database>, { state, events }: PersonChange, at = now()) =>
    appendEvents(tx, { organisationId: state.organisationId, at, newId }, events);

  return {
    async find(id) {
      const [row, skills] = await Promise.all([
        db.selectFrom('person').selectAll().where('id', '=', id).where('state', '=', 'present').executeTakeFirst(),
        db.selectFrom('skill').select(['topic', 'level']).where('person_id', '=', id).orderBy('position').execute(),
      ]);
      return row && personOfRow(row, skills as Skill[]);
    },

    async follow(id) {
      let followed: string = id;
      // Whoever absorbed somebody may have been absorbed since; a merge repoints earlier ones, so this ends at once.
      for (let step = 0; step < 5; step += 1) {
        const row = await db.selectFrom('person').select('merged_into').where('id', '=', followed).executeTakeFirst();
        if (!row?.merged_into) break;
        followed = row.merged_into;
      }
      return followed as PersonId;
    },

    async save(changed, { asFirst = false } = {}) {
      const { state } = changed;
      await db.transaction().execute(async (tx) => {
        if (state.administrator) {
          const { numUpdatedRows } = await tx
            .updateTable('organisation')
            .set({ administered: true })
            .where('id', '=', state.organisationId)
            .where('administered', '=', false)
            .executeTakeFirst();
          if (asFirst && numUpdatedRows === 0n) throw new StaleWriteError(state.organisationId);
        }
        await update(tx, state);
        await announce(tx, changed);
      });
    },

    async settle(newcomer, { key, label, linkedAt }) {
      const { state } = newcomer;
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('person')
          .values({ id: state.id, ...toRow(state) })
          .execute();
        const { numInsertedOrUpdatedRows: made } = await tx
          .insertInto('account')
          .values({ key, person_id: state.id, label, linked_at: linkedAt })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .executeTakeFirst();
        if (made === 1n) await announce(tx, newcomer);
        // The same account settled a moment ago, in another request: this person was never there.
        else await tx.deleteFrom('person').where('id', '=', state.id).execute();
      });
    },

    async merge({ survivor, absorbed }, code, at) {
      const [into, from] = [survivor.state, absorbed.state];
      await db.transaction().execute(async (tx) => {
        await useUpCode(tx, { secret, code, at });
        await repointPerson(tx, from.id, into.id);
        await takeOverManager(tx, from.id, into.id);
        await update(tx, from, { state: 'merged', merged_into: into.id });
        await update(tx, into);
        await announce(tx, survivor, at);
      });
    },

    async erase(erased, coordinates, at) {
      const { state } = erased;
      await db.transaction().execute(async (tx) => {
        for (const { communityId, coordination } of coordinates) {
          const { numUpdatedRows } = await tx
            .updateTable('community')
            .set({ coordination: coordination + 1 })
            .where('id', '=', communityId)
            .where('coordination', '=', coordination)
            .executeTakeFirst();
          if (numUpdatedRows !== 1n) throw new StaleWriteError(communityId);
        }
        await keepAnAdministrator(tx, state);
        await forgetPerson(tx, state.id);
        await tx.updateTable('person').set({ manager_id: null }).where('id', '=', state.id).execute();
        await update(tx, state, { state: 'erased' });
        await announce(tx, erased, at);
      });
    },
  };
}

/** Who somebody's manager is, only an import says. What the survivor's side does not know, the other side may. */
async function takeOverManager(tx: Transaction<Database>, from: PersonId, into: PersonId): Promise<void> {
  await sql`
    UPDATE person SET manager_id = nullif(coalesce(person.manager_id, absorbed.manager_id), ${into}::uuid)
    FROM person AS absorbed WHERE person.id = ${into} AND absorbed.id = ${from}
  `.execute(tx);
  await tx.updateTable('person').set({ manager_id: null }).where('id', '=', from).execute();
}

/** Two administrators who leave at the same time queue here: the second sees that nobody would be left. */
async function keepAnAdministrator(tx: Transaction<Database>, { id, organisationId }: Person): Promise<void> {
  const leaving = tx.selectFrom('person').select('administrator').where('id', '=', id);
  if (!(await leaving.executeTakeFirst())?.administrator) return;
  await tx.selectFrom('organisation').select('id').where('id', '=', organisationId).forUpdate().execute();
  const others = tx
    .selectFrom('person')
    .select(({ fn }) => fn.agg<boolean | null>('bool_or', ['administrator']).as('administered'))
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'present')
    .where('id', '<>', id);
  // Null: there is nobody else.
  if ((await others.executeTakeFirst())?.administered === false) throw new StaleWriteError(organisationId);
}

/** Saves a person who is there; what changed in the meantime is not overwritten. */
async function update(
  tx: Transaction<Database>,
  person: Person,
  end: Partial<Pick<PersonRow, 'state' | 'merged_into'>> = {},
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ ...toRow(person), ...end })
    .where('id', '=', person.id)
    .where('state', '=', 'present')
    .where('revision', '=', person.revision - 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new StaleWriteError(person.id);

  await tx.deleteFrom('skill').where('person_id', '=', person.id).execute();
  if (person.skills.length === 0) return;
  await tx
    .insertInto('skill')
    .values(person.skills.map(({ topic, level }, position) => ({ person_id: person.id, topic, level, position })))
    .execute();
}

const toRow = (person: Person) => ({
  organisation_id: person.organisationId,
  name: person.name,
  name_by_hand: person.nameByHand,
  affiliation: person.affiliation ?? null,
  team: person.team ?? null,
  service_account: person.serviceAccount,
  guest: person.guest,
  administrator: person.administrator,
  administrator_by_role: person.administratorByRole,
  time_zone: person.timeZone,
  working_hours: JSON.stringify(person.workingHours),
  languages: [...person.languages],
  interests: [...person.interests],
  challenge: person.challenge ?? null,
  profile_started: person.profileStarted,
  state: 'present' as const,
  merged_into: null,
  created_at: person.createdAt,
  revision: person.revision,
});

export type ReadPerson = Omit<PersonRow, keyof Decided | 'manager_id'> & Decided;

export const personOfRow = (row: ReadPerson, skills: Skill[]): Person => ({
  id: row.id as PersonId,
  organisationId: row.organisation_id as OrganisationId,
  name: row.name,
  nameByHand: row.name_by_hand,
  affiliation: row.affiliation ?? undefined,
  team: row.team ?? undefined,
  serviceAccount: row.service_account,
  guest: row.guest,
  administrator: row.administrator,
  administratorByRole: row.administrator_by_role,
  timeZone: row.time_zone,
  workingHours: row.working_hours as WorkingHours,
  languages: row.languages,
  interests: row.interests,
  skills,
  challenge: row.challenge ?? undefined,
  profileStarted: row.profile_started,
  createdAt: row.created_at,
  revision: row.revision,
});

type Decided = {
  readonly name_by_hand: boolean;
  readonly administrator_by_role: boolean;
  readonly team: string | null;
  readonly service_account: boolean;
};
