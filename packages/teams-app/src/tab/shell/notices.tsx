import {
  Link,
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { say } from '../lib/say.ts';

type Undo = { readonly label?: string; readonly run: () => void };

export type Notices = {
  /** Says that something was done; offers to take it back where that is possible. */
  done(text: string, undo?: Undo): void;
  /** Says why something was not done. For actions without a form; forms show the reason in place. */
  failed(problem: unknown, whatFailed: string): void;
};

const NoticesContext = createContext<Notices | undefined>(undefined);

/** Long enough to read and to reach «Undo» by keyboard; hovering or focusing a toast holds it. */
const STAY_MS = 7000;

export function NoticesProvider({ children }: { children: ReactNode }) {
  const toasterId = useId('notices');
  const { dispatchToast } = useToastController(toasterId);

  const done = useCallback(
    (text: string, undo?: Undo) =>
      dispatchToast(
        <Toast>
          <ToastTitle
            {...(undo && {
              action: (
                <ToastTrigger>
                  <Link as="button" onClick={undo.run}>
                    {undo.label ?? 'Undo'}
                  </Link>
                </ToastTrigger>
              ),
            })}
          >
            {text}
          </ToastTitle>
        </Toast>,
        { intent: 'success', timeout: STAY_MS },
      ),
    [dispatchToast],
  );

  const failed = useCallback(
    (problem: unknown, whatFailed: string) => {
      const { why, next } = say(problem);
      dispatchToast(
        <Toast>
          <ToastTitle
            action={
              <ToastTrigger>
                <Link as="button">Close</Link>
              </ToastTrigger>
            }
          >
            {whatFailed}
          </ToastTitle>
          <ToastBody>
            {why} {next}
          </ToastBody>
        </Toast>,
        { intent: 'error', timeout: -1 },
      );
    },
    [dispatchToast],
  );

  const notices = useMemo(() => ({ done, failed }), [done, failed]);
  return (
    <NoticesContext.Provider value={notices}>
      {children}
      <Toaster toasterId={toasterId} position="bottom-end" pauseOnHover pauseOnWindowBlur limit={3} />
    </NoticesContext.Provider>
  );
}

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('useNotices needs a NoticesProvider above it');
  return notices;
}
