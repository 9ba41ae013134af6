import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useEraseMe } from './erase-me.ts';
import { useExportMe } from './export-me.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  list: { margin: 0, paddingInlineStart: '1.2em' },
});

/** What Copse holds about somebody, to take along or to erase. */
export function MyData({ onErased }: { onErased: () => void }) {
  const styles = useStyles();
  const [erasing, setErasing] = useState(false);
  const notices = useNotices();
  const download = useExportMe();
  return (
    <Section title="My data">
      <Text>You can read everything that Copse holds about you, and you can have yourself erased.</Text>
      <div className={styles.row}>
        <Button
          disabledFocusable={download.isPending}
          onClick={() =>
            download.mutate(undefined, {
              onSuccess: () => notices.done('Your data is in “copse-my-data.json”.'),
              onError: (error) => notices.failed(error, 'Your data could not be fetched'),
            })
          }
        >
          {download.isPending ? 'Collecting…' : 'Download my data'}
        </Button>
        <Button onClick={() => setErasing(true)}>Erase me…</Button>
      </div>
      {erasing && <EraseDialog onErased={onErased} onClose={() => setErasing(false)} />}
    </Section>
  );
}

function EraseDialog({ onErased, onClose }: { onErased: () => void; onClose: () => void }) {
  const styles = useStyles();
  const [word, setWord] = useState('');
  const erase = useEraseMe(onErased);
  return (
    <FormDialog
      title="Erase me from Copse?"
      action="Erase me for good"
      ready={word.trim().toLowerCase() === 'erase'}
      busy={erase.isPending}
      error={erase.error}
      onConfirm={() => erase.mutate()}
      onClose={onClose}
    >
      <Text>This cannot be undone. When it is done,</Text>
      <ul className={styles.list}>
        <li>
          <Text>your name, profile, skills and accounts are gone,</Text>
        </li>
        <li>
          <Text>you are no longer a member of any community, and your roles end,</Text>
        </li>
        <li>
          <Text>what you wrote stays with the communities, signed “Former member”.</Text>
        </li>
      </ul>
      <Text>You may want to download your data first.</Text>
      <Field label="Type the word erase to confirm" required>
        <Input value={word} autoComplete="off" onChange={(_, { value }) => setWord(value)} />
      </Field>
    </FormDialog>
  );
}
