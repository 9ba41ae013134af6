import type { CommunityMentoringView, CommunityView } from '@copse/core/contracts';
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
import { LoadFailure, Skeleton } from '../parts/states.tsx';
import { LookForMentor } from './look-for-mentor.tsx';
import { Offers } from './offers.tsx';
import { useMentors } from './use-mentors.ts';

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
  const { pages, first } = useMentors(id, community.standing);
  const reload = () => void api.community(id).then((answer) => answer.ok && onCommunity(answer.value));
  const experts = roleHolders.filter(({ role }) => role === 'expert' || role === 'mentor');
  return (
    <section className="card stack" aria-label="Mentors and experts">
      <h2 className="title">Mentors and experts of {name}</h2>
      {experts.length > 0 && <People holders={experts} wanted={[]} full />}
      {pages.state === 'loading' && <Skeleton what="mentors" lines={[60, 90, 40]} />}
      {pages.state === 'failed' && <LoadFailure failure={pages.failure} retry={pages.retry} />}
      {pages.state === 'ready' && first && (
        <>
          <Offers community={community} pages={pages} activeCount={first.activeCount} onLooking={pages.refresh} />
          <Look community={community} mentoring={first} onCommunity={onCommunity} onLooking={pages.refresh} />
        </>
      )}
      <Footer teamsHref={teamsLink('communities', id)} onLinked={reload} />
    </section>
  );
}

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
      <LookForMentor community={community} mentor={undefined} onDone={onLooking} onClose={() => setOpen(false)} />
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
