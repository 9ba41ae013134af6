import { ok, refuse, type Result } from '../kernel/result.ts';
import { writeCalendar } from './calendar.ts';
import { calendarHash } from './calendar-address.ts';
import type { CalendarDeps, PageOf } from './ports.ts';

/** The calendar behind a secret address, as its holder may see it now. Nobody is signed in: the address is the key. */
export async function readCalendar(
  { calendars, now }: Pick<CalendarDeps, 'calendars' | 'now'>,
  { secret, pageOf }: { readonly secret: string; readonly pageOf: PageOf },
): Promise<Result<string, 'no-such-calendar'>> {
  const hash = calendarHash(secret);
  const holder = hash && (await calendars.holderOf(hash));
  if (!holder) return refuse('no-such-calendar');

  const { viewer, community } = holder;
  const gatherings = community
    ? await calendars.ofCommunity(viewer, community.id, now())
    : await calendars.ofPerson(viewer, now());
  const name = community ? `${community.name} · Copse` : 'My gatherings · Copse';
  return ok(
    writeCalendar(
      name,
      gatherings.map(({ dateId, ...gathering }) => ({ ...gathering, page: pageOf(dateId) })),
    ),
  );
}
