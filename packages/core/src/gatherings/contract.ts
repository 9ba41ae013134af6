import { z } from 'zod';
import { id, instant, line, markdown, pageOf, pageQuery, personCard } from '../kernel/contract.ts';
import {
  gatheringAnswers,
  gatheringFormats,
  gatheringModes,
  gatheringVisibilities,
  gatheringStandings,
} from './format.ts';
import { gatheringLimits as limits } from './limits.ts';

/** `YYYY-MM-DDTHH:MM` on the clock of the zone; whether there is such a time, core says. */
const local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u, 'Write it as YYYY-MM-DDTHH:MM.');
const rule = line(1, limits.rule);
const meetingUrl = z
  .url({ protocol: /^https$/u, error: 'Paste the whole link of the meeting, which begins with https.' })
  .max(limits.meetingUrl);
const capacity = z.int().min(1).max(limits.capacity);
const reason = line(0, limits.reason);

/** When it begins and ends, on the clock of a zone of the IANA list; `rule` is a recurrence rule of RFC 5545. */
const timing = { timeZone: z.string().min(1).max(64), startsLocal: local, endsLocal: local };
const text = {
  title: line(3, limits.title),
  description: markdown(limits.description),
  format: z.enum(gatheringFormats),
  mode: z.enum(gatheringModes),
  visibility: z.enum(gatheringVisibilities),
  rotates: z.boolean(),
};

export const previewDatesInput = z.strictObject({ ...timing, rule: rule.optional() });
export type PreviewDatesInput = z.output<typeof previewDatesInput>;

export const scheduleGatheringInput = z.strictObject({
  communityId: id,
  ...text,
  description: text.description.default(''),
  format: text.format.default('meeting'),
  mode: text.mode.default('online'),
  visibility: text.visibility.default('organisation'),
  rotates: text.rotates.default(false),
  meetingUrl: meetingUrl.optional(),
  venue: line(0, limits.venue).optional(),
  capacity: capacity.optional(),
  /** In the order in which they take turns; without any, whoever schedules it hosts it. */
  hostIds: z.array(id).max(limits.hosts).default([]),
  ...timing,
  rule: rule.optional(),
});
export type ScheduleGatheringInput = z.output<typeof scheduleGatheringInput>;

/** Only what is sent changes; `null` takes away. A new timing replaces the whole of the old one. */
export const editGatheringInput = z.strictObject({
  title: text.title.optional(),
  description: text.description.optional(),
  format: text.format.optional(),
  mode: text.mode.optional(),
  visibility: text.visibility.optional(),
  rotates: text.rotates.optional(),
  meetingUrl: meetingUrl.nullable().optional(),
  venue: line(0, limits.venue).nullable().optional(),
  capacity: capacity.nullable().optional(),
  hostIds: z.array(id).min(1).max(limits.hosts).optional(),
  timing: previewDatesInput.optional(),
});
export type EditGatheringInput = z.output<typeof editGatheringInput>;

/** What is different about this one date; `null`: as the series has it again. */
export const changeOccurrenceInput = z.strictObject({
  startsLocal: local.optional(),
  endsLocal: local.optional(),
  title: text.title.nullable().optional(),
  meetingUrl: meetingUrl.nullable().optional(),
  venue: line(0, limits.venue).nullable().optional(),
  hostId: id.nullable().optional(),
});
export type ChangeOccurrenceInput = z.output<typeof changeOccurrenceInput>;

export const cancelGatheringInput = z.strictObject({ reason: reason.optional() });
export type CancelGatheringInput = z.output<typeof cancelGatheringInput>;

export const answerGatheringInput = z.strictObject({
  answer: z.enum(gatheringAnswers),
  /** The same for all dates of the series that come after it, as far as they are planned. */
  later: z.boolean().optional(),
});
export type AnswerGatheringInput = z.output<typeof answerGatheringInput>;

export const addAgendaItemInput = z.strictObject({
  text: line(3, limits.agendaText),
  minutes: z.int().min(1).max(limits.agendaMinutes).optional(),
});
export type AddAgendaItemInput = z.output<typeof addAgendaItemInput>;

export const writeRecapInput = z.strictObject({
  recap: markdown(limits.recap),
  /** What came of it, one line each: what may become a practice, a question or an idea. */
  outcomes: z.array(line(3, limits.outcome)).max(limits.outcomes).default([]),
});
export type WriteRecapInput = z.output<typeof writeRecapInput>;

/** One date of a gathering, in a list. */
export const occurrenceCard = z.object({
  id,
  gatheringId: id,
  community: z.object({ id, name: z.string() }),
  title: z.string(),
  /** Stewards have hidden what it says about itself; other words stand in place of its title. */
  hidden: z.boolean(),
  format: z.enum(gatheringFormats),
  mode: z.enum(gatheringModes),
  startsAt: instant,
  endsAt: instant,
  /** The clock that it follows. */
  timeZone: z.string(),
  /** How it recurs, in words; absent where it happens once. */
  recurs: z.string().optional(),
  visibility: z.enum(gatheringVisibilities),
  venue: z.string().optional(),
  meetingUrl: z.string().optional(),
  hosts: z.array(personCard),
  going: z.int(),
  waiting: z.int(),
  capacity: z.int().optional(),
  myStanding: z.enum(gatheringStandings).optional(),
  cancelled: z.boolean(),
  cancelReason: z.string().optional(),
  hasRecap: z.boolean(),
  abilities: z.object({ answer: z.boolean(), checkIn: z.boolean() }),
});
export type OccurrenceCard = z.output<typeof occurrenceCard>;

export const agendaItemView = z.object({
  id,
  by: personCard,
  text: z.string(),
  minutes: z.int().optional(),
  hidden: z.boolean(),
  abilities: z.object({ remove: z.boolean(), report: z.boolean(), moderate: z.boolean() }),
});
export type AgendaItemView = z.output<typeof agendaItemView>;

export const occurrenceView = occurrenceCard.extend({
  description: z.string(),
  /** What stewards have hidden, for them and for whoever wrote it; never to be shown where others read along. */
  withheld: z
    .object({
      text: z.object({ title: z.string(), seriesTitle: z.string(), description: z.string() }).optional(),
      recap: z.object({ recap: z.string(), outcomes: z.array(z.string()) }).optional(),
    })
    .optional(),
  /** When the rule has it, where this date was moved. */
  plannedAt: instant.optional(),
  rotates: z.boolean(),
  /** As it stands in the calendar: what a form begins with. */
  series: z.object({
    title: z.string(),
    startsLocal: z.string(),
    endsLocal: z.string(),
    rule: z.string().optional(),
    venue: z.string().optional(),
    meetingUrl: z.string().optional(),
    hosts: z.array(personCard),
    cancelled: z.boolean(),
    revision: z.int(),
  }),
  startsLocal: z.string(),
  endsLocal: z.string(),
  maybe: z.int(),
  notGoing: z.int(),
  /** The first 100 of each, in the order in which they answered. */
  people: z.array(z.object({ person: personCard, standing: z.enum(gatheringStandings) })),
  /** Which place on the waiting list the viewer has. */
  myPlace: z.int().optional(),
  agenda: z.array(agendaItemView),
  attendance: z.object({
    count: z.int(),
    mine: z.boolean(),
    /** For hosts: who was there, the first 500. */
    people: z.array(personCard).optional(),
  }),
  recap: z.string().optional(),
  outcomes: z.array(z.string()),
  recapBy: personCard.optional(),
  recapAt: instant.optional(),
  /** There is one, and stewards have hidden it. */
  recapHidden: z.boolean(),
  /**
   * It is one of several series that take turns; the others, each with its date that follows this one. Turn 0 is what a
   * series was before it took turns.
   */
  rotation: z
    .object({
      turn: z.int(),
      turns: z.int(),
      others: z.array(z.object({ id, gatheringId: id, turn: z.int(), startsAt: instant })),
      /** The series at one time that follows the turns, where they have been ended, with its date that follows this one. */
      single: z.object({ id, gatheringId: id, startsAt: instant }).optional(),
    })
    .optional(),
  /** The next dates of the same series after this one. */
  later: z.array(z.object({ id, startsAt: instant, cancelled: z.boolean() })),
  revision: z.int(),
  abilities: z.object({
    answer: z.boolean(),
    checkIn: z.boolean(),
    seeHours: z.boolean(),
    rotate: z.boolean(),
    endTurns: z.boolean(),
    change: z.boolean(),
    cancel: z.boolean(),
    restore: z.boolean(),
    addAgenda: z.boolean(),
    noteAttendance: z.boolean(),
    writeRecap: z.boolean(),
    report: z.boolean(),
    reportRecap: z.boolean(),
    moderate: z.boolean(),
    moderateRecap: z.boolean(),
  }),
});
export type OccurrenceView = z.output<typeof occurrenceView>;

export const occurrencesQuery = z.strictObject({
  communityId: id.optional(),
  /** Only those that the viewer comes to, may come to, waits for or hosts. */
  mine: z.stringbool().optional(),
  /** Only those of the viewer's communities. */
  member: z.stringbool().optional(),
  /** What has been, the latest first, in place of what is to come. */
  past: z.stringbool().optional(),
  ...pageQuery,
});
export type OccurrencesQuery = z.output<typeof occurrencesQuery>;
export const occurrencePage = pageOf(occurrenceCard);
export type OccurrencePage = z.output<typeof occurrencePage>;

/** What a timing comes to: its one form, how it recurs in words, and the next dates. */
export const datesPreview = z.object({
  startsLocal: z.string(),
  rule: z.string().optional(),
  recurs: z.string().optional(),
  dates: z.array(z.object({ startsAt: instant, endsAt: instant })),
});
export type DatesPreview = z.output<typeof datesPreview>;
