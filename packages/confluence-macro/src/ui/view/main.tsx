import '../styles/macro.css';
import { lazy, Suspense } from 'react';
import { macroKeys, shownBy } from '../../settings/macro-settings.ts';
import type { Host } from '../host/host.ts';
import { start } from '../host/start.tsx';
import { PracticeOfPage } from '../practices/practice-of-page.tsx';
import { Skeleton } from '../parts/states.tsx';
import { Macro } from './macro.tsx';

const KeepPage = lazy(() => import('../keep-page/keep-page.tsx'));

const page = (host: Host) => {
  if (host.moduleKey === 'copse-practice-status') return <PracticeOfPage />;
  if (host.moduleKey === 'copse-keep-page') {
    return (
      <Suspense fallback={<Skeleton what="the page" lines={[50, 40, 100, 90, 70]} />}>
        <KeepPage />
      </Suspense>
    );
  }
  const macro = macroKeys.find((key) => key === host.moduleKey) ?? 'copse-community';
  return <Macro shown={shownBy(macro, host.config, host.pastedLink)} />;
};

void start(page);
