import type { QuestionVisibility } from '@copse/core/vocabulary';

/** What the page of a new question holds, and what is sent. */
export type AskForm = {
  readonly communityId: string;
  readonly title: string;
  readonly details: string;
  readonly topics: readonly string[];
  readonly visibility: QuestionVisibility;
  readonly anonymous: boolean;
};

export const emptyQuestion = (communityId: string): AskForm => ({
  communityId,
  title: '',
  details: '',
  topics: [],
  visibility: 'organisation',
  anonymous: false,
});

const TITLE_MIN = 10;

export type AskProblems = { readonly communityId?: string; readonly title?: string };

/** What is still missing, in the words that stand beside the field. */
export function askProblems({ communityId, title }: AskForm): AskProblems {
  return {
    ...(communityId === '' ? { communityId: 'Choose the community that you ask.' } : {}),
    ...(title.trim().length < TITLE_MIN ? { title: 'Ask in one sentence of at least ten characters.' } : {}),
  };
}
