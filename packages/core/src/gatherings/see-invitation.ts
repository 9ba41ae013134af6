import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { writeCalendar, writeEvents } from './calendar.ts';
import type { InvitationView } from './calendar-contract.ts';
import type { CalendarDeps } from './ports.ts';

/** A gathering as a file for «add to calendar»: with all its dates, where it is a series. */
export async function seeInvitation(
  { calendars, now }: Pick<CalendarDeps, 'calendars' | 'now'>,
  actor: Actor,
  { occurrenceId, page }: { readonly occurrenceId: string; readonly page: string },
): Promise<Result<InvitationView, 'no-such-gathering'>> {
  const found = await calendars.ofDate(actor, occurrenceId, now());
  if (!found) return refuse('no-such-gathering');
  const { dateId: _dateId, ...gathering } = found;
  return ok({
    fileName: `${fileNameOf(gathering.title)}.ics`,
    calendar: writeCalendar(gathering.title, [writeEvents({ ...gathering, page })]),
  });
}

/** Letters and digits of any script; the rest is not for every file system. */
const fileNameOf = (title: string) =>
  title
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 60) || 'gathering';
