import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import type { CommunityView } from '@copse/core/contracts';
import { useState } from 'react';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useEditCommunity } from './edit-community.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  step: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, padding: tokens.spacingHorizontalS },
  done: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
});

/** The first steps, which those who may edit tick off in place. The tick shows at once and comes back when it failed. */
export function NextSteps({ community: { id, firstSteps, abilities, revision } }: { community: CommunityView }) {
  const styles = useStyles();
  const notices = useNotices();
  const [steps, setSteps] = useState(firstSteps);
  const edit = useEditCommunity(id);
  if (steps.length === 0) return null;

  const tick = (index: number, done: boolean) => {
    const next = steps.map((step, at) => (at === index ? { ...step, done } : step));
    setSteps(next);
    edit.mutate(
      { body: { firstSteps: next }, revision },
      {
        onError: (error) => {
          setSteps(steps);
          notices.failed(error, 'The step was not saved');
        },
      },
    );
  };

  return (
    <Section title="Next steps">
      <ul className={styles.list}>
        {steps.map(({ text, done }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a step is known by its place
          <li key={index}>
            {abilities.edit ? (
              <Checkbox
                checked={done}
                disabled={edit.isPending}
                onChange={(_, data) => tick(index, data.checked === true)}
                label={
                  <Text className={done ? styles.done : undefined} dir="auto">
                    {text}
                  </Text>
                }
              />
            ) : (
              <div className={styles.step}>
                {done ? (
                  <CheckmarkCircleFilled fontSize={20} aria-label="Done" />
                ) : (
                  <CircleRegular fontSize={20} aria-label="To do" />
                )}
                <Text className={done ? styles.done : undefined} dir="auto">
                  {text}
                </Text>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
