import { Field, Select, Text } from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useMyCommunities } from '../../parts/list-my-communities.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useMoveQuestion } from './move-question.ts';

/** Takes the question to where people know more about it. */
export default function MoveDialog({ question, onClose }: { question: QuestionView; onClose: () => void }) {
  const [to, setTo] = useState('');
  const notices = useNotices();
  const communities = useMyCommunities();
  const move = useMoveQuestion(question.id, ({ community }) => {
    notices.done(`The question is in ${community.name} now.`);
    onClose();
  });
  return (
    <FormDialog
      title="Move to another community"
      action="Move"
      ready={to !== ''}
      busy={move.isPending}
      error={move.error}
      onConfirm={() => move.mutate({ toCommunityId: to })}
      onClose={onClose}
    >
      <Text>Its answers and comments go with it, and links to it go on working.</Text>
      <Loaded query={communities} skeleton={<LinesSkeleton lines={2} />}>
        {(mine) => {
          const others = mine.filter(({ id, abilities }) => abilities.ask && id !== question.community.id);
          return others.length === 0 ? (
            <Text>You take part in no other community that is open. Join the one where it belongs first.</Text>
          ) : (
            <Field label="Where does it belong?" required>
              <Select value={to} onChange={(_, { value }) => setTo(value)}>
                <option value="">Choose…</option>
                {others.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          );
        }}
      </Loaded>
    </FormDialog>
  );
}
