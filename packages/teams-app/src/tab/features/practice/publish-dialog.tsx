import { Checkbox, Field, Radio, RadioGroup, Text } from '@fluentui/react-components';
import type { PracticeView, PublicationView } from '@copse/core/contracts';
import { OPENS_TO_READERS } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useQueuePublication } from './queue-publication.ts';

const SOURCE = 'source-page';
type Props = {
  readonly practice: PracticeView;
  readonly publication: PublicationView;
  readonly onClose: () => void;
};

/** Chooses the space, and says what publishing means where more people read there than may read here. */
export default function PublishDialog({ practice, publication, onClose }: Props) {
  const { opensToReaders, page, sourcePage, spaces, state } = publication;
  const onThePage = page !== undefined && state !== 'page-gone' && state !== 'withdrawn';
  const [chosen, setChosen] = useState(
    sourcePage ? SOURCE : spaces.length === 1 ? (spaces[0]?.connectionId ?? '') : '',
  );
  const [confirmed, setConfirmed] = useState(false);
  const notices = useNotices();
  const queue = useQueuePublication(practice.id, () => {
    notices.done('On its way. Confluence fetches it within five minutes.');
    onClose();
  });
  const nowhere = !onThePage && spaces.length === 0 && !sourcePage;
  const where = onThePage ? {} : chosen === SOURCE ? ({ onto: SOURCE } as const) : { connectionId: chosen };
  const ready = (onThePage || chosen !== '') && (!opensToReaders || confirmed) && !nowhere;
  return (
    <FormDialog
      title={onThePage ? 'Update the page in Confluence' : 'Publish to Confluence'}
      action={onThePage ? 'Update the page' : 'Publish'}
      ready={ready}
      busy={queue.isPending}
      error={queue.error}
      onConfirm={() => queue.mutate({ ...where, ...(confirmed ? { confirm: OPENS_TO_READERS } : {}) })}
      onClose={onClose}
    >
      {nowhere ? (
        <Text>
          {practice.community.name} has no Confluence space yet. Open a page of the space, insert the Community macro
          for {practice.community.name} there, and choose “Connect this space”. Then publish.
        </Text>
      ) : (
        <>
          <Text>
            The page gets the practice with credit to everybody who wrote it and a note about how far it can be trusted.
            What people change on the page comes back here as a new version; nothing is overwritten on either side.
          </Text>
          {!onThePage && (
            <Field label="Where?" required>
              <RadioGroup value={chosen} onChange={(_, { value }) => setChosen(value)}>
                {sourcePage && <Radio value={SOURCE} label={`The page that it was made from: “${sourcePage.title}”`} />}
                {spaces.map(({ connectionId, name, siteUrl }) => (
                  <Radio
                    key={connectionId}
                    value={connectionId}
                    label={`A new page in ${name} (${URL.parse(siteUrl)?.host ?? siteUrl})`}
                  />
                ))}
              </RadioGroup>
            </Field>
          )}
          {opensToReaders && (
            <>
              <Text weight="semibold">
                This practice is for the members of {practice.community.name}. Everybody who can read the space will
                read it there.
              </Text>
              <Checkbox
                label="That is meant to be so"
                checked={confirmed}
                onChange={(_, { checked }) => setConfirmed(checked === true)}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
