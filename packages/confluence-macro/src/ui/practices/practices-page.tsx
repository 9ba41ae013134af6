import type { PracticeCard } from '@copse/core/contracts';
import { useState } from 'react';
import { isSiteNotLinked, SiteNotLinked } from '../account/site-not-linked.tsx';
import { Footer } from '../account/footer.tsx';
import { api } from '../api/client.ts';
import { type Pages, usePages } from '../api/use-pages.ts';
import { useSettled } from '../api/use-settled.ts';
import { useSpaceCommunity } from '../community/use-space-community.ts';
import { teamsLink } from '../host/host.ts';
import { BackButton } from '../parts/back-button.tsx';
import { LoadMore } from '../parts/load-more.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { Empty, LoadFailure, Skeleton } from '../parts/states.tsx';
import { PracticePage } from './practice-page.tsx';
import { PracticeRow } from './practice-row.tsx';

type Of = { readonly communityId?: string | undefined; readonly topic?: string | undefined };

/** Nobody has chosen: the practices of this space's community, or of every community the reader may see. */
export function SpacePractices() {
  const loaded = useSpaceCommunity();
  if (loaded.state === 'loading') {
    return (
      <div className="card">
        <PracticesSkeleton />
      </div>
    );
  }
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;
  return <PracticesPage of={{ communityId: loaded.value?.id }} />;
}

const PracticesSkeleton = () => <Skeleton what="practices" lines={[60, 90, 40, 60, 90, 40]} />;

/** Practices to read and use, without leaving the page. */
export function PracticesPage({ of }: { of: Of }) {
  const { communityId, topic } = of;
  const [open, setOpen] = useState<string>();
  const [returnTo, setReturnTo] = useState<string>();
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const pages = usePages(`practices ${communityId ?? ''} ${topic ?? ''} ${q}`, (cursor) =>
    api.practices({
      q,
      ...(communityId ? { communityId } : {}),
      ...(topic ? { topic } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );

  if (open !== undefined) {
    const back = () => {
      setReturnTo(open);
      setOpen(undefined);
      pages.refresh();
    };
    return (
      <div className="stack-small">
        <BackButton onClick={back}>All practices</BackButton>
        <PracticePage id={open} />
      </div>
    );
  }

  if (isSiteNotLinked(pages)) return <SiteNotLinked retry={pages.refresh} />;
  return (
    <section className="card stack" aria-label="Practices">
      <div className="list-head">
        <h2 className="title">{titleOf(of, pages)}</h2>
        <SearchField label="Find a practice" value={words} onChange={setWords} />
      </div>
      <PracticeList pages={pages} searched={q !== ''} of={of} returnTo={returnTo} onOpen={setOpen} />
      <Footer teamsHref={communityId && teamsLink('communities', communityId)} onLinked={pages.refresh} />
    </section>
  );
}

function titleOf({ communityId, topic }: Of, pages: Pages<PracticeCard>): string {
  if (topic) return `Practices about ${topic}`;
  const name = pages.state === 'ready' ? pages.items[0]?.community.name : undefined;
  return communityId && name ? `Practices of ${name}` : 'Practices';
}

type ListProps = {
  readonly pages: Pages<PracticeCard>;
  readonly searched: boolean;
  readonly of: Of;
  readonly returnTo: string | undefined;
  readonly onOpen: (id: string) => void;
};

function PracticeList({ pages, searched, of, returnTo, onOpen }: ListProps) {
  if (pages.state === 'loading') return <PracticesSkeleton />;
  if (pages.state === 'failed') return <LoadFailure failure={pages.failure} retry={pages.retry} />;
  if (pages.items.length === 0) {
    return searched ? (
      <Empty title="No practice matches these words">Try fewer or other words.</Empty>
    ) : (
      <Empty title={of.topic ? `No practice is about ${of.topic} yet` : 'There are no practices yet'}>
        A practice is a way of working that helped somebody. As soon as a member proposes one in Teams, it appears here.
      </Empty>
    );
  }
  return (
    <>
      <ul className="rows">
        {pages.items.map((practice) => (
          <PracticeRow
            key={practice.id}
            practice={practice}
            withCommunity={of.communityId === undefined}
            focused={practice.id === returnTo}
            onOpen={onOpen}
          />
        ))}
      </ul>
      <LoadMore pages={pages} what="practices" />
    </>
  );
}
