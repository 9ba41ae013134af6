import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { WRITTEN_AS, writeCalendar, writeEvents } from './calendar.ts';
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
 * The calendar behind a secret address, as its holder may see it now. Nobody is signed in: the address is the key. It is
 * put together only for a reader who has another version, and of that only what was not written before.
 */
export async function readCalendar(
  { calendars, written, now }: Pick<CalendarDeps, 'calendars' | 'written' | 'now'>,
  { secret, pageOf, has }: Asked,
): Promise<Result<ReadCalendar, 'no-such-calendar'>> {
  const hash = calendarHash(secret);
  const holder = hash && (await calendars.holderOf(hash));
  if (!holder) return refuse('no-such-calendar');

  const at = now();
  const name = nameOf(holder);
  const outline = await calendars.outline(holder, at);
  const version = versionOf([WRITTEN_AS, name, pageOf(''), ...outline.map(({ key }) => key)]);
  if (has(version)) return ok({ version, file: undefined });

  const events = new Map(outline.map(({ id, key }) => [id, written.get(key)]));
  const fresh = outline.filter(({ id }) => !events.get(id));
  const ids = fresh.map(({ id }) => id);
  for (const { dateId, ...gathering } of await calendars.listed(holder, ids, at)) {
    events.set(gathering.id, writeEvents({ ...gathering, page: pageOf(dateId) }));
  }
  // What changed while it was read is not kept: others would get it under a key that says something else.
  const still = new Set(fresh.length > 0 ? (await calendars.outline(holder, at)).map(({ key }) => key) : []);
  for (const { id, key } of fresh) {
    const made = events.get(id);
    if (made && still.has(key)) written.set(key, made);
  }
  const all = [...events.values()].filter((one) => one !== undefined);
  return ok({ version, file: writeCalendar(name, all) });
}

const nameOf = ({ community }: CalendarHolder) => (community ? `${community.name} · Copse` : 'My gatherings · Copse');

const versionOf = (parts: readonly string[]) =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27);
