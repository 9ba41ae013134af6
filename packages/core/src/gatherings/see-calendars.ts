import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { CalendarsView } from './calendar-contract.ts';
import type { CalendarDeps } from './ports.ts';
import { utc } from '../kernel/instant.ts';

/** Which calendars of the actor have an address. The addresses themselves are shown once, when they are made. */
export async function seeCalendars(
  { calendars }: Pick<CalendarDeps, 'calendars'>,
  actor: Actor,
): Promise<Result<CalendarsView>> {
  const items = await calendars.addresses(actor);
  return ok({
    items: items.map(({ community, madeAt }) => ({
      ...(community ? { community } : {}),
      madeAt: utc(madeAt),
    })),
  });
}
