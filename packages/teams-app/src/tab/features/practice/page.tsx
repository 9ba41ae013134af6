import type { PracticeView } from '@copse/core/contracts';
import { lazy, Suspense } from 'react';
import { Loaded } from '../../parts/loaded.tsx';
import { LinesSkeleton, PageSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';
import { ReadPage } from './read-page.tsx';
import { usePractice } from './see-practice.ts';

const EditPage = lazy(() => import(/* webpackChunkName: "practice-edit" */ './edit-page.tsx'));
const BothSidesPage = lazy(() => import(/* webpackChunkName: "practice-publishing" */ './both-sides-page.tsx'));
const HistoryPage = lazy(() => import(/* webpackChunkName: "practice-history" */ './history-page.tsx'));

export default function PracticePage({ id, part }: { id: string; part: string | undefined }) {
  const practice = usePractice(id);
  if (practice.data) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <Part practice={practice.data} part={part} />
      </Suspense>
    );
  }
  if (practice.isPending) return <PageSkeleton />;
  return (
    <Page title="Practice" crumbs={[{ label: 'Discover', path: '/discover' }]}>
      <Loaded query={practice} skeleton={<LinesSkeleton />}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Part({ practice, part }: { practice: PracticeView; part: string | undefined }) {
  if (part === 'edit' && practice.abilities.edit) return <EditPage practice={practice} />;
  if (part === 'both-sides') return <BothSidesPage practice={practice} />;
  if (part === 'history') return <HistoryPage practice={practice} />;
  return <ReadPage practice={practice} />;
}
