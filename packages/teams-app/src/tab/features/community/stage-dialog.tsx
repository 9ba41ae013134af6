import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { ChangeStageInput, CommunityView } from '@copse/core/contracts';
import { communityLimits, stageNames, stages } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useChangeStage } from './change-stage.ts';

type Stage = ChangeStageInput['stage'];
const living = stages.filter((stage): stage is Stage => stage !== 'closed');

export default function StageDialog({ community, onClose }: { community: CommunityView; onClose: () => void }) {
  const { id, stage: before } = community;
  const [stage, setStage] = useState(before);
  const [note, setNote] = useState('');
  const notices = useNotices();
  const change = useChangeStage(id, (changed) => {
    notices.done(`The stage is now “${stageNames[changed.stage].name}”.`);
    onClose();
  });
  const chosen = living.find((one) => one === stage);
  return (
    <FormDialog
      title="Change the stage"
      action="Save stage"
      ready={chosen !== undefined && stage !== before}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => chosen && change.mutate({ stage: chosen, ...(note.trim() ? { note } : {}) })}
      onClose={onClose}
    >
      <Field label="Where does the community stand?">
        <RadioGroup value={stage} onChange={(_, { value }) => setStage(value as Stage)}>
          {living.map((one) => (
            <Radio key={one} value={one} label={`${stageNames[one].name}: ${stageNames[one].means}`} />
          ))}
        </RadioGroup>
      </Field>
      <Field label="What changed?" hint="Optional; it stays in the history.">
        <Textarea
          value={note}
          maxLength={communityLimits.note}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
    </FormDialog>
  );
}
