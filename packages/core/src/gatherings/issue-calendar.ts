import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { calendarHash, makeCalendarSecret } from './calendar-address.ts';
import type { CalendarAddress, CalendarOf } from './calendar-contract.ts';
import type { CalendarDeps } from './ports.ts';

/**
 * Makes a secret address at which a calendar program reads the actor's gatherings, of one community or of all. An
 * earlier address of the same calendar no longer works.
 */
export async function issueCalendar(
  { calendars, chance, now }: CalendarDeps,
  actor: Actor,
  { communityId }: CalendarOf,
): Promise<Result<CalendarAddress, 'no-such-community'>> {
  if (communityId && (await calendars.communityName(actor, communityId)) === undefined)
    return refuse('no-such-community');
  const secret = makeCalendarSecret(chance);
  const hash = calendarHash(secret);
  if (!hash) throw new Error('A secret that was just made is none');
  await calendars.issue(actor, { communityId, hash }, now());
  return ok({ path: `/calendars/${secret}.ics` });
}
