import { holdsRole, type Role } from '../communities/role.ts';
import { type PersonCardRow, viewPersonCard } from '../identity/person-card.ts';
import type { Actor } from '../kernel/actor.ts';
import type { PersonCard } from '../kernel/contract.ts';
import { isCheckInOpen } from './attendance.ts';
import type { OccurrenceCard, OccurrenceView } from './contract.ts';
import type { GatheringFormat, GatheringMode, GatheringVisibility, GatheringStanding } from './format.ts';
import type { Participant } from './gathering.ts';
import { isPlanned } from './occurrence.ts';
import { allows, type GatheringAction, type Relation } from './permission.ts';
import { addMinutes, localOf } from './recurrence.ts';
import { mayEndTurns, type RotationRow, viewRotation } from './rotation-view.ts';
import { ruleInWords } from './rule-words.ts';
import { utc } from '../kernel/instant.ts';

/** How the viewer stands to a gathering and its community, as the queries bring it. */
export type StandingRow = {
  readonly is_member: boolean;
  readonly my_roles: readonly { readonly role: Role; readonly until: Date | string | null }[] | null;
  readonly hosts_it: boolean;
  readonly closed: boolean;
};

export type OccurrenceCardRow = StandingRow & {
  readonly id: string;
  readonly gathering_id: string;
  readonly community_id: string;
  readonly community_name: string;
  readonly title: string;
  readonly hidden: boolean;
  readonly format: string;
  readonly mode: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly time_zone: string;
  readonly starts_local: string;
  readonly rule: string | null;
  readonly visibility: string;
  readonly venue: string | null;
  readonly meeting_url: string | null;
  readonly capacity: number | null;
  readonly hosts: readonly PersonCardRow[] | null;
  readonly going: number;
  readonly waiting: number;
  readonly my_standing: GatheringStanding | null;
  readonly cancelled_at: Date | null;
  readonly cancel_reason: string | null;
  readonly has_recap: boolean;
};

type ItemRow = {
  readonly id: string;
  readonly person: PersonCardRow;
  readonly text: string;
  readonly minutes: number | null;
  readonly hidden: boolean;
};

export type OccurrencePageRow = OccurrenceCardRow & {
  readonly description: string;
  readonly planned_at: Date;
  readonly planned_local: string;
  readonly rotates: boolean;
  readonly minutes: number;
  readonly series_title: string;
  readonly series_venue: string | null;
  readonly series_meeting_url: string | null;
  readonly series_hosts: readonly PersonCardRow[] | null;
  readonly series_cancelled: boolean;
  readonly series_revision: number;
  readonly maybe: number;
  readonly not_going: number;
  readonly people: readonly { readonly person: PersonCardRow; readonly standing: GatheringStanding }[] | null;
  readonly my_place: number | null;
  readonly agenda: readonly ItemRow[] | null;
  readonly attended: number;
  readonly attended_mine: boolean;
  readonly attendees: readonly PersonCardRow[] | null;
  readonly recap: string | null;
  readonly outcomes: string[];
  readonly recap_by: PersonCardRow | null;
  readonly recap_at: Date | null;
  readonly recap_hidden: boolean;
  readonly scheduled_by: string | null;
  /** As it was written, hidden or not. */
  readonly written: { readonly title: string; readonly series_title: string; readonly description: string };
  readonly rotation: RotationRow | null;
  readonly later: readonly { readonly id: string; readonly starts_at: string; readonly cancelled: boolean }[] | null;
  readonly revision: number;
};

/** In which relations the actor meets a gathering of this community. */
export function participantOf(actor: Actor, row: StandingRow, now: Date): Participant {
  const held = (row.my_roles ?? []).filter(({ role, until }) =>
    holdsRole({ role, until: until ? new Date(until) : undefined }, now),
  );
  const relations: Relation[] = row.is_member ? held.map(({ role }) => role) : [];
  if (row.is_member) relations.push('member');
  relations.push(actor.guest ? 'partner' : 'colleague');
  if (actor.administrator) relations.push('administrator');
  if (row.hosts_it) relations.push('host');
  return { personId: actor.personId, relations, closed: row.closed };
}

/** One date in a list, with what this viewer may do now. */
export function viewOccurrenceCard(actor: Actor, row: OccurrenceCardRow, now: Date): OccurrenceCard {
  const viewer = participantOf(actor, row, now);
  const cancelled = row.cancelled_at !== null;
  const recurs = ruleInWords({ timeZone: row.time_zone, startsLocal: row.starts_local, rule: row.rule ?? undefined });
  const date = { startsAt: row.starts_at, endsAt: row.ends_at, cancelledAt: row.cancelled_at ?? undefined };
  return {
    id: row.id,
    gatheringId: row.gathering_id,
    community: { id: row.community_id, name: row.community_name },
    title: row.title,
    hidden: row.hidden,
    format: row.format as GatheringFormat,
    mode: row.mode as GatheringMode,
    startsAt: utc(row.starts_at),
    endsAt: utc(row.ends_at),
    timeZone: row.time_zone,
    ...(recurs ? { recurs } : {}),
    visibility: row.visibility as GatheringVisibility,
    ...(row.venue ? { venue: row.venue } : {}),
    ...(row.meeting_url ? { meetingUrl: row.meeting_url } : {}),
    hosts: cards(row.hosts),
    going: row.going,
    waiting: row.waiting,
    ...(row.capacity === null ? {} : { capacity: row.capacity }),
    ...(row.my_standing ? { myStanding: row.my_standing } : {}),
    cancelled,
    ...(row.cancel_reason ? { cancelReason: row.cancel_reason } : {}),
    hasRecap: row.has_recap,
    abilities: {
      answer: allows(viewer.relations, 'answer') && !viewer.closed && !cancelled && row.ends_at > now,
      checkIn: allows(viewer.relations, 'check-in') && isCheckInOpen(date, now),
    },
  };
}

/** The whole of one date as a page shows it. */
export function viewOccurrence(actor: Actor, row: OccurrencePageRow, now: Date): OccurrenceView {
  const card = viewOccurrenceCard(actor, row, now);
  const viewer = participantOf(actor, row, now);
  const may = (action: GatheringAction) => allows(viewer.relations, action);
  const ahead = row.ends_at > now && !card.cancelled;
  const offOnly = card.cancelled && !row.series_cancelled && row.starts_at > now && isPlanned(row.planned_local);
  const rotation = row.rotation ? viewRotation(row.rotation) : undefined;
  const mayTurn = may('change') && ahead && !viewer.closed && row.rule !== null && !row.series_cancelled;
  const own = row.scheduled_by === actor.personId;
  const ownRecap = row.recap_by?.id === actor.personId;
  const withheld = {
    ...(row.hidden && (own || may('moderate')) ? { text: viewWritten(row) } : {}),
    ...(row.recap_hidden && (ownRecap || may('moderate')) ? { recap: recapIn(row) } : {}),
  };
  return {
    ...card,
    description: row.description,
    ...(row.planned_at.getTime() === row.starts_at.getTime() ? {} : { plannedAt: utc(row.planned_at) }),
    rotates: row.rotates,
    series: viewSeries(row),
    startsLocal: localOf(row.starts_at, row.time_zone),
    endsLocal: localOf(row.ends_at, row.time_zone),
    maybe: row.maybe,
    notGoing: row.not_going,
    people: (row.people ?? []).map(({ person, standing }) => ({ person: viewPersonCard(person), standing })),
    ...(row.my_place === null ? {} : { myPlace: row.my_place }),
    agenda: (row.agenda ?? []).map(({ id, person, text, minutes, hidden }) => ({
      id,
      by: viewPersonCard(person),
      text,
      ...(minutes === null ? {} : { minutes }),
      hidden,
      abilities: {
        remove: person.id === actor.personId || may('remove-any-agenda'),
        report: person.id !== actor.personId,
        moderate: person.id !== actor.personId && may('moderate'),
      },
    })),
    attendance: {
      count: row.attended,
      mine: row.attended_mine,
      ...(may('note-attendance') ? { people: cards(row.attendees) } : {}),
    },
    ...viewRecap(row),
    ...(withheld.text || withheld.recap ? { withheld } : {}),
    ...(rotation ? { rotation } : {}),
    later: (row.later ?? []).map(({ id, starts_at, cancelled }) => ({
      id,
      startsAt: utc(starts_at),
      cancelled,
    })),
    revision: row.revision,
    abilities: {
      ...card.abilities,
      seeHours: row.rule !== null && may('see-hours'),
      rotate: mayTurn && rotation === undefined,
      endTurns: mayTurn && row.rotation !== null && !rotation?.single && mayEndTurns(row.rotation, viewer.relations),
      change: may('change') && ahead && !viewer.closed,
      cancel: may('cancel') && ahead,
      restore: may('change') && offOnly && !viewer.closed,
      addAgenda: may('add-agenda') && ahead && !viewer.closed,
      noteAttendance:
        may('note-attendance') && !card.cancelled && row.starts_at.getTime() - now.getTime() < 15 * 60_000,
      // Nobody writes over what is hidden from them.
      writeRecap:
        may('write-recap') &&
        !card.cancelled &&
        row.starts_at <= now &&
        (!row.recap_hidden || withheld.recap !== undefined),
      report: !row.hidden && !own,
      reportRecap: row.recap !== null && !row.recap_hidden && !ownRecap,
      moderate: may('moderate') && !own,
      moderateRecap: row.recap !== null && may('moderate') && !ownRecap,
    },
  };
}

const viewWritten = ({ written: { title, series_title: seriesTitle, description } }: OccurrencePageRow) => ({
  title,
  seriesTitle,
  description,
});

const recapIn = ({ recap, outcomes }: OccurrencePageRow) => ({ recap: recap ?? '', outcomes });

function viewRecap(row: OccurrencePageRow) {
  if (row.recap === null || row.recap_hidden) return { outcomes: [], recapHidden: row.recap_hidden };
  return {
    ...recapIn(row),
    recapHidden: false,
    ...(row.recap_by ? { recapBy: viewPersonCard(row.recap_by) } : {}),
    ...(row.recap_at ? { recapAt: utc(row.recap_at) } : {}),
  };
}

const viewSeries = (row: OccurrencePageRow): OccurrenceView['series'] => ({
  title: row.series_title,
  startsLocal: row.starts_local,
  endsLocal: addMinutes(row.starts_local, row.minutes),
  ...(row.rule === null ? {} : { rule: row.rule }),
  ...(row.series_venue ? { venue: row.series_venue } : {}),
  ...(row.series_meeting_url ? { meetingUrl: row.series_meeting_url } : {}),
  hosts: cards(row.series_hosts),
  cancelled: row.series_cancelled,
  revision: row.series_revision,
});

const cards = (rows: readonly PersonCardRow[] | null): PersonCard[] => (rows ?? []).map(viewPersonCard);
