import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { WRITTEN_AS, writeCalendar } from './calendar.ts';
import { calendarHash } from './calendar-address.ts';
import type { CalendarDeps, CalendarHolder, PageOf } from './ports.ts';

/** A calendar as it is now. `file` is none for a reader who has this very version. */
export type ReadCalendar = { readonly version: string; readonly file: string | undefined };

type Asked = {
  readonly secret: string;
  readonly pageOf: PageOf;
  /** Whether the reader has this version already. */
  readonly has: (version: string) => boolean;
};

/**
 * The calendar behind a secret address, as its holder may see it now. Nobody is signed in: the address is the key. Only
 * for a reader who has another version is it put together.
 */
export async function readCalendar(
  { calendars, now }: Pick<CalendarDeps, 'calendars' | 'now'>,
  { secret, pageOf, has }: Asked,
): Promise<Result<ReadCalendar, 'no-such-calendar'>> {
  const hash = calendarHash(secret);
  const holder = hash && (await calendars.holderOf(hash));
  if (!holder) return refuse('no-such-calendar');

  const at = now();
  const name = nameOf(holder);
  // Before what is in it: what changes in between is then sent once too often, and never kept back.
  const version = versionOf([WRITTEN_AS, name, pageOf(''), await calendars.version(holder, at)]);
  if (has(version)) return ok({ version, file: undefined });
  const gatherings = await calendars.listed(holder, at);
  const file = writeCalendar(
    name,
    gatherings.map(({ dateId, ...gathering }) => ({ ...gathering, page: pageOf(dateId) })),
  );
  return ok({ version, file });
}

const nameOf = ({ community }: CalendarHolder) => (community ? `${community.name} · Copse` : 'My gatherings · Copse');

const versionOf = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27);
