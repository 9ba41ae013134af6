import { ApiProblem, type LocalReason } from './api-problem.ts';
import { refusalWords } from './say-refusals.ts';
import type { Words } from './words.ts';

export type { Words };

const again = { retry: true } as const;
const notAgain = { retry: false } as const;
const kept = 'What you typed is still here.';

/** What the service answers before or around a use case. */
type ServiceReason =
  | 'invalid-input'
  | 'not-signed-in'
  | 'not-found'
  | 'too-many-requests'
  | 'too-large'
  | 'try-again'
  | 'revision-required'
  | 'key-reused'
  | 'key-in-use'
  | 'done-before'
  | 'too-slow'
  | 'unavailable';

const serviceWords: Record<ServiceReason | LocalReason, Words> = {
  offline: {
    what: 'No connection',
    why: 'Copse could not be reached.',
    next: 'Check your connection and try again.',
    kept,
    ...again,
  },
  'no-token': {
    what: 'Not signed in',
    why: 'Teams did not confirm who you are.',
    next: 'Try again and allow Copse when Teams asks. If it goes on, ask your administrator to approve the app.',
    ...again,
  },
  unexpected: {
    what: 'Something went wrong',
    why: 'That is our fault, not yours.',
    next: 'Try again in a moment.',
    kept,
    ...again,
  },
  'invalid-input': {
    what: 'Some of it cannot be saved yet',
    why: 'A field is empty, too long or not in the expected form.',
    next: 'Look at the marked fields and send it again.',
    ...notAgain,
  },
  'not-signed-in': {
    what: 'Not signed in',
    why: 'Your sign-in has run out or was not accepted.',
    next: 'Reload the tab in Teams to sign in again.',
    ...again,
  },
  'not-found': {
    what: 'Not found',
    why: 'It does not exist, or it is not open to you.',
    next: 'Check the link, or ask the person who sent it.',
    ...notAgain,
  },
  'too-many-requests': {
    what: 'Too many at once',
    why: 'There were many requests in a short time.',
    next: 'Wait a minute and try again.',
    ...again,
  },
  'too-large': {
    what: 'Too much text',
    why: 'What you sent is larger than Copse can keep.',
    next: 'Shorten it and send it again.',
    ...notAgain,
  },
  'try-again': { what: 'Not saved yet', why: 'Somebody else saved at the same moment.', next: 'Try again.', ...again },
  'revision-required': {
    what: 'Not saved yet',
    why: 'Copse could not tell which version you had read.',
    next: 'Reload the page and save again. What you typed is kept.',
    ...notAgain,
  },
  'key-reused': {
    what: 'Not saved yet',
    why: 'The same request came twice with different contents.',
    next: 'Send it again.',
    ...again,
  },
  'key-in-use': {
    what: 'Still working on it',
    why: 'Your first try is under way.',
    next: 'Wait a moment, then try again.',
    ...again,
  },
  'done-before': {
    what: 'Done already',
    why: 'Your first try went through, although Copse could not say so.',
    next: 'Reload the page to see it.',
    ...notAgain,
  },
  'too-slow': {
    what: 'It took too long',
    why: 'The connection was too slow.',
    next: 'Try again.',
    kept,
    ...again,
  },
  unavailable: {
    what: 'Copse is resting',
    why: 'The service is starting or being updated.',
    next: 'Try again in a minute.',
    kept,
    ...again,
  },
};

const words: Readonly<Record<string, Words>> = { ...serviceWords, ...refusalWords };

/** Words for anything that went wrong. Never throws; what is unknown is “something went wrong”. */
export function say(problem: unknown): Words {
  if (!(problem instanceof ApiProblem)) return serviceWords.unexpected;
  const { reason, status } = problem;
  // A page of a proxy in between has no reason, and its status still says something.
  const known = reason !== 'unexpected' && Object.hasOwn(words, reason) ? words[reason] : undefined;
  return known ?? byStatus(status);
}

function byStatus(status: number): Words {
  if (status === 401) return serviceWords['not-signed-in'];
  if (status === 404) return serviceWords['not-found'];
  if (status === 413) return serviceWords['too-large'];
  if (status === 429) return serviceWords['too-many-requests'];
  if (status === 502 || status === 503 || status === 504) return serviceWords.unavailable;
  return serviceWords.unexpected;
}

/** Whether a failed request was refused for `reason`. */
export const isRefusal = (problem: unknown, reason: string): problem is ApiProblem =>
  problem instanceof ApiProblem && problem.reason === reason;

/** The service's words about one field of a form (`name`, `skills.2.topic` counts for `skills`). */
export function fieldMessage(problem: unknown, field: string): string | undefined {
  if (!(problem instanceof ApiProblem)) return undefined;
  return problem.fields.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message;
}
