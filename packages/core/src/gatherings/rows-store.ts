import type { CommunityId, GatheringId, OccurrenceId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { GatheringFormat, GatheringMode, GatheringVisibility } from './format.ts';
import { type Gathering, gatheringSummary } from './gathering.ts';
import type { Occurrence } from './occurrence.ts';
import type { GatheringRow, OccurrenceRow } from './tables.ts';

/** All but what stewards decide, and what imports remember. */
type PlannedRow = Omit<GatheringRow, 'hidden_at' | 'imported_timing'>;

export const toRow = (gathering: Gathering): PlannedRow => ({
  id: gathering.id,
  organisation_id: gathering.organisationId,
  community_id: gathering.communityId,
  title: gathering.title,
  description: gathering.description,
  summary: gatheringSummary(gathering),
  format: gathering.format,
  mode: gathering.mode,
  meeting_url: gathering.meetingUrl ?? null,
  venue: gathering.venue ?? null,
  visibility: gathering.visibility,
  time_zone: gathering.timeZone,
  starts_local: gathering.startsLocal,
  minutes: gathering.minutes,
  rule: gathering.rule ?? null,
  capacity: gathering.capacity ?? null,
  rotates: gathering.rotates,
  scheduled_by: gathering.scheduledBy ?? null,
  created_at: gathering.createdAt,
  updated_at: gathering.updatedAt,
  cancelled_at: gathering.cancelledAt ?? null,
  cancel_reason: gathering.cancelReason ?? null,
  planned_until: gathering.plannedUntil ?? null,
  revision: gathering.revision,
});

export const fromRow = (row: PlannedRow, hosts: readonly string[]): Gathering => ({
  id: row.id as GatheringId,
  organisationId: row.organisation_id as OrganisationId,
  communityId: row.community_id as CommunityId,
  title: row.title,
  description: row.description,
  format: row.format as GatheringFormat,
  mode: row.mode as GatheringMode,
  meetingUrl: row.meeting_url ?? undefined,
  venue: row.venue ?? undefined,
  visibility: row.visibility as GatheringVisibility,
  timeZone: row.time_zone,
  startsLocal: row.starts_local,
  minutes: row.minutes,
  rule: row.rule ?? undefined,
  capacity: row.capacity ?? undefined,
  hosts: hosts as readonly PersonId[],
  rotates: row.rotates,
  scheduledBy: (row.scheduled_by ?? undefined) as PersonId | undefined,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  cancelledAt: row.cancelled_at ?? undefined,
  cancelReason: row.cancel_reason ?? undefined,
  plannedUntil: row.planned_until ?? undefined,
  revision: row.revision,
});

type DateRow = Omit<OccurrenceRow, 'recap' | 'outcomes' | 'recap_by' | 'recap_at' | 'recap_hidden_at'>;

/** The columns that a rule decides on. `minutes`: how long a date of its series takes. */
export const toDateRow = (date: Occurrence, minutes: number): DateRow => ({
  id: date.id,
  gathering_id: date.gatheringId,
  organisation_id: date.organisationId,
  community_id: date.communityId,
  planned_local: date.plannedLocal,
  planned_at: date.plannedAt,
  starts_at: date.startsAt,
  ends_at: date.endsAt,
  title: date.title ?? null,
  meeting_url: date.meetingUrl ?? null,
  venue: date.venue ?? null,
  host_id: date.hostId ?? null,
  own_host: date.ownHost,
  cancelled_at: date.cancelledAt ?? null,
  cancel_reason: date.cancelReason ?? null,
  differs: isDifferent(date, minutes),
  revision: date.revision,
});

/** Whether a calendar has to speak of this date apart from its series. */
const isDifferent = (date: Occurrence, minutes: number): boolean =>
  date.cancelledAt !== undefined ||
  date.startsAt.getTime() !== date.plannedAt.getTime() ||
  // Also where the clocks change in the middle of it: programs keep the length, and we keep the face of the clock.
  date.endsAt.getTime() - date.startsAt.getTime() !== minutes * 60_000 ||
  date.title !== undefined ||
  date.venue !== undefined ||
  date.meetingUrl !== undefined;

export const fromDateRow = (row: Omit<DateRow, 'differs'>): Occurrence => ({
  id: row.id as OccurrenceId,
  gatheringId: row.gathering_id as GatheringId,
  organisationId: row.organisation_id as OrganisationId,
  communityId: row.community_id as CommunityId,
  plannedLocal: row.planned_local,
  plannedAt: row.planned_at,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  title: row.title ?? undefined,
  meetingUrl: row.meeting_url ?? undefined,
  venue: row.venue ?? undefined,
  hostId: (row.host_id ?? undefined) as PersonId | undefined,
  ownHost: row.own_host,
  cancelledAt: row.cancelled_at ?? undefined,
  cancelReason: row.cancel_reason ?? undefined,
  revision: row.revision,
});
