import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { CommunityView } from '@copse/core/contracts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useDraft } from '../../shell/draft.ts';
import { fieldMessage } from '../../lib/say.ts';
import { useFocusBack } from '../../shell/focus.ts';
import { useNotices } from '../../shell/notices.tsx';
import { Problem } from '../problem.tsx';
import { DoorStep } from './door-step.tsx';
import { useFoundCommunity } from './found-community.ts';
import { emptyFounding, type FoundingProblems, problemsOf, type Step, steps } from './founding.ts';
import { KindStep } from './kind-step.tsx';
import { PurposeStep } from './purpose-step.tsx';
import { ReviewStep } from './review-step.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '46rem' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minHeight: '18rem',
    outlineStyle: 'none',
    paddingBottom: tokens.spacingVerticalL,
  },
  step: { color: tokens.colorNeutralForeground3 },
});

const stepTitles: Record<Step, string> = {
  kind: 'What kind of community?',
  purpose: 'What is it for?',
  door: 'Who may come in?',
  review: 'Does this look right?',
};

type Props = {
  readonly onClose: () => void;
  /** Without it, the new community is opened. */
  readonly onFounded?: (community: CommunityView) => void;
};

/** Founds a community in four small steps. What was typed waits on the device until it is founded or thrown away. */
export default function FoundDialog({ onClose, onFounded }: Props) {
  const styles = useStyles();
  const notices = useNotices();
  const [, navigate] = useLocation();
  useFocusBack();
  const draft = useDraft('found-community', emptyFounding);
  const [step, setStep] = useState<Step>('kind');
  const [problems, setProblems] = useState<FoundingProblems>({});
  const content = useRef<HTMLDivElement>(null);
  const found = useFoundCommunity((community) => {
    draft.settle();
    notices.done(`${community.name} is founded.`);
    onClose();
    if (onFounded) onFounded(community);
    else navigate(`/communities/${community.id}`);
  });
  const index = steps.indexOf(step);
  const founding = draft.value;

  // A new step starts at its top, for eyes and for screen readers.
  const previous = useRef(step);
  useEffect(() => {
    if (previous.current !== step) content.current?.focus();
    previous.current = step;
  }, [step]);

  const goTo = (next: Step) => {
    setProblems({});
    setStep(next);
  };
  const forward = (event: FormEvent) => {
    event.preventDefault();
    const open = problemsOf(founding, step);
    setProblems(open);
    if (Object.keys(open).length > 0) return;
    const next = steps[index + 1];
    if (next) goTo(next);
    else found.mutate(founding);
  };
  const refused: FoundingProblems = found.error
    ? Object.fromEntries(
        (['name', 'purpose', 'cadence'] as const).flatMap((field) => {
          const message = fieldMessage(found.error, field);
          return message ? [[field, message]] : [];
        }),
      )
    : {};
  const shown = { ...refused, ...problems };
  const change = (change: Partial<typeof founding>) => draft.change({ ...founding, ...change });

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={forward} noValidate>
          <DialogBody>
            <DialogTitle>Found a community</DialogTitle>
            <DialogContent>
              <section ref={content} tabIndex={-1} className={styles.content} aria-label={stepTitles[step]}>
                <div>
                  <Text size={200} className={styles.step}>
                    Step {index + 1} of {steps.length}
                  </Text>
                  <br />
                  <Text weight="semibold" size={400}>
                    {stepTitles[step]}
                  </Text>
                </div>
                {step === 'kind' && <KindStep founding={founding} problems={shown} onChange={draft.change} />}
                {step === 'purpose' && <PurposeStep founding={founding} problems={shown} onChange={change} />}
                {step === 'door' && <DoorStep founding={founding} problems={shown} onChange={change} />}
                {step === 'review' && <ReviewStep founding={founding} onBack={goTo} />}
                {found.isError && <Problem error={found.error} />}
              </section>
            </DialogContent>
            <DialogActions fluid>
              {index > 0 && <Button onClick={() => goTo(steps[index - 1] ?? 'kind')}>Back</Button>}
              <Button type="submit" appearance="primary" disabledFocusable={found.isPending}>
                {step === 'review' ? (found.isPending ? 'Founding…' : 'Found the community') : 'Next'}
              </Button>
              <Button onClick={onClose}>Close</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
