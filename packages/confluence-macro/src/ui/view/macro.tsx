import { lazy, Suspense } from 'react';
import type { Shown } from '../../settings/macro-settings.ts';
import { CommunityPage } from '../community/community-page.tsx';
import { SpaceCommunity } from '../community/space-community.tsx';
import { DirectoryPage } from '../directory/directory-page.tsx';
import { PracticePage } from '../practices/practice-page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { PracticesPage, SpacePractices } from '../practices/practices-page.tsx';

const Gatherings = lazy(() => import('../gatherings/gatherings-macro.tsx'));
const Mentors = lazy(() => import('../mentors/mentors-macro.tsx'));
const Questions = lazy(() => import('../questions/questions-macro.tsx'));

/** What a page shows of us. */
export function Macro({ shown }: { shown: Shown }) {
  switch (shown.kind) {
    case 'community':
      return <CommunityPage id={shown.communityId} full={shown.full} />;
    case 'community-of-space':
      return <SpaceCommunity full={shown.full} />;
    case 'directory':
      return <DirectoryPage topic={shown.topic} />;
    case 'practice':
      return <PracticePage id={shown.practiceId} />;
    case 'practices':
      return <PracticesPage of={{ communityId: shown.communityId, topic: shown.topic }} />;
    case 'practices-of-space':
      return <SpacePractices />;
    case 'gatherings':
      return (
        <Suspense fallback={<Loading what="gatherings" />}>
          <Gatherings communityId={shown.communityId} />
        </Suspense>
      );
    case 'mentors':
      return (
        <Suspense fallback={<Loading what="mentors" />}>
          <Mentors communityId={shown.communityId} />
        </Suspense>
      );
    default:
      return (
        <Suspense fallback={<Loading what="questions" />}>
          <Questions shown={shown} />
        </Suspense>
      );
  }
}

const Loading = ({ what }: { what: string }) => (
  <div className="card">
    <Skeleton what={what} lines={[60, 90, 40, 60, 90, 40]} />
  </div>
);
