import type { Kysely } from 'kysely';
import type {
  OccurrencesQuery,
  OccurrenceView,
  ScheduleGatheringInput,
  EditGatheringInput,
  ChangeOccurrenceInput,
} from '../gatherings/contract.ts';
import { coreSubscribers } from '../core.ts';
import { extendSeries } from '../gatherings/extend-series.ts';
import { remindAttendees } from '../gatherings/remind-attendees.ts';
import { sqlUpkeep } from '../gatherings/upkeep-store.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Database } from '../sql/database.ts';
import { createRelay } from '../sql/relay.ts';
import { value } from './linked-scene.ts';
import { aScene, nextId } from './scene.ts';

/** What goes without saying of a gathering in a test. */
export const aMeeting = {
  format: 'meeting',
  mode: 'online',
  visibility: 'organisation',
  rotates: false,
  hostIds: [],
  timeZone: 'Europe/Berlin',
} satisfies Partial<ScheduleGatheringInput>;

/** A community of welders that reaches partners, on 2 March 2026, a Monday; it meets on Tuesdays at ten in Berlin. */
export async function aGatheringScene(db: Kysely<Database>) {
  const scene = await aScene(db);
  const { core, clock } = scene;
  const ana = await scene.person('Ana Ortiz');
  const ben = await scene.person('Ben Adeyemi');
  const cem = await scene.person('Cem Aydin');
  const gus = await scene.person('Gus Partner', { guest: true });
  const founded = await core.communities.foundCommunity(ana, {
    archetype: 'guild',
    name: 'Welders',
    purpose: 'We keep the craft of welding.',
    topics: ['welding'],
    reach: 'partners',
  });
  if (!founded.ok) throw new Error(founded.reason);
  const communityId = founded.value.id;
  const join = async (who: Actor) => void (await value(core.communities.joinCommunity(who, { communityId })));
  await join(ben);

  const trySchedule = (by: Actor, given: Partial<ScheduleGatheringInput> = {}) =>
    core.gatherings.scheduleGathering(by, {
      communityId,
      title: 'Welding round',
      description: 'Bring your **questions**.',
      ...aMeeting,
      startsLocal: '2026-03-03T10:00',
      endsLocal: '2026-03-03T11:00',
      ...given,
    });
  const upkeep = { upkeep: sqlUpkeep({ db, newId: nextId }), newId: nextId, now: clock.now };
  const tryAnswer = (who: Actor, occurrenceId: string, answer: 'going' | 'maybe' | 'not-going' = 'going') =>
    core.gatherings.answerGathering(who, { occurrenceId, answer });
  const see = (who: Actor, occurrenceId: string) => value(core.gatherings.seeGathering(who, { occurrenceId }));

  return {
    ...scene,
    communityId,
    ana,
    ben,
    cem,
    gus,
    value,
    trySchedule,
    tryAnswer,
    see,
    schedule: (by: Actor, given: Partial<ScheduleGatheringInput> = {}) => value(trySchedule(by, given)),
    answer: (who: Actor, occurrenceId: string, answer: 'going' | 'maybe' | 'not-going') =>
      value(tryAnswer(who, occurrenceId, answer)),
    sees: async (who: Actor, occurrenceId: string) => (await core.gatherings.seeGathering(who, { occurrenceId })).ok,
    list: (who: Actor, query: Partial<OccurrencesQuery> = {}) =>
      value(core.gatherings.listGatherings(who, { limit: 25, ...query })),
    edit: (by: Actor, { gatheringId, series }: OccurrenceView, given: EditGatheringInput) =>
      value(core.gatherings.editGathering(by, { gatheringId, ifRevision: series.revision, ...given })),
    change: (by: Actor, { id, revision }: OccurrenceView, given: ChangeOccurrenceInput) =>
      value(core.gatherings.changeDate(by, { occurrenceId: id, ifRevision: revision, ...given })),
    cancel: (by: Actor, { gatheringId }: OccurrenceView, reason: string) =>
      value(core.gatherings.cancelGathering(by, { gatheringId, reason })),
    cancelDate: (by: Actor, occurrenceId: string) => value(core.gatherings.cancelDate(by, { occurrenceId })),
    addItem: (by: Actor, occurrenceId: string, text: string) =>
      value(core.gatherings.addAgendaItem(by, { occurrenceId, text, minutes: 10 })),
    async member(name: string): Promise<Actor> {
      const who = await scene.person(name);
      await join(who);
      return who;
    },
    /** What the jobs do by the clock. */
    keepUp: () => remindAttendees(upkeep),
    /** What follows from facts. */
    relay: () =>
      createRelay({ db, subscribers: coreSubscribers({ now: clock.now, newId: nextId }), now: clock.now }).drain(),
    extend: () =>
      extendSeries(
        {
          ...upkeep,
          onError: (error) => {
            throw error;
          },
        },
        new AbortController().signal,
      ),
  };
}

export type GatheringScene = Awaited<ReturnType<typeof aGatheringScene>>;
