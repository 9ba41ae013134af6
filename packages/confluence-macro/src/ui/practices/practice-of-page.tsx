import { practiceOnPage } from '../api/page-practice.ts';
import { UNREACHABLE } from '../api/response.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useHost } from '../host/host-context.tsx';
import { Empty, LoadFailure, Skeleton } from '../parts/states.tsx';
import { PracticePage } from './practice-page.tsx';

/** What opens from the line under a page's title: the practice that the page publishes, with all that can be done. */
export function PracticeOfPage() {
  const { pageId } = useHost();
  const loaded = useLoaded<string | undefined>(`page ${pageId}`, async () => {
    const onPage = await practiceOnPage(pageId);
    return onPage ? { ok: true, value: onPage.found?.practiceId } : { ok: false, failure: UNREACHABLE };
  });
  if (loaded.state === 'loading') return <Skeleton what="the practice" lines={[50, 40, 100, 90, 70]} />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;
  return loaded.value === undefined ? (
    <Empty title="This page publishes no practice">Somebody may have changed that a moment ago. Reload the page.</Empty>
  ) : (
    <PracticePage id={loaded.value} />
  );
}
