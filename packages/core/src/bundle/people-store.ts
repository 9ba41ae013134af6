import { sql } from 'kysely';
import { FORMER_MEMBER, usualWorkingHours } from '../identity/profile.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { BundlePerson } from './contract.ts';
import { type Due, type Import, reject, remember, sortOut } from './imported-store.ts';
import { pointToManagers } from './managers-store.ts';
import type { Checked, Written } from './record.ts';

/** Writes people, their skills and the accounts by which they will be recognised. */
export async function writePeople(run: Import, batch: readonly Checked<BundlePerson>[]): Promise<Written[]> {
  const owners = await accountOwners(run, batch);
  const { due, settled } = await sortOut(run, 'people', batch, ownersByName(batch, owners));
  const hosts = await knownHosts(run);
  const { good, bad } = reject(due, ({ id, value }) => {
    const foreign = value.accounts.find((key) => !hosts.has(hostOf(key)));
    if (foreign) return `${hostOf(foreign)} is not linked to this organisation.`;
    const taken = value.accounts.find((key) => (owners.get(key) ?? id) !== id);
    return taken && `${taken} belongs to somebody else already.`;
  });
  await saveRows(run, good);
  await saveSkills(run, good);
  await saveAccounts(run, good);
  await pointToManagers(run, good);
  await appendEvents(
    run.tx,
    { organisationId: run.organisationId, at: run.at, newId: run.newId },
    good.map(({ id }) => ({ type: 'person.imported', personId: id })),
  );
  return [...settled, ...bad, ...(await remember(run, 'people', good))];
}

/** `entra:<tid>` or `atlassian:<cloudId>`. */
const hostOf = (key: string) => key.split(':').slice(0, 2).join(':');

async function knownHosts({ tx, organisationId }: Import): Promise<ReadonlySet<string>> {
  const [organisation, sites] = await Promise.all([
    tx.selectFrom('organisation').select('entra_tenant_id').where('id', '=', organisationId).executeTakeFirstOrThrow(),
    tx.selectFrom('site').select('cloud_id').where('organisation_id', '=', organisationId).execute(),
  ]);
  return new Set([`entra:${organisation.entra_tenant_id}`, ...sites.map(({ cloud_id }) => `atlassian:${cloud_id}`)]);
}

async function accountOwners({ tx }: Import, batch: readonly Checked<BundlePerson>[]) {
  const keys = batch.flatMap(({ value }) => value.accounts);
  const rows = await tx
    .selectFrom('account')
    .select(['key', 'person_id'])
    .where('key', '=', sql<string>`ANY(${keys}::text[])`)
    .execute();
  return new Map(rows.map(({ key, person_id }) => [key, person_id]));
}

const ownersByName = (batch: readonly Checked<BundlePerson>[], owners: ReadonlyMap<string, string>) =>
  new Map(
    batch.flatMap(({ externalId, value }) => {
      const id = value.accounts.map((key) => owners.get(key)).find(Boolean);
      return id ? [[externalId, id] as const] : [];
    }),
  );

/** What the record leaves out stays as it is; a name that a person wrote themselves stays theirs. */
async function saveRows({ tx, organisationId, at }: Import, people: readonly Due<BundlePerson>[]) {
  for (const { id, value } of people.filter(({ fresh }) => !fresh)) {
    await tx
      .updateTable('person')
      .set((eb) => ({
        name: eb.case().when('name_by_hand', '=', true).then(eb.ref('name')).else(value.name).end(),
        guest: value.guest,
        ...(value.affiliation === undefined ? {} : { affiliation: value.affiliation || null }),
        ...(value.team === undefined ? {} : { team: value.team || null }),
        ...(value.serviceAccount === undefined ? {} : { service_account: value.serviceAccount }),
        ...(value.timeZone === undefined ? {} : { time_zone: value.timeZone }),
        ...(value.workingHours === undefined ? {} : { working_hours: JSON.stringify(value.workingHours) }),
        ...(value.languages === undefined ? {} : { languages: value.languages }),
        ...(value.interests === undefined ? {} : { interests: value.interests }),
        ...(value.challenge === undefined ? {} : { challenge: value.challenge || null }),
        revision: eb('revision', '+', 1),
      }))
      .where('id', '=', id)
      .where('state', '=', 'present')
      .execute();
  }
  const fresh = people.filter((person) => person.fresh);
  if (fresh.length === 0) return;
  await tx
    .insertInto('person')
    .values(
      fresh.map(({ id, value }) => ({
        id,
        organisation_id: organisationId,
        name: value.erased ? FORMER_MEMBER : value.name,
        affiliation: value.affiliation || null,
        team: value.team || null,
        service_account: value.serviceAccount ?? false,
        guest: value.guest,
        administrator: false,
        time_zone: value.timeZone ?? 'UTC',
        working_hours: JSON.stringify(value.workingHours ?? usualWorkingHours),
        languages: value.languages ?? [],
        interests: value.interests ?? [],
        challenge: value.challenge || null,
        profile_started: (value.interests ?? value.skills ?? []).length > 0,
        state: value.erased ? ('erased' as const) : ('present' as const),
        merged_into: null,
        created_at: at,
        revision: 1,
      })),
    )
    .execute();
}

async function saveSkills({ tx }: Import, people: readonly Due<BundlePerson>[]) {
  const skilled = people.filter(({ value }) => value.skills !== undefined);
  if (skilled.length === 0) return;
  await tx
    .deleteFrom('skill')
    .where('person_id', '=', sql<string>`ANY(${skilled.map(({ id }) => id)}::uuid[])`)
    .execute();
  const rows = skilled.flatMap(({ id, value }) => (value.skills ?? []).map((skill) => ({ person_id: id, ...skill })));
  if (rows.length === 0) return;
  await tx
    .insertInto('skill')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function saveAccounts({ tx, at }: Import, people: readonly Due<BundlePerson>[]) {
  const accounts = people.flatMap(({ id, value }) =>
    value.accounts.map((key) => ({ key, person_id: id, label: value.name, linked_at: at })),
  );
  if (accounts.length === 0) return;
  await tx
    .insertInto('account')
    .values(accounts)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
