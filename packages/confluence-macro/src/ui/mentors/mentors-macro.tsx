import type { CommunityMentoringView, CommunityView, OfferView } from '@copse/core/contracts';
import { rhythmNames } from '@copse/core/vocabulary';
import { useState } from 'react';
import { Footer } from '../account/footer.tsx';
import { api } from '../api/client.ts';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { Membership } from '../community/membership.tsx';
import { People } from '../community/people.tsx';
import { DirectoryPage } from '../directory/directory-page.tsx';
import { useSpaceCommunity } from '../community/use-space-community.ts';
import { useHost } from '../host/host-context.tsx';
import { teamsLink } from '../host/host.ts';
import { Button } from '../parts/button.tsx';
import { Lozenge } from '../parts/lozenge.tsx';
import { LoadFailure, Skeleton } from '../parts/states.tsx';
import { PersonMark } from '../parts/tile.tsx';
import { Topics } from '../parts/topics.tsx';
import { LookForMentor } from './look-for-mentor.tsx';

/** Mentors and experts of a community: who offers what, and how to be brought together with one. */
export default function MentorsMacro({ communityId }: { communityId: string | undefined }) {
  return communityId === undefined ? <OfSpace /> : <OfOne id={communityId} />;
}

const OfSpace = () => <Shown loaded={useSpaceCommunity()} />;
const OfOne = ({ id }: { id: string }) => (
  <Shown loaded={useLoaded<CommunityView | undefined>(`community ${id}`, () => api.community(id))} />
);

const MentorsSkeleton = () => (
  <div className="card">
    <Skeleton what="mentors" lines={[60, 90, 40, 60, 90]} />
  </div>
);

function Shown({ loaded }: { loaded: Loaded<CommunityView | undefined> }) {
  const { editing } = useHost();
  if (loaded.state === 'loading') return <MentorsSkeleton />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;
  if (!loaded.value) {
    return (
      <DirectoryPage
        topic={undefined}
        title="Whose mentors and experts?"
        hint={
          editing
            ? 'No community is chosen yet. Select this macro and its pencil to choose one; until then readers see this list.'
            : 'This page shows no particular community yet. Open one to see who knows, and who offers to be a mentor.'
        }
      />
    );
  }
  return <Mentors community={loaded.value} onCommunity={loaded.replace} />;
}

type Props = { readonly community: CommunityView; readonly onCommunity: (community: CommunityView) => void };

function Mentors({ community, onCommunity }: Props) {
  const { id, name, roleHolders } = community;
  const mentors = useLoaded(`mentors ${id} ${community.standing}`, () => api.mentors(id));
  const reload = () => void api.community(id).then((answer) => answer.ok && onCommunity(answer.value));
  const experts = roleHolders.filter(({ role }) => role === 'expert' || role === 'mentor');
  return (
    <section className="card stack" aria-label="Mentors and experts">
      <h2 className="title">Mentors and experts of {name}</h2>
      {experts.length > 0 && <People holders={experts} wanted={[]} full />}
      {mentors.state === 'loading' && <Skeleton what="mentors" lines={[60, 90, 40]} />}
      {mentors.state === 'failed' && <LoadFailure failure={mentors.failure} retry={mentors.retry} />}
      {mentors.state === 'ready' && (
        <>
          <Offers offers={mentors.value} />
          <Look
            community={community}
            mentoring={mentors.value}
            onCommunity={onCommunity}
            onLooking={() => mentors.replace(looking(mentors.value))}
          />
        </>
      )}
      <Footer teamsHref={teamsLink('communities', id)} onLinked={reload} />
    </section>
  );
}

const looking = (view: CommunityMentoringView): CommunityMentoringView => ({
  ...view,
  mine: { ...view.mine, looks: true },
  abilities: { ...view.abilities, request: false },
});

function Offers({ offers: { items, nextCursor, activeCount } }: { offers: CommunityMentoringView }) {
  return (
    <section aria-label="Who offers to be a mentor" className="stack-small">
      <h3 className="section">Who offers to be a mentor</h3>
      {items.length === 0 ? (
        <p className="subtle">Nobody yet. Members offer it in Teams, on the page of the community.</p>
      ) : (
        <ul className="people">
          {items.map((offer) => (
            <Offer key={offer.person.id ?? offer.since} offer={offer} />
          ))}
        </ul>
      )}
      {nextCursor !== undefined && <p className="subtle small">There are more; all of them are in Teams.</p>}
      {activeCount !== undefined && <p className="subtle small">{activeCount} pairs are at work here now.</p>}
    </section>
  );
}

const Offer = ({ offer: { person, topics, rhythm, note, free } }: { offer: OfferView }) => (
  <li className="person-line">
    <PersonMark id={person.id} name={person.name} />
    <span className="person-words">
      <span className="person-name" dir="auto">
        {person.name}
      </span>
      {person.affiliation && <span className="subtle small">{person.affiliation}</span>}
      {note !== '' && <span dir="auto">{note}</span>}
      <Topics topics={topics} />
      <span className="subtle small">
        {rhythmNames[rhythm]} <Lozenge tone={free ? 'success' : 'neutral'}>{free ? 'Has room' : 'No room now'}</Lozenge>
      </span>
    </span>
  </li>
);

type LookProps = Props & { readonly mentoring: CommunityMentoringView; readonly onLooking: () => void };

/** Members look for a mentor right here; others are shown how to get in. */
function Look({ community, mentoring, onCommunity, onLooking }: LookProps) {
  const [open, setOpen] = useState(false);
  const { abilities, mine } = mentoring;
  if (mine.looks) {
    return (
      <p className="notice notice-information" role="status">
        You look for a mentor here. One after the other is asked; you are told in Teams as soon as one says yes.
      </p>
    );
  }
  if (abilities.request) {
    return open ? (
      <LookForMentor
        community={community}
        onDone={() => {
          setOpen(false);
          onLooking();
        }}
        onClose={() => setOpen(false)}
      />
    ) : (
      <div>
        <Button look="primary" onClick={() => setOpen(true)}>
          Look for a mentor
        </Button>
      </div>
    );
  }
  if (community.closed) return <p className="subtle">This community is closed: what it learned stays readable.</p>;
  return (
    <div className="stack-small">
      <p>Members look for a mentor right here. Join first.</p>
      <Membership community={community} onChange={onCommunity} />
    </div>
  );
}
