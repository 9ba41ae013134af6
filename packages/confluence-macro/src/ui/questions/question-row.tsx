import type { QuestionCard } from '@copse/core/contracts';
import { PeopleIcon, TalkIcon } from '../parts/icons.tsx';
import { QuestionLozenge } from '../parts/lozenge.tsx';
import { useFocus } from '../parts/use-focus.ts';
import { counted, dayOf } from '../parts/words.ts';
import { Author } from './author.tsx';

type Props = {
  readonly question: QuestionCard;
  readonly withCommunity: boolean;
  readonly focused: boolean;
  readonly onOpen: (id: string) => void;
};

export function QuestionRow({ question, withCommunity, focused, onOpen }: Props) {
  const { id, title, summary, state, community, author, askedAt } = question;
  return (
    <li className="row-item">
      <div className="row-words">
        <div className="title-line">
          <h3 className="row-title" dir="auto">
            <button ref={useFocus(focused)} type="button" className="title-link" onClick={() => onOpen(id)}>
              {title}
            </button>
          </h3>
          <QuestionLozenge state={state} />
        </div>
        {summary !== '' && (
          <p className="clamp" dir="auto">
            {summary}
          </p>
        )}
        <p className="facts">
          {withCommunity && <span>{community.name}</span>}
          <Author author={author} />
          <span>{dayOf(askedAt)}</span>
          <QuestionSigns question={question} />
        </p>
      </div>
    </li>
  );
}

/** How many answered, and how many have it too. */
export function QuestionSigns({ question: { answerCount, meTooCount } }: { question: QuestionCard }) {
  return (
    <>
      {answerCount > 0 && (
        <span className="sign">
          <TalkIcon />
          {counted(answerCount, 'answer')}
        </span>
      )}
      {meTooCount > 0 && (
        <span className="sign">
          <PeopleIcon />
          {counted(meTooCount, 'more person has this', 'more people have this')}
        </span>
      )}
    </>
  );
}
