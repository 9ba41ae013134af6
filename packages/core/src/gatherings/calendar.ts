import ical, { type ICalCalendar, type ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { parseMarkdown, plainText } from '../kernel/markdown.ts';
import { countedWithSkipped, skippedTimes } from './skipped-times.ts';

/** One date that is not as the rule has it. */
export type CalendarDate = {
  readonly plannedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly venue: string | undefined;
  readonly meetingUrl: string | undefined;
  readonly revision: number;
};

/** A gathering as a calendar needs it. */
export type CalendarGathering = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly community: string;
  readonly timeZone: string;
  readonly startsLocal: string;
  readonly minutes: number;
  readonly rule: string | undefined;
  readonly venue: string | undefined;
  readonly meetingUrl: string | undefined;
  readonly updatedAt: Date;
  readonly revision: number;
  /** Where it can be read and answered. */
  readonly page: string;
  readonly different: readonly CalendarDate[];
  /** Planned dates that do not take place, or that the reader does not come to. */
  readonly without: readonly Date[];
};

const PRODUCT = '//Copse//Gatherings//EN';
/** Count on whenever the same gatherings come to be written in another way, or programs keep what they have. */
export const WRITTEN_AS = '2';
/** How often calendars may look again. Seconds. */
const LOOK_AGAIN_S = 60 * 60;

/** What stands in a calendar of one gathering, and the zone that has to be described there. */
export type WrittenEvents = { readonly timeZone: string; readonly text: string };

const END = 'END:VCALENDAR';

/** Puts a calendar together from what was written of its gatherings, with each zone described once. */
export function writeCalendar(name: string, events: readonly WrittenEvents[]): string {
  const empty = ical({ name, prodId: PRODUCT, ttl: LOOK_AGAIN_S }).toString().trimEnd();
  const zones = [...new Set(events.map(({ timeZone }) => timeZone))].map(zoneBlock);
  return [
    empty.slice(0, -END.length).trimEnd(),
    ...zones.filter((zone) => zone !== undefined),
    ...events.map(({ text }) => text).filter((text) => text !== ''),
    END,
    '',
  ].join('\r\n');
}

/**
 * Writes a gathering as iCalendar (RFC 5545): a series with its rule on the clock of its zone; dates that were moved or
 * changed by their RECURRENCE-ID, and those that do not take place as EXDATE.
 */
export function writeEvents(gathering: CalendarGathering): WrittenEvents {
  const calendar = ical();
  // No zone for the calendar itself: with one, the stamps would be written in it, and they must be in UTC.
  addTo(calendar, gathering);
  // Only as a whole it breaks long lines.
  const whole = calendar.toString();
  const text = whole.slice(Math.max(0, whole.indexOf('BEGIN:VEVENT')), whole.lastIndexOf(END)).trimEnd();
  return { timeZone: gathering.timeZone, text };
}

function addTo(calendar: ICalCalendar, gathering: CalendarGathering): void {
  const { timeZone, rule, different } = gathering;
  if (rule === undefined) {
    const [other] = different;
    const planned = instantOf(gathering.startsLocal, timeZone);
    const date = other ?? { ...gathering, startsAt: planned, endsAt: endOf(gathering) };
    if (gathering.without.length === 0) calendar.createEvent(eventOf(gathering, date));
    return;
  }
  // Copse has no date where the clock skips its time; calendar programs would put it an hour later, and count it.
  const skipped = skippedTimes(gathering.startsLocal, timeZone);
  const gone = [...gathering.without.map((at) => zoned(at, timeZone).toPlainDateTime()), ...skipped];
  calendar.createEvent({
    ...eventOf(gathering, {
      ...gathering,
      startsAt: instantOf(gathering.startsLocal, timeZone),
      endsAt: endOf(gathering),
    }),
    repeating: [
      `RRULE:${countedWithSkipped(rule, gathering.startsLocal, skipped)}`,
      ...(gone.length > 0 ? [`EXDATE;TZID=${timeZone}:${gone.map(basicOf).join(',')}`] : []),
    ].join('\n'),
  });
  const without = new Set(gathering.without.map((at) => at.getTime()));
  for (const date of different) {
    if (without.has(date.plannedAt.getTime())) continue;
    calendar.createEvent({ ...eventOf(gathering, date), recurrenceId: zoned(date.plannedAt, timeZone) });
  }
}

type Shown = Omit<CalendarDate, 'plannedAt'>;

function eventOf(gathering: CalendarGathering, { title, venue, meetingUrl, ...date }: Shown): ICalEventData {
  const { id, timeZone, updatedAt, page } = gathering;
  const place = venue ?? meetingUrl;
  const words = [
    gathering.community,
    plainText(parseMarkdown(gathering.description)),
    meetingUrl ? `Join: ${meetingUrl}` : '',
    `Answer, agenda and recap: ${page}`,
  ];
  return {
    id: `${id}@copse`,
    // Both only grow, so the sum does: a calendar takes the newest of two it has been given.
    sequence: gathering.revision + date.revision,
    stamp: instantFrom(updatedAt),
    start: zoned(date.startsAt, timeZone),
    end: zoned(date.endsAt, timeZone),
    timezone: timeZone,
    summary: title,
    description: words.filter((word) => word !== '').join('\n\n'),
    url: page,
    ...(place === undefined ? {} : { location: place }),
  };
}

const instantFrom = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime());
const zoned = (at: Date, timeZone: string) => instantFrom(at).toZonedDateTimeISO(timeZone);
const plannedIn = (local: string, timeZone: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
const instantOf = (local: string, timeZone: string) => new Date(plannedIn(local, timeZone).epochMilliseconds);

/** By the face of the clock, as the dates of a series are planned. */
function endOf({ startsLocal, minutes, timeZone }: CalendarGathering): Date {
  const end = Temporal.PlainDateTime.from(startsLocal).add({ minutes }).toZonedDateTime(timeZone);
  return new Date(end.epochMilliseconds);
}

const basicOf = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/gu, '');

const blocks = new Map<string, string | undefined>();

/** How the clock of a zone changes. Names that the tables know under another one are written under ours. */
function zoneBlock(timeZone: string): string | undefined {
  if (blocks.has(timeZone)) return blocks.get(timeZone);
  const [block] = tzlib_get_ical_block(timeZone) as readonly (string | undefined)[];
  const described = block?.replace(/^TZID:.*$/mu, `TZID:${timeZone}`).trimEnd() || undefined;
  blocks.set(timeZone, described);
  return described;
}
