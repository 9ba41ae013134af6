import type { Announcement, Fact } from './announcement.ts';
import type { gatheringHappenings } from './gathering-happening.ts';

type What = keyof typeof gatheringHappenings;
type Plan = (fact: Fact) => readonly Announcement[];

export const inGathering = (fact: Fact) => ({
  subject: { kind: 'gathering', id: String(fact['occurrenceId']) } as const,
  communityId: String(fact['communityId']),
});
/** Whoever did it knows; what another system did, nobody here does. */
const doer = ({ personId }: Fact) => (typeof personId === 'string' ? { not: { personId } } : {});

/** Tells whoever wants to come to the date, or to any date of its series that is to come. */
const toComing =
  (what: What, { series = false, attended = false } = {}): Plan =>
  (fact) => {
    const occurrenceId = String(fact['occurrenceId']);
    const since = series ? fact.occurredAt : undefined;
    return [{ what, ...inGathering(fact), audience: { to: 'coming', occurrenceId, since, attended }, ...doer(fact) }];
  };

/** Tells the one person to whom it happened. */
const toThem =
  (what: What): Plan =>
  (fact) => [{ what, ...inGathering(fact), audience: { to: 'person', personId: String(fact['personId']) } }];

/** Tells whoever hosts it now, unless they have put themselves down for it. */
const toHost =
  (what: What): Plan =>
  (fact) => [
    { what, ...inGathering(fact), audience: { to: 'person', personId: String(fact['hostId']) }, ...doer(fact) },
  ];

const scheduled: Plan = (fact) => [
  {
    what: 'gathering-scheduled',
    ...inGathering(fact),
    audience: { to: 'members', communityId: String(fact['communityId']) },
    ...doer(fact),
  },
  {
    what: 'gathering-host-of',
    ...inGathering(fact),
    audience: { to: 'hosts', occurrenceId: String(fact['occurrenceId']) },
    ...doer(fact),
  },
];

export const gatheringPlans: Readonly<Record<string, Plan>> = {
  'gathering.scheduled': (fact) => (fact['follows'] === true ? [] : scheduled(fact)),
  'gathering.rescheduled': toComing('gathering-moved', { series: true }),
  'gathering.edited': (fact) =>
    fact['moved'] === true && fact['occurrenceId'] ? toComing('gathering-moved', { series: true })(fact) : [],
  'gathering.host-added': toHost('gathering-host-of'),
  'gathering.turns-changed': toHost('gathering-turns'),
  'gathering.cancelled': toComing('series-called-off', { series: true }),
  'occurrence.changed': (fact) => [
    ...(fact['moved'] === true ? toComing('gathering-moved')(fact) : []),
    ...(fact['hostId'] === undefined ? [] : toHost('gathering-hosting')(fact)),
  ],
  'occurrence.cancelled': toComing('gathering-called-off'),
  'occurrence.restored': toComing('gathering-restored'),
  'occurrence.recapped': toComing('gathering-recap', { attended: true }),
  'rsvp.moved-up': toThem('place-for-me'),
  'rsvp.dropped': toThem('date-dropped'),
  'rsvp.lost': (fact) =>
    toThem('gathering-lost')(fact).map((one) => ({
      ...one,
      lost: { because: String(fact['because']), dates: Number(fact['dates']) },
    })),
  'rsvp.reminder-due': toThem('gathering-reminder'),
};
