import type { Actor, Core, PersonId, Result } from '@copse/core';
import type { OccurrenceView } from '@copse/core/contracts';
import type { Database } from '@copse/core/sql';
import type { Kysely } from 'kysely';
import { asker, fillAudience, questionForAll } from './audience.ts';
import { idOf, kinds } from './ids.ts';

const { communityId } = questionForAll;

/** Plans what is measured here; the same person in every run. */
const coordinator = asker;
export const personNumber = (n: number): Actor => ({ ...asker, personId: idOf(kinds.person, n) as PersonId });

/** A community of so many people, and one more who coordinates it. */
export async function fillCommunity(db: Kysely<Database>, people: number): Promise<void> {
  // Nobody is told anything here, so it does not matter where.
  await fillAudience(db, people, 'http://127.0.0.1/');
  await db
    .insertInto('role_grant')
    .values({
      community_id: communityId,
      person_id: coordinator.personId,
      role: 'coordinator',
      since: new Date('2026-01-01'),
    })
    .execute();
}

/** Weekly series of a year each, from next week on, in four zones; a fifth of them has a date unlike the others. */
export async function scheduleSeries(core: Core, count: number): Promise<readonly OccurrenceView[]> {
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'];
  const series: OccurrenceView[] = [];
  for (let n = 0; n < count; n += 1) {
    const first = await schedule(core, {
      title: `Round ${n}`,
      description:
        'We **listen**, we look at [what we have](https://example.org/rounds), and write down what we learned.',
      timeZone: zones[n % zones.length] as string,
      day: 7 + (n % 7),
      rule: 'FREQ=WEEKLY;COUNT=52',
    });
    const next = first.later[0]?.id ?? '';
    if (n % 10 === 0) value(await core.gatherings.cancelDate(coordinator, { occurrenceId: next }));
    if (n % 10 === 5) {
      value(
        await core.gatherings.changeDate(coordinator, {
          occurrenceId: next,
          ifRevision: first.revision,
          venue: 'Hall 2',
        }),
      );
    }
    series.push(first);
  }
  return series;
}

/** One date with few places. */
export const scheduleOnce = (core: Core, capacity: number) =>
  schedule(core, { title: 'Everybody wants to come', description: '', timeZone: 'Europe/Berlin', day: 7, capacity });

type Planned = {
  readonly title: string;
  readonly description: string;
  readonly timeZone: string;
  /** Days from now. */
  readonly day: number;
  readonly rule?: string;
  readonly capacity?: number;
};

async function schedule(core: Core, { day, ...planned }: Planned): Promise<OccurrenceView> {
  const on = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
  return value(
    await core.gatherings.scheduleGathering(coordinator, {
      ...planned,
      communityId,
      format: 'meeting',
      mode: 'on-site',
      venue: 'Hall 1',
      visibility: 'organisation',
      rotates: false,
      hostIds: [],
      startsLocal: `${on}T10:00`,
      endsLocal: `${on}T11:00`,
    }),
  );
}

export function value<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`The bench was refused: ${result.reason}`);
  return result.value;
}
