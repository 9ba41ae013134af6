import { z } from 'zod';
import { id, instant, line } from '../kernel/contract.ts';
import { scheduleGatheringInput } from './contract.ts';
import { burdens } from './fair-hours.ts';
import { gatheringLimits, rotationTurns, turnWords } from './limits.ts';

const { startsLocal, endsLocal } = scheduleGatheringInput.shape;

/** A series of several times in turn: a gathering with a rule, and from when to when each turn is. */
export const scheduleRotationInput = scheduleGatheringInput.omit({ startsLocal: true, endsLocal: true }).extend({
  /** Which turn it is stands behind it. */
  title: line(3, gatheringLimits.title - turnWords(1, 2).length),
  rule: line(1, gatheringLimits.rule),
  /** The rule begins with the first. Each of the others is in the same period: on the same day, or in the same week. */
  turns: z.array(z.strictObject({ startsLocal, endsLocal })).min(rotationTurns.least).max(rotationTurns.most),
});
export type ScheduleRotationInput = z.output<typeof scheduleRotationInput>;

/** A series that runs and is to take turns from one of its dates on. Its rule goes on; the turns take its dates one by one. */
export const rotateSeriesInput = z.strictObject({
  occurrenceId: id,
  /** The first is in place of that date. All are on its day, or, of a series on one weekday, in its week. */
  turns: scheduleRotationInput.shape.turns,
});
export type RotateSeriesInput = z.output<typeof rotateSeriesInput>;

/** A series that takes turns and is to be at one time again from one of its dates on. */
export const endRotationInput = z.strictObject({
  occurrenceId: id,
  /** In place of that date: on its day, or, of a series on one weekday, in its week. */
  startsLocal,
  endsLocal,
});
export type EndRotationInput = z.output<typeof endRotationInput>;

/** How long it is to be, and how many times a series takes in turn. */
export const fairHoursQuery = z.strictObject({
  /** A gathering of the community that is to have other times: whoever may change it may ask, too. */
  gatheringId: id.optional(),
  minutes: z.coerce.number().int().min(15).max(480).default(60),
  turns: z.coerce.number().int().min(rotationTurns.least).max(rotationTurns.most).default(2),
  /** Whether the turns of that gathering stay on its weekdays; left out, they do where those are no day off of most. */
  keepsDays: z.stringbool().optional(),
});
export type FairHoursQuery = z.output<typeof fairHoursQuery>;

/** Of zones with fewer than five members nothing is said. */
const fairSlot = z.object({
  startsAt: instant,
  zones: z.array(z.object({ timeZone: z.string(), people: z.int(), local: z.string(), burden: z.enum(burdens) })),
});
export const fairHours = z.object({
  /** In the next whole week, the best first. */
  slots: z.array(fairSlot),
  rotation: z.array(fairSlot),
  /** Of a series that is there already: its weekdays by its clock, Monday is 1, and what becomes of them. */
  days: z
    .object({
      weekdays: z.array(z.int()),
      /** More than half of the members have a day off then. */
      dayOff: z.boolean(),
      /** It is on one weekday, so its turns may be on others. */
      mayMove: z.boolean(),
      /** The turns are on these weekdays. */
      kept: z.boolean(),
    })
    .optional(),
});
export type FairHours = z.output<typeof fairHours>;

/** What the next dates ask of the members, in their order; of series that take turns, those of all of them. */
export const seriesHours = z.object({ dates: z.array(fairSlot) });
export type SeriesHours = z.output<typeof seriesHours>;
