import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { FormDialog } from '../form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useIntroductionAction } from './introduction-action.ts';

type Props = {
  readonly id: string;
  readonly name: string;
  /** Whether the two have been introduced before: then it is about the next time. */
  readonly again?: boolean;
  /** Where it can be taken back. */
  readonly undo?: string;
};

/** Not to be introduced to somebody, or not again; said before it is done, and that nobody sees it. */
export function KeepApart({ id, name, again = false, undo = 'on the page “Me”' }: Props) {
  const [asking, setAsking] = useState(false);
  const notices = useNotices();
  const keep = useIntroductionAction(
    (api, _none, idempotencyKey) => api.send('PUT', `/me/kept-apart/${id}`, { idempotencyKey }),
    () => {
      setAsking(false);
      notices.done(`You are not introduced to each other${again ? ' any more' : ''}. You can change that ${undo}.`);
    },
  );
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {again ? `Not ${name} again…` : `Do not introduce me to ${name}…`}
      </Button>
      {asking && (
        <FormDialog
          title={`Not to be introduced to ${name}${again ? ' again' : ''}`}
          action="Keep us apart"
          busy={keep.isPending}
          error={keep.error}
          onConfirm={() => keep.mutate()}
          onClose={() => setAsking(false)}
        >
          <Text>
            No community introduces the two of you to each other, or makes one the mentor of the other. Neither they nor
            anybody else sees that you said so.
          </Text>
        </FormDialog>
      )}
    </>
  );
}
