import type { CommunityView } from '@copse/core/contracts';
import { Footer } from '../account/footer.tsx';
import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { teamsLink } from '../host/host.ts';
import { LoadFailure, Skeleton } from '../parts/states.tsx';
import { CommunityDetails } from './community-details.tsx';
import { CommunityHead } from './community-head.tsx';
import { Membership } from './membership.tsx';
import { NextSteps } from './next-steps.tsx';
import { People } from './people.tsx';

type Props = { readonly id: string; readonly full: boolean };

/** One community, as a card or in full, loaded as its viewer. */
export function CommunityPage({ id, full }: Props) {
  const loaded = useLoaded(`community ${id}`, () => api.community(id));
  if (loaded.state === 'loading') return <CommunitySkeleton full={full} />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;

  const reload = () => void api.community(id).then((answer) => answer.ok && loaded.replace(answer.value));
  return <CommunityShown community={loaded.value} full={full} onChange={loaded.replace} onLinked={reload} />;
}

export const CommunitySkeleton = ({ full }: { full: boolean }) => (
  <div className="card">
    <Skeleton what="the community" lines={full ? [50, 30, 100, 90, 60, 40, 80, 70] : [50, 30, 100, 90]} />
  </div>
);

type ShownProps = {
  readonly community: CommunityView;
  readonly full: boolean;
  readonly onChange: (community: CommunityView) => void;
  readonly onLinked: () => void;
};

export function CommunityShown({ community, full, onChange, onLinked }: ShownProps) {
  return (
    <article className="card stack">
      <CommunityHead community={community} />
      <Membership community={community} onChange={onChange} />
      <People holders={community.roleHolders} wanted={community.rolesWanted} full={full} />
      <NextSteps steps={community.firstSteps} full={full} />
      {full && <CommunityDetails community={community} />}
      <Footer teamsHref={teamsLink('communities', community.id)} onLinked={onLinked} />
    </article>
  );
}
