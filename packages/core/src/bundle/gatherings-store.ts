import { sql } from 'kysely';
import { fromDateRow, fromRow } from '../gatherings/rows-store.ts';
import { NO_LONGER_PLANNED } from '../gatherings/occurrence.ts';
import { saveGathering } from '../gatherings/store.ts';
import { type KnownGathering, takeIn, type TakeInRefusal } from '../gatherings/take-in.ts';
import type { CommunityId, GatheringId, PersonId } from '../kernel/ids.ts';
import type { BundleGathering } from './contract.ts';
import { type Due, type Import, reject, remember, resolveAround, sortOut } from './imported-store.ts';
import type { Checked, Written } from './record.ts';
import { takeTurn, turnedHere, turnTaken } from './rotations-store.ts';

const WHY: Readonly<Record<TakeInRefusal, string>> = {
  'unknown-time-zone': 'timeZone: there is no time zone of this name; write one like Europe/Berlin.',
  'no-such-time': 'startsLocal: the clock of this zone never shows this time.',
  'ends-before-start': 'rule: it ends before it starts.',
  'impossible-rule': 'rule: no date comes of this rule.',
  'too-many-dates': 'rule: these are more dates than anybody can follow.',
  'community-closed': 'community: it is closed, so nothing more takes place in it.',
  'other-community': 'community: a gathering stays in its community; this one is in another one here.',
};

/** What people have done here since, which a record does not undo. */
const TURNED = 'its times were changed here: it takes turns, or did. It stays as it is.';
const RETIMED = 'its times were changed here, and stay. All else is taken over.';

/**
 * Writes gatherings with their dates. Nobody is told of them: whoever moves here knows their own calendar. But whoever has
 * answered here to a date that is no more is told that, as it is their place.
 */
export async function writeGatherings(run: Import, batch: readonly Checked<BundleGathering>[]): Promise<Written[]> {
  const { due, settled } = await sortOut(run, 'gatherings', batch);
  const { communities, people } = await resolveAround(run, due, ({ hosts }) => hosts);
  const { good, bad } = reject(due, ({ value }) => {
    if (!communities.has(value.community))
      return `community: there is no community «${value.community}» in this file or here.`;
    const unknown = value.hosts.find((name) => !people.has(name));
    return unknown && `hosts: there is no person «${unknown}» in this file or here.`;
  });
  const closed = await closedOnes(run, [...communities.values()]);
  const present = await presentOnes(run, [...people.values()]);
  const known = await knownGatherings(
    run,
    good.filter(({ fresh }) => !fresh).map(({ id }) => id),
  );

  const turned = await turnedHere(
    run,
    good.map(({ id }) => id),
  );
  const written: Due<BundleGathering>[] = [];
  const stays: Written[] = [];
  const retimed = new Set<string>();
  for (const record of good) {
    const { id, value, place } = record;
    if (turned.has(id)) {
      stays.push({ place, outcome: 'unchanged', reason: `«${value.title}»: ${TURNED}` });
      continue;
    }
    const wrong = await turnTaken(run, record);
    if (wrong) {
      bad.push({ place, outcome: 'rejected', reason: wrong });
      continue;
    }
    const communityId = communities.get(value.community) as CommunityId;
    const hosts = [...new Set(value.hosts.map((name) => people.get(name) as PersonId))];
    const taken = takeIn(
      known.get(id),
      {
        ...textOf(value),
        id: id as GatheringId,
        organisationId: run.organisationId,
        communityId,
        // Whoever was erased hosts nothing.
        hosts: hosts.filter((host) => present.has(host)),
        createdAt: value.createdAt ? new Date(value.createdAt) : run.at,
      },
      { at: run.at, closed: closed.has(communityId), newId: run.newId },
    );
    if (taken.ok) {
      await saveGathering(run.tx, taken.value, run);
      await takeTurn(run, record);
      await rememberTiming(run, id, taken.value.brought);
      written.push(record);
      if (taken.value.keepsTimes) retimed.add(place);
    } else bad.push({ place, outcome: 'rejected', reason: WHY[taken.reason] });
  }
  await hide(
    run,
    written.filter(({ value }) => value.hidden).map(({ id }) => id),
  );
  const titles = new Map(written.map(({ place, value }) => [place, value.title]));
  const remembered = (await remember(run, 'gatherings', written)).map((one) =>
    retimed.has(one.place) ? { ...one, reason: `«${titles.get(one.place)}»: ${RETIMED}` } : one,
  );
  return [...settled, ...bad, ...stays, ...remembered];
}

const rememberTiming = ({ tx }: Import, id: string, timing: string) =>
  tx.updateTable('gathering').set({ imported_timing: timing }).where('id', '=', id).execute();

/** What stewards have hidden there is hidden here; what they have hidden here stays so, whatever the record says. */
const hide = ({ tx, at }: Import, ids: readonly string[]) =>
  sql`
  UPDATE gathering SET hidden_at = ${at} WHERE id = ANY(${ids}::uuid[]) AND hidden_at IS NULL`.execute(tx);

const textOf = ({ title, description, format, mode, visibility, rotates, ...value }: BundleGathering) => ({
  title,
  description,
  format,
  mode,
  visibility,
  rotates,
  meetingUrl: value.meetingUrl,
  venue: value.venue || undefined,
  capacity: value.capacity,
  timeZone: value.timeZone,
  startsLocal: value.startsLocal,
  minutes: value.minutes,
  rule: value.rule,
  calledOff: value.calledOff,
  cancelledAt: value.cancelled && new Date(value.cancelled.at),
  cancelReason: value.cancelled?.reason || undefined,
});

async function closedOnes({ tx }: Import, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('community')
    .select('id')
    .where('id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .where('stage', '=', 'closed')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function presentOnes({ tx }: Import, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .where('state', '=', 'present')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What earlier imports brought, locked, so that nobody changes it meanwhile. */
async function knownGatherings(
  { tx, at }: Import,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownGathering>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('gathering')
    .selectAll()
    .where('id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  const hosts = await tx
    .selectFrom('gathering_host')
    .selectAll()
    .where('gathering_id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .orderBy('position')
    .orderBy('person_id')
    .execute();
  const dates = await tx
    .selectFrom('occurrence')
    .innerJoin('gathering', 'gathering.id', 'occurrence.gathering_id')
    .selectAll('occurrence')
    .where('gathering_id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .where((eb) => eb.or([eb('starts_at', '>', at), eb('gathering.rule', 'is', null)]))
    .where('planned_local', 'not like', `${NO_LONGER_PLANNED}%`)
    .orderBy('starts_at')
    .execute();
  const hostsOf = Map.groupBy(hosts, ({ gathering_id }) => gathering_id);
  const datesOf = Map.groupBy(dates, ({ gathering_id }) => gathering_id);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        gathering: fromRow(
          row,
          (hostsOf.get(row.id) ?? []).map(({ person_id }) => person_id),
        ),
        dates: (datesOf.get(row.id) ?? []).map(fromDateRow),
        brought: row.imported_timing ?? undefined,
      },
    ]),
  );
}
