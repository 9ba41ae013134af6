import { Loaded } from '../../parts/loaded.tsx';
import { LinesSkeleton, PageSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';
import { ReadPage } from './read-page.tsx';
import { useGathering } from './see-gathering.ts';

export default function GatheringPage({ id }: { id: string }) {
  const gathering = useGathering(id);
  if (gathering.data) return <ReadPage date={gathering.data} />;
  if (gathering.isPending) return <PageSkeleton />;
  return (
    <Page title="Gathering" crumbs={[{ label: 'Gatherings', path: '/gatherings' }]}>
      <Loaded query={gathering} skeleton={<LinesSkeleton />}>
        {() => null}
      </Loaded>
    </Page>
  );
}
