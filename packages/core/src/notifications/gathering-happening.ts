import type { Happening, Names } from './happening.ts';

const called = (names: Names) => `“${names.subject}”`;
const when = (names: Names) => (names.when === undefined ? '' : `: ${names.when}`);
const comes = () => 'You come or may come, or you host it.';

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
