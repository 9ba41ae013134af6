import type { PracticeView, PublicationView } from '@copse/core/contracts';
import { publicationStateNames } from '@copse/core/vocabulary';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useHost } from '../host/host-context.tsx';
import { Button, OutLink } from '../parts/button.tsx';
import { Lozenge } from '../parts/lozenge.tsx';
import { ActionFailure, LoadFailure } from '../parts/states.tsx';
import { ChooseText } from './choose-text.tsx';
import { publicationLine, publicationTones, publishAction } from './publication-words.ts';
import { PublishForm } from './publish-form.tsx';
import type { Destination } from './publish-as-user.ts';

type Props = { readonly practice: PracticeView; readonly onChange: (practice: PracticeView) => void };

/** Whether and where a page shows this practice, and the ways to bring both together. */
export default function Publication({ practice, onChange }: Props) {
  const { editing } = useHost();
  const loaded = useLoaded(`publication ${practice.id}`, () => api.publication(practice.id));
  if (editing || loaded.state === 'loading') return null;
  // Who may not know of the page reads the practice and no more.
  if (loaded.state === 'failed') {
    const { status } = loaded.failure;
    return status === 403 || status === 404 ? null : <LoadFailure failure={loaded.failure} retry={loaded.retry} />;
  }
  const view = loaded.value;
  if (view.state === 'none' && !view.abilities.publish) return null;

  const settled = (now: PublicationView) => {
    loaded.replace(now);
    void api.practice(practice.id).then((answer) => answer.ok && onChange(answer.value));
  };
  const reload = () => void api.publication(practice.id).then((answer) => answer.ok && settled(answer.value));
  return <Shown view={view} onSettled={settled} reload={reload} />;
}

type Open = 'form' | 'choice' | undefined;

type ShownProps = {
  readonly view: PublicationView;
  readonly onSettled: (view: PublicationView) => void;
  readonly reload: () => void;
};

function Shown({ view, onSettled, reload }: ShownProps) {
  const { pageId } = useHost();
  const [open, setOpen] = useState<Open>();
  const [takenBack, setTakenBack] = useState(false);
  const publishing = useAction();
  const { state, page, bothSides, abilities } = view;
  const action = publishAction(view);
  const anew = state === 'none' || state === 'withdrawn' || state === 'page-gone' || !page;

  const publish = (to: Destination) =>
    publishing.run(
      async () => (await import('./publish-as-user.ts')).publishAsUser(view.practiceId, to),
      (now) => {
        setOpen(undefined);
        setTakenBack(now.takenBack);
        onSettled(now.publication);
      },
    );
  const begin = () => {
    publishing.clear();
    if (anew) setOpen('form');
    else publish({});
  };

  return (
    <section aria-label="Page in Confluence" className="publication stack-small">
      <div className="title-line">
        <h3 className="section">Page in Confluence</h3>
        <Lozenge tone={publicationTones[state]} title={publicationStateNames[state].means}>
          {publicationStateNames[state].name}
        </Lozenge>
      </div>
      <p role="status">
        {takenBack && 'What was changed on the page is a new version of the practice now. '}
        {publicationLine(view, pageId, new Date())}{' '}
        {page && page.id !== pageId && state !== 'page-gone' && state !== 'withdrawn' && (
          <OutLink href={page.url}>{page.title}</OutLink>
        )}
      </p>
      {action && open !== 'form' && (
        <div>
          <Button look={anew ? 'default' : 'primary'} busy={publishing.busy} onClick={begin}>
            {action}
          </Button>
        </div>
      )}
      {(state === 'publishing' || state === 'queued') && (
        <div>
          <Button small look="subtle" onClick={reload}>
            Look again
          </Button>
        </div>
      )}
      {bothSides && abilities.choose && open !== 'choice' && (
        <div>
          <Button look="primary" onClick={() => setOpen('choice')}>
            Choose what to keep
          </Button>
        </div>
      )}
      {open === 'form' && (
        <PublishForm view={view} busy={publishing.busy} onPublish={publish} onClose={() => setOpen(undefined)} />
      )}
      <ActionFailure failure={publishing.failure} />
      {bothSides && open === 'choice' && (
        <ChooseText
          practiceId={view.practiceId}
          sides={bothSides}
          onChosen={(now) => {
            onSettled(now);
            setOpen(undefined);
            // What was chosen is written at once, as the person who chose, instead of waiting for the app.
            if (now.state === 'queued') publish({});
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
