import type { PublicationView } from '@copse/core/contracts';
import { OPENS_TO_READERS } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { useHost } from '../host/host-context.tsx';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Option } from '../parts/option.tsx';
import { Panel } from '../parts/states.tsx';
import type { Destination } from './publish-as-user.ts';

type Props = {
  readonly view: PublicationView;
  readonly busy: boolean;
  readonly onPublish: (to: Destination) => void;
  readonly onClose: () => void;
};

const SOURCE = 'source-page';

/** Where a practice is published for the first time, or anew. */
export function PublishForm({ view, busy, onPublish, onClose }: Props) {
  const { space } = useHost();
  const { spaces, sourcePage, opensToReaders } = view;
  const here = spaces.find(({ spaceId }) => spaceId === space?.id) ?? spaces[0];
  const [where, setWhere] = useState(here?.connectionId);
  const [known, setKnown] = useState(false);
  const [checked, setChecked] = useState(false);
  const source = sourcePage && spaces.find(({ spaceId }) => spaceId === sourcePage.spaceId);

  if (!here) return <NoSpace onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (opensToReaders && !known) return;
    const connectionId = where === SOURCE ? source?.connectionId : where;
    onPublish({
      ...(connectionId === undefined ? {} : { connectionId }),
      ...(where === SOURCE ? { onto: 'source-page' as const } : {}),
      ...(opensToReaders ? { confirm: OPENS_TO_READERS } : {}),
    });
  };
  const pages = spaces.map(({ connectionId, name }) => ({ value: connectionId, label: `A new page in ${name}` }));
  const options =
    source && sourcePage
      ? [
          ...pages,
          {
            value: SOURCE,
            label: `The page that it was made from: «${sourcePage.title}»`,
            hint: 'The practice takes the place of what stands there; Confluence keeps the older versions.',
          },
        ]
      : pages;

  return (
    <Panel label="Publish to Confluence" onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {options.length > 1 ? (
          <Choice legend="Where to?" value={where} onChange={setWhere} options={options} />
        ) : (
          <p>
            The practice becomes a new page in <strong>{here.name}</strong>. Whoever edits the page there writes the
            next version of the practice.
          </p>
        )}
        {opensToReaders && (
          <div className="stack-small">
            <Option
              type="checkbox"
              checked={known}
              onChange={setKnown}
              title="Everybody who reads this space may read it"
              hint="Until now only members of the community see this practice."
            />
            {checked && !known && <p className="problem">Say that this is right before it is published.</p>}
          </div>
        )}
        <div className="row">
          <Button type="submit" look="primary" busy={busy}>
            Publish
          </Button>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Panel>
  );
}

const NoSpace = ({ onClose }: { onClose: () => void }) => (
  <Panel label="Publish to Confluence" onClose={onClose}>
    <div className="stack-small">
      <p>
        <strong>No space of this site is connected to the community yet.</strong> One of its coordinators connects one
        with the Community macro, or in Teams under Settings.
      </p>
      <div>
        <Button small onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  </Panel>
);
