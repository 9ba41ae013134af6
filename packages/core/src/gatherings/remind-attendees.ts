import type { Schedule } from '../identity/working-hours.ts';
import { AHEAD_MS, reminderDue } from './answer.ts';
import type { Upkeep } from './ports.ts';

type Deps = { readonly upkeep: Upkeep; readonly now: () => Date };

const REMINDERS = 500;
const WAITING = 100;

/**
 * Says of everybody who is to be reminded by now that it is time, once, and lets in whoever waits for a place that is
 * free.
 */
export async function remindAttendees({ upkeep, now }: Deps): Promise<void> {
  const at = now();
  const look = (schedule: Schedule, startsAt: Date) => remindOrLater(reminderDue(schedule, startsAt), startsAt, at);
  while ((await upkeep.remind(at, REMINDERS, look)) === REMINDERS);
  while ((await upkeep.remindHosts(at, REMINDERS, look)) === REMINDERS);
  await upkeep.moveUp(at, WAITING);
}

/**
 * Whoever answers once their last hours of work before it are over is reminded an hour before all the same, and not at
 * once of what they have just said.
 */
function remindOrLater(due: Date, startsAt: Date, now: Date): Date | 'remind' {
  if (due > now) return due;
  const hourBefore = new Date(startsAt.getTime() - AHEAD_MS);
  const isMissed = now.getTime() - due.getTime() > AHEAD_MS;
  return isMissed && hourBefore > now ? hourBefore : 'remind';
}
