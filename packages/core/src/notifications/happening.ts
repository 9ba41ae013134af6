import { gatheringHappenings } from './gathering-happening.ts';
import { introductionHappenings } from './introduction-happening.ts';
import type { NotificationKind } from './kind.ts';
import { mentoringHappenings } from './mentoring-happening.ts';
import { publishingHappenings } from './publishing-happening.ts';

/** What a message leads to. */
/** A gathering goes by one of its dates: the id is that of an occurrence. */
export type SubjectKind = 'question' | 'practice' | 'community' | 'gathering' | 'introduction' | 'circle';
export type Subject = { readonly kind: SubjectKind; readonly id: string };

/** Names that the words about something need: of the question, practice or community itself, and of its community. */
export type Names = {
  readonly subject: string;
  readonly community: string;
  /** When it is, on the clock of whoever reads it; of gatherings only. */
  readonly when?: string | undefined;
};

export type Happening = {
  readonly kind: NotificationKind;
  readonly about: SubjectKind;
  /** What happened, as the title of a message. Nobody is named: a card shows who, where it may be known. */
  readonly title: (names: Names) => string;
  /** Why it comes to this person. */
  readonly because: (names: Names) => string;
  /** What it is about is not for them any more: it names only the community, and leads there where they see that. */
  readonly unseen?: true;
};

const asked = (names: Names) => `“${names.subject}”`;

/** Everything that people are told of. The names are kept in the database: never change one. */
export const happenings = {
  'answer-given': {
    kind: 'answer-to-my-question',
    about: 'question',
    title: (names) => `New answer to ${asked(names)}`,
    because: () => 'You asked this question.',
  },
  'solved-for-me-too': {
    kind: 'answer-to-my-question',
    about: 'question',
    title: (names) => `Solved: ${asked(names)}`,
    because: () => 'You said that you have this question too.',
  },
  'comment-on-question': {
    kind: 'comment-to-me',
    about: 'question',
    title: (names) => `New comment on ${asked(names)}`,
    because: () => 'You asked this question.',
  },
  'comment-on-answer': {
    kind: 'comment-to-me',
    about: 'question',
    title: (names) => `New comment on your answer to ${asked(names)}`,
    because: () => 'You answered this question.',
  },
  'answer-accepted': {
    kind: 'answer-accepted',
    about: 'question',
    title: (names) => `Your answer solved ${asked(names)}`,
    because: () => 'You answered this question.',
  },
  'asked-for-help': {
    kind: 'asked-for-help',
    about: 'question',
    title: (names) => `Can you help with ${asked(names)}?`,
    because: (names) => `You may know about this in ${names.community}.`,
  },
  'nobody-could-help': {
    kind: 'asked-for-help',
    about: 'question',
    title: (names) => `Still without an answer: ${asked(names)}`,
    because: (names) => `Nobody who was asked could help yet, and you coordinate ${names.community}.`,
  },
  'question-asked': {
    kind: 'new-question',
    about: 'question',
    title: (names) => `New question: ${asked(names)}`,
    because: (names) => `You want to hear of new questions in ${names.community}.`,
  },
  'question-in-digest': {
    kind: 'new-question',
    about: 'question',
    title: (names) => names.subject,
    because: (names) => `New in ${names.community} since your last digest.`,
  },
  'practice-in-digest': {
    kind: 'community-news',
    about: 'practice',
    title: (names) => `Practice: ${names.subject}`,
    because: (names) => `New in ${names.community} since your last digest.`,
  },
  'practice-proposed': {
    kind: 'practice-needs-me',
    about: 'practice',
    title: (names) => `Proposed: ${asked(names)}`,
    because: (names) => `You can endorse practices of ${names.community}.`,
  },
  'practice-under-review': {
    kind: 'practice-needs-me',
    about: 'practice',
    title: (names) => `To be reviewed: ${asked(names)}`,
    because: (names) => `You keep practices of ${names.community} up to date.`,
  },
  'own-practice-moved': {
    kind: 'practice-needs-me',
    about: 'practice',
    title: (names) => `Your practice ${asked(names)} has moved on`,
    because: () => 'You keep this practice.',
  },
  'own-practice-endorsed': {
    kind: 'community-news',
    about: 'practice',
    title: (names) => `Somebody endorses ${asked(names)}`,
    because: () => 'You keep this practice.',
  },
  'own-practice-adopted': {
    kind: 'community-news',
    about: 'practice',
    title: (names) => `A team tells how it went with ${asked(names)}`,
    because: () => 'You keep this practice.',
  },
  credited: {
    kind: 'community-news',
    about: 'practice',
    title: (names) => `You are credited in ${asked(names)}`,
    because: () => 'Somebody thanks you for your part in it.',
  },
  'membership-requested': {
    kind: 'community-news',
    about: 'community',
    title: (names) => `Somebody would like to join ${names.subject}`,
    because: (names) => `You can admit people to ${names.community}.`,
  },
  invited: {
    kind: 'community-news',
    about: 'community',
    title: (names) => `You are invited to ${names.subject}`,
    because: () => 'A member invites you.',
  },
  admitted: {
    kind: 'community-news',
    about: 'community',
    title: (names) => `Welcome to ${names.subject}`,
    because: () => 'You asked to join.',
  },
  'request-declined': {
    kind: 'community-news',
    about: 'community',
    title: (names) => `Your request to join ${names.subject} was declined`,
    because: () => 'You asked to join.',
  },
  'role-granted': {
    kind: 'community-news',
    about: 'community',
    title: (names) => `You have a new role in ${names.subject}`,
    because: () => 'A coordinator gave it to you.',
  },
  'community-closed': {
    kind: 'community-news',
    about: 'community',
    title: (names) => `${names.subject} has ended`,
    because: (names) => `You are a member of ${names.community}.`,
  },
  reported: {
    kind: 'moderation',
    about: 'community',
    title: (names) => `Something was reported in ${names.subject}`,
    because: (names) => `You look after what is written in ${names.community}.`,
  },
  'item-hidden': {
    kind: 'moderation',
    about: 'question',
    title: (names) => `Something that you wrote was hidden: ${asked(names)}`,
    because: () => 'A steward decided so; the reason stands there.',
  },
  'item-restored': {
    kind: 'moderation',
    about: 'question',
    title: (names) => `Something that you wrote is shown again: ${asked(names)}`,
    because: () => 'A steward decided so; the reason stands there.',
  },
  'item-warned': {
    kind: 'moderation',
    about: 'question',
    title: (names) => `A word about what you wrote: ${asked(names)}`,
    because: () => 'A steward asks you to mind the code of conduct; the reason stands there.',
  },
  unmasked: {
    kind: 'moderation',
    about: 'question',
    title: (names) => `Two stewards know now who wrote something in ${asked(names)}`,
    because: () =>
      'You wrote it without your name, and both had to agree. Who they are, and why, stands beside the question.',
  },
  ...gatheringHappenings,
  ...introductionHappenings,
  ...mentoringHappenings,
  ...publishingHappenings,
} as const satisfies Readonly<Record<string, Happening>>;

export type What = keyof typeof happenings;

/** The words of a message, from what it is about as it is called now. */
export function wordsOf(
  what: What,
  because: string | undefined,
  names: Names,
): { readonly title: string; readonly because: string } {
  const happening: Happening = happenings[what];
  return { title: happening.title(names), because: because ?? happening.because(names) };
}

/** Whether it is told of what somebody may not see any more. */
export const isUnseen = (what: string): boolean => isWhat(what) && (happenings[what] as Happening).unseen === true;

/** Whether a name out of the database is one of ours. */
export const isWhat = (text: string): text is What => Object.hasOwn(happenings, text);
