import type { CommunityView, QuestionCard } from '@copse/core/contracts';
import { useState } from 'react';
import { Footer } from '../account/footer.tsx';
import { isSiteNotLinked, SiteNotLinked } from '../account/site-not-linked.tsx';
import { api } from '../api/client.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { type Pages, usePages } from '../api/use-pages.ts';
import { useSpaceCommunity } from '../community/use-space-community.ts';
import { teamsLink } from '../host/host.ts';
import { BackButton } from '../parts/back-button.tsx';
import { LoadMore } from '../parts/load-more.tsx';
import { Option } from '../parts/option.tsx';
import { Empty, LoadFailure, Skeleton } from '../parts/states.tsx';
import { AskPlace } from './ask-place.tsx';
import { QuestionPage } from './question-page.tsx';
import { QuestionRow } from './question-row.tsx';

const QuestionsSkeleton = () => (
  <div className="card">
    <Skeleton what="questions" lines={[60, 90, 40, 60, 90, 40]} />
  </div>
);

/** Nobody has chosen: the questions of this space's community, or all that the reader may see. */
export function SpaceQuestions() {
  const loaded = useSpaceCommunity();
  if (loaded.state === 'loading') return <QuestionsSkeleton />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;
  return <QuestionsPage community={loaded.value} topic={undefined} onCommunity={loaded.replace} />;
}

/** The questions of one community. */
export function CommunityQuestions({ id }: { id: string }) {
  const loaded = useLoaded(`community ${id}`, () => api.community(id));
  if (loaded.state === 'loading') return <QuestionsSkeleton />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;
  return <QuestionsPage community={loaded.value} topic={undefined} onCommunity={loaded.replace} />;
}

type Props = {
  readonly community: CommunityView | undefined;
  readonly topic: string | undefined;
  readonly onCommunity?: (community: CommunityView) => void;
};

/** Questions to read, ask and answer without leaving the page. */
export function QuestionsPage({ community, topic, onCommunity }: Props) {
  const [open, setOpen] = useState<string>();
  const [returnTo, setReturnTo] = useState<string>();
  const [unsolved, setUnsolved] = useState(false);
  const communityId = community?.id;
  const pages = usePages(`questions ${communityId ?? ''} ${topic ?? ''} ${unsolved}`, (cursor) =>
    api.questions({
      ...(communityId ? { communityId } : {}),
      ...(topic ? { topic } : {}),
      ...(unsolved ? { unsolved: 'true' } : {}),
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
        <BackButton onClick={back}>All questions</BackButton>
        <QuestionPage id={open} />
      </div>
    );
  }

  if (isSiteNotLinked(pages)) return <SiteNotLinked retry={pages.refresh} />;
  return (
    <section className="card stack" aria-label="Questions">
      <div className="list-head">
        <h2 className="title">{titleOf(community?.name, topic)}</h2>
        <Option type="checkbox" checked={unsolved} onChange={setUnsolved} title="Only those that need an answer" />
      </div>
      <AskPlace
        community={community}
        topic={topic}
        onCommunity={onCommunity ?? (() => undefined)}
        onOpen={setOpen}
        onAsked={({ id }) => setOpen(id)}
      />
      <QuestionList
        pages={pages}
        withCommunity={community === undefined}
        unsolved={unsolved}
        returnTo={returnTo}
        onOpen={setOpen}
      />
      <Footer teamsHref={communityId && teamsLink('communities', communityId)} onLinked={pages.refresh} />
    </section>
  );
}

function titleOf(name: string | undefined, topic: string | undefined): string {
  if (topic) return `Questions about ${topic}`;
  return name ? `Questions in ${name}` : 'Questions';
}

type ListProps = {
  readonly pages: Pages<QuestionCard>;
  readonly withCommunity: boolean;
  readonly unsolved: boolean;
  readonly returnTo: string | undefined;
  readonly onOpen: (id: string) => void;
};

function QuestionList({ pages, withCommunity, unsolved, returnTo, onOpen }: ListProps) {
  if (pages.state === 'loading') return <Skeleton what="questions" lines={[60, 90, 40, 60, 90, 40]} />;
  if (pages.state === 'failed') return <LoadFailure failure={pages.failure} retry={pages.retry} />;
  if (pages.items.length === 0) {
    return unsolved ? (
      <Empty title="Every question here has its answer" />
    ) : (
      <Empty title="Nobody has asked yet">
        Be the first: a question helps everyone who has it and did not dare. You may hide your name.
      </Empty>
    );
  }
  return (
    <>
      <ul className="rows">
        {pages.items.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            withCommunity={withCommunity}
            focused={question.id === returnTo}
            onOpen={onOpen}
          />
        ))}
      </ul>
      <LoadMore pages={pages} what="questions" />
    </>
  );
}
