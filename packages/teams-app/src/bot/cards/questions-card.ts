import type { QuestionCard } from '@copse/core/contracts';
import { questionStateNames } from '@copse/core/vocabulary';
import { questionWords } from '../question-strings.ts';
import { words } from '../strings.ts';
import { type Card, card, openDialog, openPage, pressOnly, small, text } from './card.ts';
import { backLine } from './community-card.ts';
import { heading } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots, rows } from './rows.ts';
import type { Viewer } from './viewer.ts';

const say = questionWords.list;
const MOST_ROWS = 6;

type Model = {
  /** Card Markdown. */
  readonly title: string;
  readonly questions: readonly QuestionCard[];
  readonly viewer: Viewer;
  /** The page of the tab with all of them. */
  readonly page: string;
  /** The words that lead back here from one of them. */
  readonly here: string;
  readonly back?: string | undefined;
  readonly none?: string;
  /** The community to ask, where it is clear which; they are all of it, so its name need not be repeated. */
  readonly communityId?: string | undefined;
};

/** Questions in a list, each opening in place, with its state. */
export function questionsCard({ title, questions, viewer, page, here, back, none, communityId }: Model): Card {
  const empty = questions.length === 0;
  return card({
    body: [
      back ? backLine(back) : undefined,
      heading(title),
      ...(empty ? [text(none ?? say.none), none ? undefined : small(say.noneHelp, 'Small')] : []),
      ...questionRows(questions.slice(0, MOST_ROWS), here, communityId !== undefined),
    ],
    actions: [
      openDialog(say.askOne, 'ask', communityId ? { community: communityId } : {}, empty),
      openPage(empty ? words.openInCopse : words.seeAll, viewer.links.page(page)),
    ],
    fallback: `${title}: ${questions.map((question) => question.title).join(', ') || (none ?? say.none)}`,
  });
}

export const questionRows = (questions: readonly QuestionCard[], back: string | undefined, ofOne: boolean) =>
  rows(
    questions.map((question) => ({
      title: plain(question.title),
      about: question.summary ? plain(clip(question.summary, 110)) : undefined,
      meta: metaOf(question, ofOne),
      tap: pressOnly(say.open(clip(question.title, 100)), 'show-question', {
        question: question.id,
        ...(back ? { back } : {}),
      }),
    })),
  );

const metaOf = ({ state, answerCount, meTooCount, community }: QuestionCard, ofOne: boolean): string =>
  dots(
    questionStateNames[state].name,
    answerCount > 0 ? questionWords.answers(answerCount) : undefined,
    meTooCount > 0 ? questionWords.meTooCount(meTooCount) : undefined,
    ofOne ? undefined : plain(community.name),
  );
