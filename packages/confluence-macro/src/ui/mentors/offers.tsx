import type { CommunityMentoringView, CommunityView } from '@copse/core/contracts';
import { rhythmNames } from '@copse/core/vocabulary';
import { useRef, useState } from 'react';
import type { Pages } from '../api/use-pages.ts';
import { Button } from '../parts/button.tsx';
import { LoadMore } from '../parts/load-more.tsx';
import { Lozenge } from '../parts/lozenge.tsx';
import { PersonMark } from '../parts/tile.tsx';
import { Topics } from '../parts/topics.tsx';
import { LookForMentor } from './look-for-mentor.tsx';
import type { Offered } from './use-mentors.ts';

type Props = {
  readonly community: CommunityView;
  readonly pages: Pages<Offered> & { readonly state: 'ready' };
  readonly activeCount: CommunityMentoringView['activeCount'];
  readonly onLooking: () => void;
};

export function Offers({ community, pages, activeCount, onLooking }: Props) {
  return (
    <section aria-label="Who offers to be a mentor" className="stack-small">
      <h3 className="section">Who offers to be a mentor</h3>
      {pages.items.length === 0 ? (
        <p className="subtle">Nobody yet. Members offer it in Teams, on the page of the community.</p>
      ) : (
        <ul className="people">
          {pages.items.map((offer) => (
            <Offer key={offer.id} community={community} offer={offer} onLooking={onLooking} />
          ))}
        </ul>
      )}
      <LoadMore pages={pages} what="mentors" />
      {activeCount !== undefined && <p className="subtle small">{activeCount} pairs are at work here now.</p>}
    </section>
  );
}

type OfferProps = { readonly offer: Offered } & Pick<Props, 'community' | 'onLooking'>;

/** One who offers it, and a button to ask just them, which opens below the line that is read. */
function Offer({ community, offer, onLooking }: OfferProps) {
  const { person, topics, rhythm, note, free, ask } = offer;
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLSpanElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.querySelector('button')?.focus();
  };
  return (
    <li className="stack-small">
      <div className="person-line">
        <PersonMark id={person.id} name={person.name} />
        <span className="person-words">
          <span className="person-name" dir="auto">
            {person.name}
          </span>
          {person.affiliation && <span className="subtle small">{person.affiliation}</span>}
          {note !== '' && <span dir="auto">{note}</span>}
          <Topics topics={topics} />
          <span className="subtle small">
            {rhythmNames[rhythm]}{' '}
            <Lozenge tone={free ? 'success' : 'neutral'}>{free ? 'Has room' : 'No room now'}</Lozenge>
          </span>
          {ask && (
            <span ref={opener}>
              <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
                Ask {person.name}
              </Button>
            </span>
          )}
        </span>
      </div>
      {ask && open && <LookForMentor community={community} mentor={offer} onDone={onLooking} onClose={close} />}
    </li>
  );
}
