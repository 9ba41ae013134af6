import type { ModerationAction, SubjectKind } from '@copse/core/vocabulary';

export const subjectNames: Record<SubjectKind, string> = {
  question: 'question',
  answer: 'answer',
  comment: 'comment',
  practice: 'practice',
  'agenda-item': 'item of an agenda',
  gathering: 'text of a gathering',
  recap: 'recap',
};

type Words = { readonly verb: string; readonly means: string; readonly done: string };

/** What stewards can do, and what each does to whom. */
export const moderationWords: Record<ModerationAction, Words> = {
  hide: {
    verb: 'Hide',
    means: 'Only its author and the stewards can read it from now on. It can be restored.',
    done: 'Hidden. Its author is told why.',
  },
  restore: {
    verb: 'Restore',
    means: 'Everyone who could read it before can read it again.',
    done: 'Restored. Its author is told.',
  },
  warn: {
    verb: 'Warn the author',
    means: 'It stays as it is, and its author gets your words, without the name of whoever reported it.',
    done: 'The author gets your words.',
  },
  dismiss: {
    verb: 'Leave as it is',
    means: 'The reports are answered and nothing changes.',
    done: 'The reports are answered.',
  },
};
