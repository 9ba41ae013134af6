import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { DialogGround } from './dialog-ground.ts';
import { useFocusBack } from '../shell/focus.ts';
import { Problem } from './problem.tsx';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
    // A long form scrolls; without this a notice in it would be squeezed to one line.
    '& > *': { flexShrink: 0 },
  },
});

type Props = {
  readonly title: string;
  /** What the button does, as a verb: “Close the community”. */
  readonly action: string;
  readonly children: ReactNode;
  readonly busy?: boolean;
  readonly ready?: boolean;
  readonly error?: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** A small form in a dialog: says what will happen, keeps what was typed when it fails, closes only on success. */
export function FormDialog({ title, action, children, busy = false, ready = true, error, onConfirm, onClose }: Props) {
  const styles = useStyles();
  useFocusBack();
  const [ground, setGround] = useState<HTMLElement | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (ready && !busy) onConfirm();
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface ref={setGround}>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              <DialogGround.Provider value={ground}>{children}</DialogGround.Provider>
              {error !== undefined && error !== null && <Problem error={error} />}
            </DialogContent>
            <DialogActions fluid>
              <Button type="submit" appearance="primary" disabledFocusable={busy || !ready}>
                {busy ? 'One moment…' : action}
              </Button>
              <DialogTrigger disableButtonEnhancement>
                <Button>Cancel</Button>
              </DialogTrigger>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
