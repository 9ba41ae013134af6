import type { AuthorView, QuestionView } from '@copse/core/contracts';

type Written = { readonly id: string; readonly author: AuthorView };

/** Ids of what the viewer wrote here without their name. */
export function unnamedIn(question: QuestionView): readonly string[] {
  const { comments, answers } = question;
  const written: readonly Written[] = [question, ...comments, ...answers, ...answers.flatMap((one) => one.comments)];
  return written.filter(({ author }) => author.mine && !author.person).map(({ id }) => id);
}
