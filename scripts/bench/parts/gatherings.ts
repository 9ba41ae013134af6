import { performance } from 'node:perf_hooks';
import type { Core } from '@copse/core';
import type { OccurrenceView } from '@copse/core/contracts';
import { type Database, openDatabase } from '@copse/core/sql';
import { type Kysely, sql } from 'kysely';
import type { Figure } from '../figures.ts';
import { fillCommunity, personNumber, scheduleOnce, scheduleSeries, value } from '../gatherings-data.ts';
import { coreOn } from '../recording.ts';
import { SERVICE, type World } from '../world.ts';

const PEOPLE = 5000;
const SERIES = 500;
const CAPACITY = 100;
/** Different people whose calendars are read, and how often each: fewer looks than one address may take in a minute. */
const READERS = 10;
const LOOKS = 12;
const AT_MOST_MS = 100;

/** The calendar of somebody with five hundred series, and five thousand people who want the same hundred places. */
export async function measureGatherings(world: World): Promise<readonly Figure[]> {
  const url = await world.empty('gatherings');
  const db = openDatabase({ url });
  const core = coreOn(db);
  world.say(`» Making ${PEOPLE} people and ${SERIES} weekly series of a year each`);
  await fillCommunity(db, PEOPLE);
  const series = await scheduleSeries(core, SERIES);
  await sql`VACUUM ANALYZE`.execute(db);

  const addresses = await calendars(core, series);
  const service = await world.start(SERVICE, [], world.issuer.environment(url));
  const read = await readCalendars(addresses.map((path) => `${service.origin}${path}`));
  await service.stop();
  world.say(
    `  a calendar of ${SERIES} series: p50 ${read.p50.toFixed(0)} ms, unchanged ${read.unchanged.toFixed(0)} ms`,
  );
  const answered = await storm(db, core);
  await db.destroy();
  world.say(`  ${PEOPLE} answers in ${answered.seconds.toFixed(1)} s`);

  const about = `${PEOPLE.toLocaleString('en')} answers at once`;
  return [
    { what: `calendar of ${SERIES} weekly series: its size`, value: read.bytes / 1024, unit: 'kB' },
    { what: 'the first one that a new process writes', value: read.first, unit: 'ms' },
    { what: 'p50', value: read.p50, unit: 'ms', atMost: AT_MOST_MS },
    { what: 'p99', value: read.p99, unit: 'ms' },
    { what: 'p50 where nothing has changed (304)', value: read.unchanged, unit: 'ms', atMost: AT_MOST_MS },
    { what: `${about}: time`, value: answered.seconds, unit: 's' },
    { what: `${about}: answers`, value: PEOPLE / answered.seconds, unit: '/s' },
    { what: `${about}: going`, value: answered.going, unit: '', atLeast: CAPACITY, atMost: CAPACITY },
    {
      what: `${about}: waiting`,
      value: answered.waiting,
      unit: '',
      atLeast: PEOPLE - CAPACITY,
      atMost: PEOPLE - CAPACITY,
    },
    { what: `${about}: places left out or given twice`, value: answered.wrong, unit: '', atMost: 0 },
    { what: `${about}: people in another place than they were told`, value: answered.misled, unit: '', atMost: 0 },
    { what: `${about}: lost`, value: answered.lost, unit: '', atMost: 0 },
  ];
}

/** Addresses of calendars of different people, each of whom declines dates of their own. */
async function calendars(core: Core, series: readonly OccurrenceView[]): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let reader = 1; reader <= READERS; reader += 1) {
    const who = personNumber(reader);
    for (const { id } of series.filter((_, n) => n % 50 === reader)) {
      value(await core.gatherings.answerGathering(who, { occurrenceId: id, answer: 'not-going' }));
    }
    paths.push(value(await core.gatherings.issueCalendar(who, {})).path);
  }
  return paths;
}

/** One look after the other, as programs of different people take them: first for all of it, then for what is new. */
async function readCalendars(addresses: readonly string[]) {
  const whole: number[] = [];
  const unchanged: number[] = [];
  let bytes = 0;
  const tags = new Map<string, string>();
  for (let look = 0; look < 2 * LOOKS; look += 1) {
    for (const address of addresses) {
      const known = look < LOOKS ? undefined : tags.get(address);
      const begun = performance.now();
      const answer = await fetch(address, known === undefined ? {} : { headers: { 'if-none-match': known } });
      const text = await answer.text();
      (known === undefined ? whole : unchanged).push(performance.now() - begun);
      if (answer.status !== (known === undefined ? 200 : 304)) throw new Error(`A calendar answered ${answer.status}`);
      if (known !== undefined) continue;
      const events = text.match(/^RRULE:FREQ=WEEKLY/gmu)?.length ?? 0;
      if (events !== SERIES) throw new Error(`A calendar has ${events} series`);
      tags.set(address, answer.headers.get('etag') ?? '');
      bytes = text.length;
    }
  }
  const first = whole[0] ?? Number.NaN;
  return { first, bytes, p50: at(whole, 0.5), p99: at(whole, 0.99), unchanged: at(unchanged, 0.5) };
}

/** Everybody answers at once that they come, through the connections that one process has. */
async function storm(db: Kysely<Database>, core: Core) {
  const { id: occurrenceId } = await scheduleOnce(core, CAPACITY);
  const told = new Map<string, number>();
  let lost = 0;
  const begun = performance.now();
  const answerOne = async (n: number) => {
    const who = personNumber(n);
    try {
      const { myPlace } = value(await core.gatherings.answerGathering(who, { occurrenceId, answer: 'going' }));
      if (myPlace !== undefined) told.set(who.personId, myPlace);
    } catch (error) {
      if (lost === 0) process.stderr.write(`${String(error)}\n`);
      lost += 1;
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, n) => answerOne(n + 1)));
  const seconds = (performance.now() - begun) / 1000;

  const { rows } = await sql<{ person_id: string; standing: string }>`
    SELECT person_id, standing FROM rsvp WHERE occurrence_id = ${occurrenceId} ORDER BY place`.execute(db);
  const waiting = rows.filter(({ standing }) => standing === 'waiting');
  const places = new Set(told.values());
  return {
    seconds,
    lost: Math.max(lost, PEOPLE - rows.length),
    going: rows.filter(({ standing }) => standing === 'going').length,
    waiting: waiting.length,
    wrong: Array.from({ length: PEOPLE - CAPACITY }, (_, n) => n + 1).filter((place) => !places.has(place)).length,
    misled: waiting.filter(({ person_id }, n) => told.get(person_id) !== n + 1).length,
  };
}

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
