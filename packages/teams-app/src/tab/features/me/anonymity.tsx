import { Button, Checkbox, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useNeverUnmask } from './never-unmask.ts';

const useStyles = makeStyles({ start: { alignSelf: 'flex-start' } });

/** The organisation's promise about those who write without their name. */
export function Anonymity() {
  const styles = useStyles();
  const [promising, setPromising] = useState(false);
  return (
    <Section inner title="Writing without a name">
      <Text>
        Two stewards of a community together can find out who wrote something anonymously, with a reason that the author
        sees. You can switch that off for the whole organisation, for good.
      </Text>
      <Button className={styles.start} onClick={() => setPromising(true)}>
        Never find out…
      </Button>
      {promising && <Promising onClose={() => setPromising(false)} />}
    </Section>
  );
}

function Promising({ onClose }: { onClose: () => void }) {
  const [sure, setSure] = useState(false);
  const notices = useNotices();
  const promise = useNeverUnmask(() => {
    notices.done('From now on nobody can find out who wrote something anonymously.');
    onClose();
  });
  return (
    <FormDialog
      title="Never find out who wrote anonymously"
      action="Promise it for good"
      ready={sure}
      busy={promise.isPending}
      error={promise.error}
      onConfirm={() => promise.mutate()}
      onClose={onClose}
    >
      <Text>Stewards can still hide what does harm and warn its author. They can never learn who it was.</Text>
      <Checkbox
        label="I know that nobody can take this back, not even an administrator."
        checked={sure}
        onChange={(_, { checked }) => setSure(checked === true)}
      />
    </FormDialog>
  );
}
