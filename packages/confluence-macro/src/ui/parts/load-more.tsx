import type { Pages } from '../api/use-pages.ts';
import { Button } from './button.tsx';
import { ActionFailure } from './states.tsx';

/** The end of a list that has more: what is shown stays when the next page fails. */
export function LoadMore<Item>({ pages, what }: { pages: Pages<Item>; what: string }) {
  if (pages.state !== 'ready' || !pages.more) return null;
  return (
    <div className="stack-small">
      <ActionFailure failure={pages.moreFailure} />
      <div>
        <Button small busy={pages.loadingMore} onClick={pages.loadMore}>
          More {what}
        </Button>
      </div>
    </div>
  );
}
