import type { OccurrenceCard } from '@copse/core/contracts';
import { Footer } from '../account/footer.tsx';
import { isSiteNotLinked, SiteNotLinked } from '../account/site-not-linked.tsx';
import { api } from '../api/client.ts';
import { type Pages, usePages } from '../api/use-pages.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useSpaceCommunity } from '../community/use-space-community.ts';
import { teamsLink } from '../host/host.ts';
import { LoadMore } from '../parts/load-more.tsx';
import { Empty, LoadFailure, Skeleton } from '../parts/states.tsx';
import { GatheringRow } from './gathering-row.tsx';

type Of = { readonly id: string; readonly name: string } | undefined;

/** When a community meets next, with one's answer in place. Nobody has chosen: that of the space, or all one may see. */
export default function GatheringsMacro({ communityId }: { communityId: string | undefined }) {
  return communityId === undefined ? <OfSpace /> : <OfOne id={communityId} />;
}

const GatheringsSkeleton = () => (
  <div className="card">
    <Skeleton what="gatherings" lines={[40, 90, 60, 40, 90, 60]} />
  </div>
);

function OfSpace() {
  const loaded = useSpaceCommunity();
  if (loaded.state === 'loading') return <GatheringsSkeleton />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;
  return <Gatherings community={loaded.value} />;
}

function OfOne({ id }: { id: string }) {
  const loaded = useLoaded(`community ${id}`, () => api.community(id));
  if (loaded.state === 'loading') return <GatheringsSkeleton />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;
  return <Gatherings community={loaded.value} />;
}

function Gatherings({ community }: { community: Of }) {
  const pages = usePages(`gatherings ${community?.id ?? ''}`, (cursor) =>
    api.occurrences({ ...(community ? { communityId: community.id } : {}), ...(cursor ? { cursor } : {}) }),
  );
  if (isSiteNotLinked(pages)) return <SiteNotLinked retry={pages.refresh} />;
  return (
    <section className="card stack" aria-label="Gatherings">
      <h2 className="title">{community ? `Gatherings of ${community.name}` : 'Gatherings'}</h2>
      <List pages={pages} withCommunity={community === undefined} />
      <LoadMore pages={pages} what="gatherings" />
      <Footer teamsHref={community && teamsLink('communities', community.id)} onLinked={pages.refresh} />
    </section>
  );
}

function List({ pages, withCommunity }: { pages: Pages<OccurrenceCard>; withCommunity: boolean }) {
  if (pages.state === 'loading') return <Skeleton what="gatherings" lines={[40, 90, 60, 40, 90, 60]} />;
  if (pages.state === 'failed') return <LoadFailure failure={pages.failure} retry={pages.retry} />;
  if (pages.items.length === 0) {
    return (
      <Empty title="No gathering is planned">
        <p>Coordinators and facilitators schedule them in Teams, on the page of the community.</p>
      </Empty>
    );
  }
  return (
    <ul className="rows">
      {pages.items.map((date) => (
        <GatheringRow
          key={date.id}
          date={date}
          withCommunity={withCommunity}
          onChange={pages.replace}
          onChangeOthers={pages.refresh}
        />
      ))}
    </ul>
  );
}
