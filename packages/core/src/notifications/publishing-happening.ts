import type { Happening } from './happening.ts';

/** What people are told of their practices and the pages that show them. */
export const publishingHappenings = {
  'own-practice-published': {
    kind: 'community-news',
    about: 'practice',
    title: (names) => `“${names.subject}” is published in Confluence`,
    because: () => 'You keep this practice.',
  },
  'page-taken-back': {
    kind: 'practice-needs-me',
    about: 'practice',
    title: (names) => `The page of “${names.subject}” was edited in Confluence`,
    because: () => 'You keep this practice, and what was written there is its new version.',
  },
  'edited-on-both-sides': {
    kind: 'practice-needs-me',
    about: 'practice',
    title: (names) => `“${names.subject}” was changed here and on its page`,
    because: () => 'You keep this practice. Nothing is overwritten until you compare the two texts and choose.',
  },
  'page-gone': {
    kind: 'practice-needs-me',
    about: 'practice',
    title: (names) => `The page of “${names.subject}” was deleted in Confluence`,
    because: () => 'You keep this practice. It is still here, and can be published anew.',
  },
  'not-published': {
    kind: 'practice-needs-me',
    about: 'practice',
    title: (names) => `“${names.subject}” could not be put on its page`,
    because: () => 'You asked for it. What is in the way, and what helps, stands beside the practice.',
  },
} as const satisfies Readonly<Record<string, Happening>>;
