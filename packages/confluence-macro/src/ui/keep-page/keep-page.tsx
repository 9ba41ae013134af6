import type { PracticeView } from '@copse/core/contracts';
import { useState } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import { useHost } from '../host/host-context.tsx';
import { openLink, teamsLink } from '../host/host.ts';
import { OpenInTeams } from '../parts/button.tsx';
import { LoadFailure, Skeleton } from '../parts/states.tsx';
import { KeepForm } from './keep-form.tsx';

/** «Make this page a practice»: what the page says, as a draft of a community, for somebody to go on with. */
export default function KeepPage() {
  const { pageId } = useHost();
  const [kept, setKept] = useState<PracticeView>();
  const loaded = useLoaded(`page ${pageId}`, async () => (await import('./read-this-page.ts')).readThisPage(pageId));

  if (loaded.state === 'loading') return <Skeleton what="the page" lines={[50, 40, 100, 90, 70]} />;
  if (loaded.state === 'failed') return <LoadFailure failure={loaded.failure} retry={loaded.retry} />;
  if (kept) return <Kept practice={kept} />;
  const { value } = loaded;
  if (value.publishes !== undefined) return <KeptAlready id={value.publishes} />;
  return (
    <KeepForm
      read={value}
      onKept={(practice) => {
        setKept(practice);
        openLink(teamsLink('practices', practice.id));
      }}
    />
  );
}

const Kept = ({ practice: { id, title, community } }: { practice: PracticeView }) => (
  <div className="empty" role="status">
    <p className="empty-title">«{title}» is a draft now</p>
    <div className="empty-text">
      <p>
        Only you and the stewards of {community.name} see it. Go on writing in Teams, then propose it; once it is
        endorsed, it can be published onto this page.
      </p>
      <div>
        <OpenInTeams href={teamsLink('practices', id)} />
      </div>
    </div>
  </div>
);

const KeptAlready = ({ id }: { id: string }) => (
  <div className="empty" role="status">
    <p className="empty-title">This page is a practice already</p>
    <div className="empty-text">
      <p>What you change on it becomes a new version of the practice.</p>
      <div>
        <OpenInTeams href={teamsLink('practices', id)} />
      </div>
    </div>
  </div>
);
