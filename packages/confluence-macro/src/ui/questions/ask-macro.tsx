import { useState } from 'react';
import { api } from '../api/client.ts';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import type { CommunityView } from '@copse/core/contracts';
import { BackButton } from '../parts/back-button.tsx';
import { LoadFailure, Skeleton } from '../parts/states.tsx';
import { AskPlace } from './ask-place.tsx';
import { QuestionPage } from './question-page.tsx';
import { useSpaceCommunity } from '../community/use-space-community.ts';

/** One button on a page: whoever gets stuck there asks the community that knows. */
export function AskMacro({ communityId }: { communityId: string | undefined }) {
  return communityId === undefined ? <AskSpace /> : <AskOne id={communityId} />;
}

const AskSpace = () => <Ask loaded={useSpaceCommunity()} />;
const AskOne = ({ id }: { id: string }) => (
  <Ask loaded={useLoaded<CommunityView | undefined>(`community ${id}`, () => api.community(id))} />
);

function Ask({ loaded }: { loaded: Loaded<CommunityView | undefined> }) {
  const [open, setOpen] = useState<string>();
  const [asked, setAsked] = useState(false);
  if (loaded.state === 'loading') return <Skeleton what="the community" lines={[30]} />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;

  if (open !== undefined) {
    const back = () => {
      setOpen(undefined);
      setAsked(false);
    };
    return (
      <div className="stack-small">
        <BackButton onClick={back}>Ask something else</BackButton>
        {asked && (
          <p className="notice notice-information" role="status">
            Asked. You are told in Teams as soon as somebody answers.
          </p>
        )}
        <QuestionPage id={open} />
      </div>
    );
  }
  return (
    <div className="ask">
      <AskPlace
        community={loaded.value}
        topic={undefined}
        onCommunity={loaded.replace}
        onOpen={setOpen}
        onAsked={({ id }) => {
          setAsked(true);
          setOpen(id);
        }}
      />
    </div>
  );
}
