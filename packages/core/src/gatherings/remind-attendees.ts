import { reminderDue } from './answer.ts';
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
  while (
    (await upkeep.remind(at, REMINDERS, (schedule, startsAt) => remindOrLater(reminderDue(schedule, startsAt), at))) ===
    REMINDERS
  );
  await upkeep.moveUp(at, WAITING);
}

const remindOrLater = (due: Date, now: Date): Date | 'remind' => (due > now ? due : 'remind');
