/** How something recurs, in choices that people make; a rule of RFC 5545 comes out. */
export type Recurrence = {
  readonly every:
    | 'once'
    | 'day'
    | 'workday'
    | 'week'
    | 'fortnight'
    | 'nth-weekday'
    | 'last-weekday'
    | 'month-day'
    | 'rule';
  /** ISO weekdays, for those by the week; none: that of the first date. */
  readonly days: readonly number[];
  readonly ends: 'never' | 'on' | 'after';
  /** `YYYY-MM-DD` */
  readonly until: string;
  readonly count: string;
  /** A rule as it is, where none of the choices says it. */
  readonly rule: string;
};

export const once: Recurrence = { every: 'once', days: [], ends: 'never', until: '', count: '10', rule: '' };

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** “Saturdays and Sundays”. */
export const weekdaysText = (days: readonly number[]): string =>
  new Intl.ListFormat('en-GB').format(days.map((day) => `${NAMES[day - 1]}s`));

export const weekdayNames: readonly string[] = NAMES;

/** Whether a rule says one weekday of the week, which can be another one. */
export const isOnOneWeekday = (rule: string): boolean =>
  /FREQ=WEEKLY/u.test(rule) && /BYDAY=[A-Z]{2}(?:;|$)/u.test(rule);

/** ISO weekday of a calendar day. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
/** Which of its weekday in the month a day is, from 1. */
const nthOf = (day: string): number => Math.ceil(Number(day.slice(8, 10)) / 7);

/** The choices, in words that fit the first day: “The first Tuesday of the month”. */
export function recurrenceChoices(
  day: string,
): readonly { readonly every: Recurrence['every']; readonly name: string }[] {
  const weekday = NAMES[weekdayOf(day) - 1] ?? '';
  const nth = nthOf(day);
  return [
    { every: 'once', name: 'Once' },
    { every: 'week', name: 'Every week' },
    { every: 'fortnight', name: 'Every two weeks' },
    ...(nth < 5 ? [{ every: 'nth-weekday' as const, name: `The ${ORDINALS[nth - 1]} ${weekday} of the month` }] : []),
    { every: 'last-weekday', name: `The last ${weekday} of the month` },
    { every: 'month-day', name: `Every month on day ${Number(day.slice(8, 10))}` },
    { every: 'workday', name: 'Every working day' },
    { every: 'day', name: 'Every day' },
    { every: 'rule', name: 'By a rule (RRULE)' },
  ];
}

/** The rule of these choices for a series that begins on `day`; `undefined` for what happens once. */
export function ruleOf(recurrence: Recurrence, day: string): string | undefined {
  const { every, days, rule } = recurrence;
  if (every === 'once') return undefined;
  if (every === 'rule') return rule.trim() || undefined;
  const code = CODES[weekdayOf(day) - 1];
  const chosen = days.length > 0 ? days.toSorted((a, b) => a - b).map((one) => CODES[one - 1]) : [code];
  const body: Record<Exclude<Recurrence['every'], 'once' | 'rule'>, string> = {
    day: 'FREQ=DAILY',
    workday: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    week: `FREQ=WEEKLY;BYDAY=${chosen.join(',')}`,
    fortnight: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${chosen.join(',')}`,
    'nth-weekday': `FREQ=MONTHLY;BYDAY=${nthOf(day)}${code}`,
    'last-weekday': `FREQ=MONTHLY;BYDAY=-1${code}`,
    'month-day': `FREQ=MONTHLY;BYMONTHDAY=${Number(day.slice(8, 10))}`,
  };
  return `${body[every]}${endOf(recurrence)}`;
}

function endOf({ ends, until, count }: Recurrence): string {
  if (ends === 'on' && until) return `;UNTIL=${until.replaceAll('-', '')}`;
  if (ends === 'after' && Number(count) > 0) return `;COUNT=${Math.trunc(Number(count))}`;
  return '';
}

/** The choices that come to this rule for a series that begins on `day`; the rule itself where none does. */
export function recurrenceOf(rule: string | undefined, day: string): Recurrence {
  if (rule === undefined) return once;
  const parts = partsOf(rule);
  const until = parts.get('UNTIL');
  const count = parts.get('COUNT');
  const weekdays =
    parts
      .get('BYDAY')
      ?.split(',')
      .map((code) => CODES.indexOf(code) + 1) ?? [];
  // The weekday of the first date goes without saying, and so follows that date when it moves.
  const days = weekdays.length === 1 && weekdays[0] === weekdayOf(day) ? [] : weekdays;
  const ending: Partial<Recurrence> = until
    ? { ends: 'on', until: `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` }
    : count
      ? { ends: 'after', count }
      : {};
  const candidates = CHOICES.map((every): Recurrence => {
    const byWeek = every === 'week' || every === 'fortnight';
    return { ...once, ...ending, every, days: byWeek ? days : [] };
  });
  return (
    candidates.find((one) => isSame(ruleOf(one, day), spelledOut(rule, parts, day))) ?? { ...once, every: 'rule', rule }
  );
}

/** The plainer ones first: two of them may come to the same rule. */
const CHOICES = ['workday', 'day', 'week', 'fortnight', 'nth-weekday', 'last-weekday', 'month-day'] as const;

/** A rule that leaves the day of the first date unsaid, with that day. */
function spelledOut(rule: string, parts: ReadonlyMap<string, string>, day: string): string {
  if ([...parts.keys()].some((part) => part.startsWith('BY'))) return rule;
  if (parts.get('FREQ') === 'WEEKLY') return `${rule};BYDAY=${CODES[weekdayOf(day) - 1]}`;
  return parts.get('FREQ') === 'MONTHLY' ? `${rule};BYMONTHDAY=${Number(day.slice(8, 10))}` : rule;
}

const partsOf = (rule: string) => new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
const isSame = (one: string | undefined, other: string) =>
  one !== undefined && one.split(';').toSorted().join(';') === other.split(';').toSorted().join(';');
