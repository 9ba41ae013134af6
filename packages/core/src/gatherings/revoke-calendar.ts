import type { Actor } from '../kernel/actor.ts';
import type { Result } from '../kernel/result.ts';
import type { CalendarOf, CalendarsView } from './calendar-contract.ts';
import type { CalendarDeps } from './ports.ts';
import { seeCalendars } from './see-calendars.ts';

/** Ends the address of a calendar: whoever has it reads nothing more. Twice is as good as once. */
export async function revokeCalendar(
  { calendars }: Pick<CalendarDeps, 'calendars'>,
  actor: Actor,
  { communityId }: CalendarOf,
): Promise<Result<CalendarsView>> {
  await calendars.revoke(actor, communityId);
  return seeCalendars({ calendars }, actor);
}
