import type { EditGatheringInput, OccurrenceView, PersonCard } from '@copse/core/contracts';
import type { GatheringFormat, GatheringMode, GatheringVisibility } from '@copse/core/vocabulary';
import { today } from '../../lib/dates.ts';
import { once, recurrenceOf } from './recurrence-form.ts';
import type { GatheringDraft } from './schedule-gathering.ts';
import { type TimingForm, timingOf } from './timing-form.ts';

export type Place = {
  readonly mode: GatheringMode;
  /** Copse is to create the meeting. */
  readonly withMeeting: boolean;
  readonly meetingUrl: string;
  readonly venue: string;
  readonly capacity: string;
};

/** What the form of a gathering shows, whether it is being planned or changed. */
export type GatheringForm = Place & {
  readonly title: string;
  readonly description: string;
  readonly format: GatheringFormat;
  readonly visibility: GatheringVisibility;
  readonly hosts: readonly PersonCard[];
  readonly rotates: boolean;
  readonly when: TimingForm;
};

const WEEK_MS = 7 * 24 * 60 * 60_000;

export const emptyGathering = (timeZone: string): GatheringForm => ({
  title: '',
  description: '',
  format: 'meeting',
  visibility: 'organisation',
  mode: 'online',
  withMeeting: false,
  meetingUrl: '',
  venue: '',
  capacity: '',
  hosts: [],
  rotates: false,
  // In a week, so that people have notice; today at ten may be past.
  when: { day: today(new Date(Date.now() + WEEK_MS)), from: '10:00', to: '11:00', timeZone, recurrence: once },
});

/** The whole gathering as its calendar has it, without what is different about this one date. */
export function formOf(date: OccurrenceView): GatheringForm {
  const { format, visibility, mode, capacity, rotates, timeZone, series } = date;
  // What stewards have hidden is written anew from what it was, by those who may see it.
  const { seriesTitle: title, description } = date.withheld?.text ?? {
    seriesTitle: series.title,
    description: date.description,
  };
  const day = series.startsLocal.slice(0, 10);
  return {
    title,
    description,
    format,
    visibility,
    mode,
    withMeeting: false,
    meetingUrl: series.meetingUrl ?? '',
    venue: series.venue ?? '',
    capacity: capacity === undefined ? '' : String(capacity),
    hosts: series.hosts,
    rotates,
    when: {
      day,
      from: series.startsLocal.slice(11, 16),
      to: series.endsLocal.slice(11, 16),
      timeZone,
      recurrence: recurrenceOf(series.rule, day),
    },
  };
}

/** Whether Copse is to create a meeting for it. */
export const wantsMeeting = ({ mode, withMeeting }: Place): boolean => withMeeting && mode !== 'on-site';

/** What is sent to schedule it; `undefined` while its timing is not whole. */
export function draftOf(form: GatheringForm, communityId: string): GatheringDraft | undefined {
  const timing = timingOf(form.when);
  if (!timing) return undefined;
  const { title, description, format, visibility, mode } = form;
  const texts = { title: title.trim(), description, format, mode, visibility };
  return { communityId, ...texts, ...timing, ...placeOf(form), ...hostsOf(form) };
}

function placeOf({ mode, withMeeting, meetingUrl, venue, capacity }: Place) {
  return {
    ...(mode !== 'on-site' && !withMeeting && meetingUrl.trim() ? { meetingUrl: meetingUrl.trim() } : {}),
    ...(mode !== 'online' && venue.trim() ? { venue: venue.trim() } : {}),
    ...(Number(capacity) > 0 ? { capacity: Math.trunc(Number(capacity)) } : {}),
  };
}

const hostsOf = ({ hosts, rotates }: Pick<GatheringForm, 'hosts' | 'rotates'>) => ({
  hostIds: hosts.flatMap(({ id }) => (id ? [id] : [])),
  rotates: rotates && hosts.length > 1,
});

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Only what differs between what was read and what the form says now. */
export function editOf(base: GatheringForm, form: GatheringForm): EditGatheringInput {
  const before = Object.entries(whole(base));
  const now: Readonly<Record<string, unknown>> = whole(form);
  return Object.fromEntries(before.flatMap(([field, value]) => (same(value, now[field]) ? [] : [[field, now[field]]])));
}

const nowhere = { meetingUrl: null, venue: null, capacity: null };
function whole(form: GatheringForm) {
  const { title, description, format, visibility, mode, when } = form;
  const texts = { title: title.trim(), description, format, visibility, mode };
  return { ...texts, ...nowhere, ...placeOf(form), ...hostsOf(form), timing: timingOf(when) };
}

/** Somebody saved first: theirs, with what this person had changed kept on top of it. */
export function keepMine(base: GatheringForm, mine: GatheringForm, theirs: GatheringForm): GatheringForm {
  const changed = Object.entries(mine).filter(([field, value]) => !same(value, base[field as keyof GatheringForm]));
  return { ...theirs, ...(Object.fromEntries(changed) as Partial<GatheringForm>) };
}
