import type { CommunityCard } from '@copse/core/contracts';
import { useState } from 'react';
import { isSiteNotLinked, SiteNotLinked } from '../account/site-not-linked.tsx';
import { Footer } from '../account/footer.tsx';
import { api } from '../api/client.ts';
import { usePages } from '../api/use-pages.ts';
import { useSettled } from '../api/use-settled.ts';
import { CommunityPage } from '../community/community-page.tsx';
import { BackButton } from '../parts/back-button.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { Empty, LoadFailure, Skeleton } from '../parts/states.tsx';
import { LoadMore } from '../parts/load-more.tsx';
import { DirectoryRow } from './directory-row.tsx';

type Props = { readonly topic: string | undefined; readonly title?: string; readonly hint?: string };

/** Communities to find, to look into and to join, without leaving the page. */
export function DirectoryPage({ topic, title, hint }: Props) {
  const [open, setOpen] = useState<string>();
  const [returnTo, setReturnTo] = useState<string>();
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const pages = usePages(`directory ${topic ?? ''} ${q}`, (cursor) =>
    api.communities({ q, ...(topic ? { topic } : {}), ...(cursor ? { cursor } : {}) }),
  );

  if (open !== undefined) {
    const back = () => {
      setReturnTo(open);
      setOpen(undefined);
      pages.refresh();
    };
    return (
      <div className="stack-small">
        <BackButton onClick={back}>All communities</BackButton>
        <CommunityPage id={open} full />
      </div>
    );
  }

  if (isSiteNotLinked(pages)) return <SiteNotLinked retry={pages.refresh} />;
  return (
    <section className="card stack" aria-label={title ?? 'Community directory'}>
      <div className="list-head">
        <h2 className="title">{title ?? (topic ? `Communities about ${topic}` : 'Community directory')}</h2>
        <SearchField label="Find a community" value={words} onChange={setWords} />
      </div>
      {hint && <p className="subtle">{hint}</p>}
      <DirectoryList pages={pages} searched={q !== ''} topic={topic} returnTo={returnTo} onOpen={setOpen} />
      <Footer teamsHref={undefined} onLinked={pages.refresh} />
    </section>
  );
}

type ListProps = {
  readonly pages: ReturnType<typeof usePages<CommunityCard>>;
  readonly searched: boolean;
  readonly topic: string | undefined;
  readonly returnTo: string | undefined;
  readonly onOpen: (id: string) => void;
};

function DirectoryList({ pages, searched, topic, returnTo, onOpen }: ListProps) {
  if (pages.state === 'loading') return <Skeleton what="communities" lines={[60, 90, 40, 60, 90, 40]} />;
  if (pages.state === 'failed') return <LoadFailure failure={pages.failure} retry={pages.retry} />;
  if (pages.items.length === 0) {
    return searched ? (
      <Empty title="No community matches these words">Try fewer or other words.</Empty>
    ) : (
      <Empty title={topic ? `No community is about ${topic} yet` : 'There are no communities yet'}>
        As soon as somebody founds one in Teams, it appears here: Copse → Discover → Found a community.
      </Empty>
    );
  }
  return (
    <>
      <ul className="rows">
        {pages.items.map((community) => (
          <DirectoryRow
            key={community.id}
            community={community}
            focused={community.id === returnTo}
            onOpen={onOpen}
            onChange={pages.replace}
          />
        ))}
      </ul>
      <LoadMore pages={pages} what="communities" />
    </>
  );
}
