import { sql } from 'kysely';
import { archetypeOf } from '../communities/archetype.ts';
import { liveliness, NEWCOMER_BOOST } from '../communities/liveliness.ts';
import { appendEvents } from '../sql/outbox.ts';
import type { BundleCommunity } from './contract.ts';
import { type Due, type Import, reject, remember, sortOut } from './imported-store.ts';
import type { Checked, Written } from './record.ts';

/** Writes communities with their history and the places where they meet. */
export async function writeCommunities(run: Import, batch: readonly Checked<BundleCommunity>[]): Promise<Written[]> {
  const { due, settled } = await sortOut(run, 'communities', batch);
  const taken = await takenPlaces(run, due);
  const names = await takenNames(run, due);
  const { good, bad } = reject(due, ({ id, value }) => {
    if ((value.stage === 'closed') !== (value.closeReason !== undefined)) {
      return 'closeReason: say why it closed, exactly when its stage is closed.';
    }
    if ((names.get(value.name.toLowerCase()) ?? id) !== id) return 'name: another community has this name.';
    const place = value.connections.find(({ kind, externalId }) => (taken.get(`${kind} ${externalId}`) ?? id) !== id);
    if (place) return `connections: ${place.name} is connected to another community.`;
    names.set(value.name.toLowerCase(), id);
    for (const { kind, externalId } of value.connections) taken.set(`${kind} ${externalId}`, id);
    return undefined;
  });
  for (const community of good) await saveRow(run, community);
  await saveHistory(run, good);
  await saveConnections(run, good);
  await appendEvents(
    run.tx,
    { organisationId: run.organisationId, at: run.at, newId: run.newId },
    good.map(({ id }) => ({ type: 'community.imported', communityId: id })),
  );
  return [...settled, ...bad, ...(await remember(run, 'communities', good))];
}

async function takenPlaces({ tx, organisationId }: Import, due: readonly Due<BundleCommunity>[]) {
  const places = due.flatMap(({ value }) => value.connections.map(({ externalId }) => externalId));
  const rows = await tx
    .selectFrom('connection')
    .select(['kind', 'external_id', 'community_id'])
    .where('organisation_id', '=', organisationId)
    .where('external_id', '=', sql<string>`ANY(${places}::text[])`)
    .execute();
  return new Map(rows.map((row) => [`${row.kind} ${row.external_id}`, row.community_id]));
}

/** Names of living communities that can be listed: two of one name could not be told apart. */
async function takenNames({ tx, organisationId }: Import, due: readonly Due<BundleCommunity>[]) {
  const rows = await tx
    .selectFrom('community')
    .select(['id', sql<string>`lower(name)`.as('name')])
    .where('organisation_id', '=', organisationId)
    .where('stage', '<>', 'closed')
    .where(sql<string>`lower(name)`, '=', sql<string>`ANY(${due.map(({ value }) => value.name.toLowerCase())}::text[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

async function saveRow({ tx, organisationId, at }: Import, { id, value }: Due<BundleCommunity>) {
  const usual = archetypeOf[value.archetype];
  const founded = value.foundedAt ? new Date(value.foundedAt) : at;
  const steps = value.firstSteps ?? usual.firstSteps.map((text) => ({ text, done: false }));
  const described = {
    archetype: value.archetype,
    name: value.name,
    purpose: value.purpose,
    domain: value.domain,
    practice: value.practice,
    charter: value.charter,
    welcome: value.welcome,
    topics: value.topics,
    format: value.format ?? usual.format,
    visibility: value.visibility ?? usual.visibility,
    reach: value.reach,
    cadence: value.cadence ?? usual.cadence,
    first_steps: JSON.stringify(steps),
    stage: value.stage,
    closed_at: value.stage === 'closed' ? closedAt(value, at) : null,
    close_reason: value.closeReason ?? null,
    updated_at: at,
  };
  await tx
    .insertInto('community')
    .values({
      ...described,
      id,
      organisation_id: organisationId,
      founded_at: founded,
      founded_by: null,
      activity: NEWCOMER_BOOST,
      last_activity_at: founded,
      liveliness: liveliness({ activity: NEWCOMER_BOOST, last: founded }),
      revision: 1,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ ...described, revision: eb('community.revision', '+', 1) })),
    )
    .execute();
}

const closedAt = ({ stageHistory }: BundleCommunity, at: Date) => {
  const since = stageHistory?.findLast(({ stage }) => stage === 'closed')?.since;
  return since ? new Date(since) : at;
};

async function saveHistory({ tx, at }: Import, communities: readonly Due<BundleCommunity>[]) {
  const rows = communities.flatMap(({ id, value }) => {
    const usual = [{ stage: value.stage, since: value.foundedAt ?? at.toISOString() }];
    const history: readonly { stage: string; since: string; note?: string | undefined }[] = value.stageHistory ?? usual;
    return history.map(({ stage, since, note }, position) => ({
      community_id: id,
      position,
      stage,
      since: new Date(since),
      by: null,
      note: note || null,
    }));
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('stage_change')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'position']).doUpdateSet({
        stage: (eb) => eb.ref('excluded.stage'),
        since: (eb) => eb.ref('excluded.since'),
        note: (eb) => eb.ref('excluded.note'),
      }),
    )
    .execute();
}

async function saveConnections(
  { tx, organisationId, at, newId }: Import,
  communities: readonly Due<BundleCommunity>[],
) {
  const rows = communities.flatMap(({ id, value }) =>
    value.connections.map(({ kind, externalId, name, url }) => ({
      id: newId(),
      community_id: id,
      organisation_id: organisationId,
      kind,
      external_id: externalId,
      name,
      url: url ?? null,
      connected_at: at,
      connected_by: null,
    })),
  );
  if (rows.length === 0) return;
  await tx
    .insertInto('connection')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'kind', 'external_id']).doUpdateSet({
        name: (eb) => eb.ref('excluded.name'),
        url: (eb) => eb.ref('excluded.url'),
      }),
    )
    .execute();
}
