import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { deliveryStateNames } from '@copse/core/vocabulary';
import { useId, useState } from 'react';
import { PersonName } from '../../parts/person.tsx';
import { stateTones } from './delivery-tones.ts';
import { EndlessList } from './endless-list.tsx';
import { useRecipients } from './list-recipients.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  words: { overflowWrap: 'anywhere' },
  button: { alignSelf: 'flex-start' },
});

type Of = { readonly broadcastId: string; readonly about: string };

/** Whom a message to many is for, by name, where its sender wants to know: a list may be long. */
export function Recipients({ broadcastId, about }: Of) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <>
      <Button
        className={styles.button}
        size="small"
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        aria-label={`${open ? 'Hide who' : 'Who'} is told of ${about}`}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Hide who' : 'Who is told'}
      </Button>
      {open && (
        <div id={list}>
          <RecipientList broadcastId={broadcastId} about={about} />
        </div>
      )}
    </>
  );
}

function RecipientList({ broadcastId, about }: Of) {
  const styles = useStyles();
  return (
    <EndlessList
      query={useRecipients(broadcastId)}
      label={`Who is told of ${about}`}
      lines={3}
      empty={<Text size={200}>Nobody by name: whoever waits for a digest, or wants none of it, is only counted.</Text>}
    >
      {({ person, state, trouble }) => (
        <div className={styles.row}>
          <PersonName person={person} className={styles.words} />
          <Badge appearance="tint" color={stateTones[state]} title={deliveryStateNames[state].means}>
            {deliveryStateNames[state].name}
          </Badge>
          {trouble && (
            <Text size={200} className={styles.words}>
              {trouble.reason}
            </Text>
          )}
        </div>
      )}
    </EndlessList>
  );
}
