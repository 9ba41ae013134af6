import type { Happening } from './happening.ts';

/** What people are told of introductions; the subject is called by the names of the others. */
export const introductionHappenings = {
  introduced: {
    kind: 'introductions',
    about: 'introduction',
    title: (names) => `Meet ${names.subject}`,
    because: (names) => `You want to be introduced to others in ${names.community}.`,
  },
  'introduction-time': {
    kind: 'introductions',
    about: 'introduction',
    title: (names) => `There is a time that suits you and ${names.subject}`,
    because: (names) => `You were introduced to each other in ${names.community}.`,
  },
  'introduction-asked': {
    kind: 'introductions',
    about: 'introduction',
    title: (names) => `Did you meet ${names.subject}?`,
    because: (names) =>
      `You were introduced to each other in ${names.community}. Nobody sees what you say; it counts among five or more.`,
  },
} as const satisfies Readonly<Record<string, Happening>>;
