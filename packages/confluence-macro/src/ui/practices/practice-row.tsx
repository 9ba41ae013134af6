import type { PracticeCard } from '@copse/core/contracts';
import { ClockIcon, TeamIcon, ThumbIcon } from '../parts/icons.tsx';
import { LifeLozenge } from '../parts/lozenge.tsx';
import { useFocus } from '../parts/use-focus.ts';
import { counted, dayOf } from '../parts/words.ts';

type Props = {
  readonly practice: PracticeCard;
  readonly withCommunity: boolean;
  readonly focused: boolean;
  readonly onOpen: (id: string) => void;
};

export function PracticeRow({ practice, withCommunity, focused, onOpen }: Props) {
  const { id, title, summary, life, community, owner } = practice;
  return (
    <li className="row-item">
      <div className="row-words">
        <div className="title-line">
          <h3 className="row-title" dir="auto">
            <button ref={useFocus(focused)} type="button" className="title-link" onClick={() => onOpen(id)}>
              {title}
            </button>
          </h3>
          <LifeLozenge life={life} />
        </div>
        <p className="clamp" dir="auto">
          {summary}
        </p>
        <p className="facts">
          {withCommunity && <span>{community.name}</span>}
          <span>{owner.name}</span>
          <PracticeSigns practice={practice} />
        </p>
      </div>
    </li>
  );
}

/** How much it is trusted and used, and whether it is fresh. */
export function PracticeSigns({ practice }: { practice: PracticeCard }) {
  const { endorsementCount, teamCount, reviewBy, reviewDue } = practice;
  return (
    <>
      {endorsementCount > 0 && (
        <span className="sign">
          <ThumbIcon />
          {counted(endorsementCount, 'endorsement')}
        </span>
      )}
      {teamCount > 0 && (
        <span className="sign">
          <TeamIcon />
          {counted(teamCount, 'team uses it', 'teams use it')}
        </span>
      )}
      {reviewBy && (
        <span className={reviewDue ? 'sign sign-due' : 'sign'}>
          <ClockIcon />
          {reviewDue ? `Review was due ${dayOf(reviewBy)}` : `Review by ${dayOf(reviewBy)}`}
        </span>
      )}
    </>
  );
}
