import type { LostBecause } from '../gatherings/events.ts';
import type { Happening, Names } from './happening.ts';

const called = (names: Names) => `“${names.subject}”`;
const when = (names: Names) => (names.when === undefined ? '' : `: ${names.when}`);
const comes = () => 'You come or may come, or you host it.';

/** Why somebody may not see a gathering any more, and what they can do. */
const lostBecause: Readonly<Record<LostBecause, string>> = {
  removed: 'You are no longer a member of its community. To come, ask a coordinator whether you may join again.',
  community: 'Its community is by invitation from now on. To come, ask one of its members to invite you.',
  members: 'It is only for members from now on. To come, join its community.',
  organisation: 'It is no longer open to partners. To come, ask whoever organises it.',
};

/** `begins`: on the clock of whoever reads it; of several dates the first. */
export const whyLost = (
  { because, dates }: { readonly because: string; readonly dates: number },
  begins: string | undefined,
): string => {
  const others = dates > 1 ? `, and ${dates - 1} more` : '';
  const date = begins === undefined ? '' : `You had answered to ${begins}${others}. `;
  return date + (lostBecause[because as LostBecause] ?? lostBecause.organisation);
};

/** What people are told of gatherings. The names are kept in the database: never change one. */
export const gatheringHappenings = {
  'gathering-scheduled': {
    kind: 'new-gathering',
    about: 'gathering',
    title: (names) => `New gathering ${called(names)}${when(names)}`,
    because: (names) => `You are a member of ${names.community}.`,
  },
  'gathering-reminder': {
    kind: 'gathering-reminder',
    about: 'gathering',
    title: (names) => `Soon: ${called(names)}${when(names)}`,
    because: comes,
  },
  'gathering-moved': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `${called(names)} has a new time or place${when(names)}`,
    because: comes,
  },
  'gathering-called-off': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `Called off: ${called(names)}${when(names)}`,
    because: comes,
  },
  'gathering-restored': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `Takes place after all: ${called(names)}${when(names)}`,
    because: comes,
  },
  'series-called-off': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `Called off with all its dates to come: ${called(names)}`,
    because: comes,
  },
  'gathering-host-of': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `You are a host of ${called(names)}`,
    because: () => 'Whoever organises it has put you down; its page says which dates are yours.',
  },
  'gathering-hosting': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `You host ${called(names)}${when(names)}`,
    because: () => 'Whoever organises it has put you down as the host of this date.',
  },
  'gathering-turns': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `You host other dates of ${called(names)} than before`,
    because: () => 'Whoever organises it has changed who hosts when; its page says which dates are yours.',
  },
  'date-dropped': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `A date that you wanted to come to is no more: ${called(names)}${when(names)}`,
    because: () => 'The series has new dates. Those on its page are open: say there to which you come.',
  },
  // Neither its name nor its new times are for them any more: the reason says when it was as they knew it.
  'gathering-lost': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `A gathering of ${names.community} is no longer open to you`,
    because: () => 'It is for fewer people than when you answered.',
    unseen: true,
  },
  'place-for-me': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `There is a place for you: ${called(names)}${when(names)}`,
    because: () => 'You were on the waiting list, and a place came free.',
  },
  'gathering-recap': {
    kind: 'gathering-change',
    about: 'gathering',
    title: (names) => `What came of ${called(names)}`,
    because: () => 'You were there, or wanted to be.',
  },
} as const satisfies Readonly<Record<string, Happening>>;
