import { Field, Select } from '@fluentui/react-components';
import type { PersonCard } from '@copse/core/contracts';
import { type CreditKind, creditKinds } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useCreditPerson } from './credit-person.ts';
import { creditNames } from './credit-names.ts';

/** Names somebody who had a part in a practice. */
export default function CreditDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [person, setPerson] = useState<PersonCard>();
  const [credit, setCredit] = useState<CreditKind>('contributor');
  const notices = useNotices();
  const give = useCreditPerson(id, () => {
    notices.done(`${person?.name ?? 'Your colleague'} is credited.`);
    onClose();
  });
  return (
    <FormDialog
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
