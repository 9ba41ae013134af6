import type { QuestionVisibility } from '@copse/core/vocabulary';

/** Who may read a question or a practice. */
export const visibilityNames: Record<QuestionVisibility, string> = {
  members: 'Members of the community',
  organisation: 'Everyone in the organisation',
  partners: 'Partners too',
};
