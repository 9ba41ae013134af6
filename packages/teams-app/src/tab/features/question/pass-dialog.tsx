import { Text } from '@fluentui/react-components';
import type { PersonCard, QuestionView } from '@copse/core/contracts';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useMe } from '../../shell/see-me.ts';
import { usePassQuestion } from './pass-question.ts';

/** Passes the question on to a member who knows more. */
export default function PassDialog({ question, onClose }: { question: QuestionView; onClose: () => void }) {
  const [to, setTo] = useState<PersonCard>();
  const me = useMe();
  const notices = useNotices();
  const pass = usePassQuestion(question.id, () => {
    notices.done('Passed on. They are asked in their working hours.');
    onClose();
  });
  return (
    <FormDialog
      title="Pass it on"
      action="Pass it on"
      ready={to !== undefined}
      busy={pass.isPending}
      error={pass.error}
      onConfirm={() => to?.id && pass.mutate({ toPersonId: to.id })}
      onClose={onClose}
    >
      <Text>
        They are told that somebody who was asked thinks that they know more about it, and not who. Nobody is asked
        twice.
      </Text>
      <PersonPicker
        label="Who may know more?"
        hint={`A member of ${question.community.name}.`}
        chosen={to}
        onChoose={setTo}
        communityId={question.community.id}
        except={[me.data?.id, question.author.person?.id]}
        required
      />
    </FormDialog>
  );
}
