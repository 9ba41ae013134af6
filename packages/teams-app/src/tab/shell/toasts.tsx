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
import { useEffect } from 'react';
import type { Notice } from './notices.tsx';

/** Long enough to read and to reach “Undo” by keyboard; hovering or focusing a toast holds it. */
const STAY_MS = 7000;

type Props = { readonly waiting: readonly Notice[]; readonly onShown: (shown: readonly Notice[]) => void };

/** Fluent's toasts, fetched only when there is something to say: they weigh as much as a page. */
export default function Toasts({ waiting, onShown }: Props) {
  const toasterId = useId('notices');
  const { dispatchToast } = useToastController(toasterId);

  useEffect(() => {
    if (waiting.length === 0) return;
    for (const notice of waiting) {
      dispatchToast(<NoticeToast notice={notice} />, {
        intent: notice.kind === 'done' ? 'success' : 'error',
        timeout: notice.kind === 'done' ? STAY_MS : -1,
      });
    }
    onShown(waiting);
  }, [waiting, onShown, dispatchToast]);

  return <Toaster toasterId={toasterId} position="bottom-end" pauseOnHover pauseOnWindowBlur limit={3} />;
}

function NoticeToast({ notice }: { notice: Notice }) {
  if (notice.kind === 'failed') {
    return (
      <Toast>
        <ToastTitle action={<Closing label="Close" />}>{notice.text}</ToastTitle>
        <ToastBody>{notice.why}</ToastBody>
      </Toast>
    );
  }
  const { text, undo } = notice;
  return (
    <Toast>
      <ToastTitle {...(undo && { action: <Closing label={undo.label ?? 'Undo'} onClick={undo.run} /> })}>
        {text}
      </ToastTitle>
    </Toast>
  );
}

function Closing({ label, onClick }: { label: string; onClick?: () => void }) {
  return (
    <ToastTrigger>
      <Link as="button" {...(onClick && { onClick })}>
        {label}
      </Link>
    </ToastTrigger>
  );
}
