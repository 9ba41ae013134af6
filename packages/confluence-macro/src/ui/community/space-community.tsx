import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { DirectoryPage } from '../directory/directory-page.tsx';
import { useHost } from '../host/host-context.tsx';
import { LoadFailure } from '../parts/states.tsx';
import { CommunityShown, CommunitySkeleton } from './community-page.tsx';

/** Nobody has chosen a community: shows the one of this space, else lets the reader look around. */
export function SpaceCommunity({ full }: { full: boolean }) {
  const { space } = useHost();
  return space ? <AtSpace spaceId={space.id} full={full} /> : <NoneHere />;
}

function AtSpace({ spaceId, full }: { spaceId: string; full: boolean }) {
  const loaded = useLoaded(`space ${spaceId}`, () => api.communityAtSpace(spaceId));
  if (loaded.state === 'loading') return <CommunitySkeleton full={full} />;
  if (loaded.state === 'failed') {
    return loaded.failure.reason === 'no-such-community' ? (
      <NoneHere />
    ) : (
      <LoadFailure failure={loaded.failure} retry={loaded.retry} />
    );
  }
  const reload = () => void api.communityAtSpace(spaceId).then((answer) => answer.ok && loaded.replace(answer.value));
  return <CommunityShown community={loaded.value} full={full} onChange={loaded.replace} onLinked={reload} />;
}

const NoneHere = () => {
  const { editing } = useHost();
  return (
    <DirectoryPage
      topic={undefined}
      title="Communities"
      hint={
        editing
          ? 'No community is chosen yet. Select this macro and its pencil to choose one; until then readers see this list.'
          : 'This page shows no particular community yet. Here are those you can look at.'
      }
    />
  );
};
