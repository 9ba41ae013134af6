import { Button, Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import type { PracticeView } from '@copse/core/contracts';
import { type Life, type LifeAction, lifeNames, lives, practiceLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { today } from '../../lib/dates.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useChangeLife } from './change-life.ts';
import { lifeWords } from './life-words.ts';

const useStyles = makeStyles({
  path: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
  },
  now: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  dot: {
    width: '0.6rem',
    height: '0.6rem',
    flexShrink: 0,
    borderRadius: '50%',
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    boxSizing: 'border-box',
  },
  here: { border: 'none', backgroundColor: tokens.colorBrandBackground },
  buttons: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
});

/** The usual way of a practice. Review and retirement are shown when it is there. */
const usual: readonly Life[] = ['draft', 'proposed', 'endorsed', 'in-use'];

/** Where the practice stands on its way, and the steps that this person may take. */
export function LifeSteps({ practice }: { practice: PracticeView }) {
  const styles = useStyles();
  const [asking, setAsking] = useState<LifeAction>();
  const notices = useNotices();
  const change = useChangeLife(practice.id, (_, { action }) => notices.done(lifeWords[action].done));
  const { life, abilities } = practice;
  const take = (action: LifeAction) => {
    if (lifeWords[action].asks !== 'nothing') return setAsking(action);
    return change.mutate({ action, body: {} }, { onError: (error) => notices.failed(error, 'Nothing was changed') });
  };

  return (
    <Section title="Life">
      <ol className={styles.path}>
        {lives
          .filter((one) => usual.includes(one) || one === life)
          .map((one) => (
            <li
              key={one}
              className={one === life ? `${styles.step} ${styles.now}` : styles.step}
              aria-current={one === life ? 'step' : undefined}
            >
              <span className={one === life ? `${styles.dot} ${styles.here}` : styles.dot} aria-hidden />
              <span>
                {lifeNames[one].name}
                {one === life && <Text size={200}>: {lifeNames[one].means}</Text>}
              </span>
            </li>
          ))}
      </ol>
      {abilities.life.length > 0 && (
        <div className={styles.buttons}>
          {abilities.life.map((action, index) => (
            <Button
              key={action}
              appearance={index === 0 && action !== 'retire' && action !== 'withdraw' ? 'primary' : 'secondary'}
              disabledFocusable={change.isPending}
              onClick={() => take(action)}
            >
              {lifeWords[action].verb}
            </Button>
          ))}
        </div>
      )}
      {asking && <LifeDialog practice={practice} action={asking} onClose={() => setAsking(undefined)} />}
    </Section>
  );
}

function LifeDialog({
  practice,
  action,
  onClose,
}: {
  practice: PracticeView;
  action: LifeAction;
  onClose: () => void;
}) {
  const { verb, means, done, asks } = lifeWords[action];
  const [reason, setReason] = useState('');
  const [reviewBy, setReviewBy] = useState('');
  const notices = useNotices();
  const change = useChangeLife(practice.id, () => {
    notices.done(done);
    onClose();
  });
  const body = { ...(reason.trim() ? { reason } : {}), ...(reviewBy ? { reviewBy } : {}) };
  return (
    <FormDialog
      open
      title={`${verb}?`}
      action={verb}
      ready={asks !== 'reason' || reason.trim() !== ''}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ action, body })}
      onClose={onClose}
    >
      <Text>{means}</Text>
      {asks === 'review-date' && (
        <Field label="Review it again by" hint="Optional. Left empty, Copse chooses a date.">
          <Input type="date" value={reviewBy} min={today()} onChange={(_, { value }) => setReviewBy(value)} />
        </Field>
      )}
      <Field label={asks === 'reason' ? 'Reason' : 'Remark'} required={asks === 'reason'}>
        <Textarea
          value={reason}
          maxLength={practiceLimits.note}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </FormDialog>
  );
}
