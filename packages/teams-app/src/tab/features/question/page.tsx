import type { QuestionView } from '@copse/core/contracts';
import { lazy, Suspense } from 'react';
import { Loaded } from '../../parts/loaded.tsx';
import { LinesSkeleton, PageSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';
import { ReadPage } from './read-page.tsx';
import { useQuestion } from './see-question.ts';

const EditPage = lazy(() => import(/* webpackChunkName: "question-edit" */ './edit-page.tsx'));
const HistoryPage = lazy(() => import(/* webpackChunkName: "question-history" */ './history-page.tsx'));

export default function QuestionPage({ id, part }: { id: string; part: string | undefined }) {
  const question = useQuestion(id);
  if (question.data) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <Part question={question.data} part={part} />
      </Suspense>
    );
  }
  if (question.isPending) return <PageSkeleton />;
  return (
    <Page title="Question" crumbs={[{ label: 'Questions', path: '/questions' }]}>
      <Loaded query={question} skeleton={<LinesSkeleton />}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Part({ question, part }: { question: QuestionView; part: string | undefined }) {
  if (part === 'edit' && question.abilities.edit) return <EditPage question={question} />;
  if (part === 'history') return <HistoryPage question={question} />;
  return <ReadPage question={question} />;
}
