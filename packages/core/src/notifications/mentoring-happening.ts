import type { Happening } from './happening.ts';

/** What people are told of their mentoring and their circles. Nobody else hears of it. */
export const mentoringHappenings = {
  'mentor-asked': {
    kind: 'mentoring',
    about: 'community',
    title: (names) => `Would you be a mentor to somebody in ${names.subject}?`,
    because: () => 'You offer to be a mentor there. You have five days to answer; then somebody else is asked.',
  },
  'mentor-found': {
    kind: 'mentoring',
    about: 'community',
    title: (names) => `You have found a mentor in ${names.subject}`,
    because: () => 'You looked for one. Write to them and choose a first day.',
  },
  'mentoring-quiet': {
    kind: 'mentoring',
    about: 'community',
    title: (names) => `Have the two of you met? Your mentoring in ${names.subject}`,
    because: () => 'No meeting has been noted for a while. Note one, or let it rest, or close it.',
  },
  'mentoring-paused': {
    kind: 'mentoring',
    about: 'community',
    title: (names) => `Your mentoring in ${names.subject} rests for a while`,
    because: () => 'The other one of you paused it.',
  },
  'mentoring-closed': {
    kind: 'mentoring',
    about: 'community',
    title: (names) => `Your mentoring in ${names.subject} has come to its end`,
    because: () => 'The other one of you closed it. You can still write down what you take with you.',
  },
  'circle-began': {
    kind: 'mentoring',
    about: 'community',
    title: (names) => `Your circle in ${names.subject} begins to meet`,
    because: () => 'You are one of its peers.',
  },
  'circle-turn': {
    kind: 'mentoring',
    about: 'circle',
    title: (names) => `It is your turn to lead the next meeting of “${names.subject}”`,
    because: () => 'You are one of its peers, and they lead in turn.',
  },
} as const satisfies Readonly<Record<string, Happening>>;
