/** Reads when a meeting is from the words that people write: zones, times of day, days and how often. */

/** What people call a clock, and the zone of the IANA list that keeps it. A clock that changes needs a place. */
const ZONES = [
  [/^AE[SD]?T\b|Sydney|Australian Eastern/iu, 'Australia/Sydney'],
  [/^NZ[SD]?T\b|New Zealand/iu, 'Pacific/Auckland'],
  [/\bUTC\b|\bGMT\b/iu, 'UTC'],
  [/^P[SD]?T\b|Pacific/iu, 'America/Los_Angeles'],
  [/^M[SD]?T\b|Mountain/iu, 'America/Denver'],
  [/^E[SD]?T\b|Eastern/iu, 'America/New_York'],
  [/^CES?T\b|Central European/iu, 'Europe/Berlin'],
  [/^C[SD]?T\b|Central/iu, 'America/Chicago'],
  [/^Poland$/iu, 'Europe/Warsaw'],
  [/^JST\b|Japan/iu, 'Asia/Tokyo'],
  [/^KST\b|Korea/iu, 'Asia/Seoul'],
  [/^IST\b|India/iu, 'Asia/Kolkata'],
  [/^BRT\b|Bras[ií]l/iu, 'America/Sao_Paulo'],
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const PLACES = { first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4, last: -1 };
const PLACE = Object.keys(PLACES).join('|');
const STARTING = /starting (?:[a-z]+day,? )?([a-z]{3})[a-z]* (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/gu;
const DAY_MS = 86_400_000;

/** «PT (Pacific Time)» → `America/Los_Angeles`; a name of the list is itself. */
export function zoneOf(text) {
  const word = text.trim();
  const known = ZONES.find(([pattern]) => pattern.test(word))?.[1];
  if (known || !/^[A-Za-z_]+(?:\/[A-Za-z_+-]+)+$/u.test(word)) return known;
  try {
    // The engine may answer with an older name of the same zone; all that counts is that it knows this one.
    new Intl.DateTimeFormat('en', { timeZone: word }).format();
    return word;
  } catch {
    return undefined;
  }
}

/** «9:00», «2PM», «10:30 am» → `HH:MM`. */
export function timeOf(text) {
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?::(\d\d))?\s*([ap]m)?$/iu.exec(text.trim()) ?? [];
  if (hours === undefined || (half && (Number(hours) < 1 || Number(hours) > 12))) return undefined;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  return hour > 23 || Number(minutes) > 59 ? undefined : `${String(hour).padStart(2, '0')}:${minutes}`;
}

/**
 * The rule of a series and its first day, from the day and the frequency as people write them; `undefined` where the
 * words tell no day or no rhythm. Which weeks a biweekly meeting has shows in «starting …»; without that, `since`
 * decides, and `guessed` says so. What alternates with another meeting has the weeks between.
 */
export function rhythmOf({ day, frequency }, since) {
  const weekday = DAYS.findIndex((name) => day.toLowerCase().includes(name.toLowerCase()));
  if (weekday < 0) return undefined;
  const said = `${frequency} ${day}`.toLowerCase();
  const words = said.replaceAll(STARTING, '');
  const starts = startOf(said);
  const from = starts ?? (/interleaved|alternating/u.test(words) ? daysLater(firstOn(since, weekday), 7) : since);
  const found = ruleOf(words, weekday);
  if (!found) return undefined;
  return { rule: found.rule, startsOn: firstOn(from, weekday), guessed: found.open === true && starts === undefined };
}

/** `open`: the words leave more than one way to read the rule, or to begin it. */
function ruleOf(words, weekday) {
  const code = DAYS[weekday].slice(0, 2).toUpperCase();
  const [, place, before] = new RegExp(`after the (${PLACE}) ([a-z]+day)`, 'u').exec(words) ?? [];
  if (before) return dayAfter(PLACES[place], before, weekday);
  const places = new Set([...words.matchAll(new RegExp(`\\b(${PLACE})\\b`, 'gu'))].map(([, word]) => PLACES[word]));
  if (places.size > 0) return { rule: `FREQ=MONTHLY;BYDAY=${[...places].map((one) => `${one}${code}`).join(',')}` };
  const weeks = weeksOf(words);
  if (weeks === 1) return { rule: `FREQ=WEEKLY;BYDAY=${code}` };
  if (weeks) return { rule: `FREQ=WEEKLY;INTERVAL=${weeks};BYDAY=${code}`, open: true };
  return /monthly|every month/u.test(words) ? { rule: `FREQ=MONTHLY;BYDAY=1${code}`, open: true } : undefined;
}

function weeksOf(words) {
  if (/bi-?weekly|fortnight|every (?:two|2|other) weeks?/u.test(words)) return 2;
  if (/every (?:four|4) weeks/u.test(words)) return 4;
  if (/every (?:three|3) weeks/u.test(words)) return 3;
  return /weekly|every week/u.test(words) ? 1 : undefined;
}

/** «Wednesday, after the fourth Tuesday» is a Wednesday on one of seven days of the month. */
function dayAfter(place, before, weekday) {
  const from = DAYS.findIndex((name) => name.toLowerCase() === before);
  const first = (place - 1) * 7 + 1 + ((weekday - from + 7) % 7 || 7);
  // Past the last day of a month, or counted from its end, it is on no days that a rule can name.
  if (from < 0 || place < 0 || first + 6 > 31) return undefined;
  const days = Array.from({ length: 7 }, (_, index) => first + index);
  return { rule: `FREQ=MONTHLY;BYDAY=${DAYS[weekday].slice(0, 2).toUpperCase()};BYMONTHDAY=${days.join(',')}` };
}

/** «starting Tuesday Oct 28, 2025», «(starting September 10th 2024)» → `2025-10-28`. */
function startOf(words) {
  const [[, month, day, year] = []] = [...words.matchAll(STARTING)];
  const index = MONTHS.indexOf(month ?? '');
  return index < 0 ? undefined : new Date(Date.UTC(Number(year), index, Number(day))).toISOString().slice(0, 10);
}

/** The first such day of the week on or after a day. */
const firstOn = (start, weekday) => daysLater(start, (weekday - new Date(`${start}T00:00:00Z`).getUTCDay() + 7) % 7);

const daysLater = (start, days) =>
  new Date(Date.parse(`${start}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
