import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useMemo, useState } from 'react';
import { say } from '../lib/say.ts';

const Toasts = lazy(() => import(/* webpackChunkName: "toasts" */ './toasts.tsx'));

type Undo = { readonly label?: string; readonly run: () => void };

export type Notice =
  | { readonly kind: 'done'; readonly text: string; readonly undo?: Undo }
  | { readonly kind: 'failed'; readonly text: string; readonly why: string };

export type Notices = {
  /** Says that something was done; offers to take it back where that is possible. */
  done(text: string, undo?: Undo): void;
  /** Says why something was not done. For actions without a form; forms show the reason in place. */
  failed(problem: unknown, whatFailed: string): void;
};

const NoticesContext = createContext<Notices | undefined>(undefined);

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<readonly Notice[]>([]);
  const [spoken, setSpoken] = useState(false);

  const notices = useMemo<Notices>(() => {
    const tell = (notice: Notice) => {
      setSpoken(true);
      setWaiting((before) => [...before, notice]);
    };
    return {
      done: (text, undo) => tell({ kind: 'done', text, ...(undo ? { undo } : {}) }),
      failed(problem, text) {
        const { why, next } = say(problem);
        tell({ kind: 'failed', text, why: `${why} ${next}` });
      },
    };
  }, []);
  const forget = useCallback(
    (shown: readonly Notice[]) => setWaiting((all) => all.filter((notice) => !shown.includes(notice))),
    [],
  );

  return (
    <NoticesContext.Provider value={notices}>
      {children}
      {spoken && (
        <Suspense>
          <Toasts waiting={waiting} onShown={forget} />
        </Suspense>
      )}
    </NoticesContext.Provider>
  );
}

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('useNotices needs a NoticesProvider above it');
  return notices;
}
