import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { FormDialog } from '../form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useIntroductionAction } from './introduction-action.ts';

/** Not to be introduced to somebody again; said before it is done, and that nobody sees it. */
export function KeepApart({ id, name }: { id: string; name: string }) {
  const [asking, setAsking] = useState(false);
  const notices = useNotices();
  const keep = useIntroductionAction(
    (api, _none, idempotencyKey) => api.send('PUT', `/me/kept-apart/${id}`, { idempotencyKey }),
    () => {
      setAsking(false);
      notices.done('You are not introduced to each other any more. You can change that on the page “Me”.');
    },
  );
  return (
    <>
      <Button size="small" appearance="subtle" onClick={() => setAsking(true)}>
        Not {name} again…
      </Button>
      {asking && (
        <FormDialog
          title={`Not to be introduced to ${name} again`}
          action="Keep us apart"
          busy={keep.isPending}
          error={keep.error}
          onConfirm={() => keep.mutate()}
          onClose={() => setAsking(false)}
        >
          <Text>
            No community introduces the two of you to each other. Neither they nor anybody else sees that you said so.
          </Text>
        </FormDialog>
      )}
    </>
  );
}
