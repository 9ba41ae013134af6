import type { CreditKind } from '@copse/core/vocabulary';

export const creditNames: Record<CreditKind, string> = {
  author: 'Author',
  contributor: 'Contributor',
  reviewer: 'Reviewer',
};
