import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { PersonCard, PracticeView } from '@copse/core/contracts';
import { type CreditKind, creditKinds } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Person } from '../../parts/person.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useCreditPerson } from './credit-person.ts';
import { useRemoveCredit } from './remove-credit.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

export const creditNames: Record<CreditKind, string> = {
  author: 'Author',
  contributor: 'Contributor',
  reviewer: 'Reviewer',
};

/** Who made the practice what it is. */
export function Credits({ practice: { id, owner, contributors, abilities } }: { practice: PracticeView }) {
  const styles = useStyles();
  const [crediting, setCrediting] = useState(false);
  const notices = useNotices();
  const restore = useCreditPerson(id);
  const remove = useRemoveCredit(id);
  const drop = (person: PersonCard, credit: CreditKind) => {
    const personId = person.id;
    if (!personId) return;
    remove.mutate(personId, {
      onSuccess: () =>
        notices.done(`${person.name} is no longer credited.`, { run: () => restore.mutate({ personId, credit }) }),
      onError: (error) => notices.failed(error, 'The credit was not removed'),
    });
  };

  return (
    <Section title="Credit">
      <ul className={styles.list}>
        <li>
          <Person person={owner} note="Owner" />
        </li>
        {contributors.map(({ person, credit }) => (
          <li key={`${person.id ?? person.name} ${credit}`} className={styles.row}>
            <Person person={person} note={creditNames[credit]} />
            {abilities.credit && person.id && (
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={`Remove the credit of ${person.name}`}
                onClick={() => drop(person, credit)}
              />
            )}
          </li>
        ))}
      </ul>
      {abilities.credit && <Button onClick={() => setCrediting(true)}>Credit somebody</Button>}
      {crediting && <CreditDialog id={id} onClose={() => setCrediting(false)} />}
    </Section>
  );
}

function CreditDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [person, setPerson] = useState<PersonCard>();
  const [credit, setCredit] = useState<CreditKind>('contributor');
  const notices = useNotices();
  const give = useCreditPerson(id, () => {
    notices.done(`${person?.name ?? 'Your colleague'} is credited.`);
    onClose();
  });
  return (
    <FormDialog
      open
      title="Credit somebody"
      action="Give credit"
      ready={person?.id !== undefined}
      busy={give.isPending}
      error={give.error}
      onConfirm={() => person?.id && give.mutate({ personId: person.id, credit })}
      onClose={onClose}
    >
      <PersonPicker label="Who?" chosen={person} onChoose={setPerson} required />
      <Field label="For what?" hint="Authors may edit it too.">
        <Select value={credit} onChange={(_, { value }) => setCredit(value as CreditKind)}>
          {creditKinds.map((kind) => (
            <option key={kind} value={kind}>
              {creditNames[kind]}
            </option>
          ))}
        </Select>
      </Field>
    </FormDialog>
  );
}
