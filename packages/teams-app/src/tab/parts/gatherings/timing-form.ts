import type { GivenTiming } from './preview-dates.ts';
import { type Recurrence, ruleOf } from './recurrence-form.ts';

export type TimingForm = {
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly recurrence: Recurrence;
};

/** The timing of a form once it is whole. An end that is earlier than the start is on the next day. */
export function timingOf({ day, from, to, timeZone, recurrence }: TimingForm): GivenTiming | undefined {
  if (!day || !from || !to) return undefined;
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const rule = ruleOf(recurrence, day);
  return {
    timeZone,
    startsLocal: `${day}T${from}`,
    endsLocal: `${to > from ? day : next}T${to}`,
    ...(rule ? { rule } : {}),
  };
}
