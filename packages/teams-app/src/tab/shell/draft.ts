import { useCallback, useEffect, useRef, useState } from 'react';
import { fits, forgetDraft, keepDraft, readDraft } from '../lib/drafts.ts';
import { useSession } from './session.tsx';

const PAUSE_MS = 400;

export type Draft<Value> = {
  readonly value: Value;
  readonly change: (next: Value) => void;
  /** When the words that were found on this device had been typed; only set when there were some. */
  readonly restoredAt: number | undefined;
  /** Forgets the draft and goes back to `start`. */
  readonly discard: (start: Value) => void;
  /** To be called when it was saved on the service. */
  readonly settle: () => void;
};

/** Form state that survives a closed tab. `name` says what is being written; each person has their own drafts. */
export function useDraft<Value>(name: string, start: Value): Draft<Value> {
  const key = `${useSession().host.userId}.${name}`;
  const [found] = useState(() => {
    const kept = readDraft<Value>(key);
    return kept && fits(kept.value, start) ? kept : undefined;
  });
  const [value, setValue] = useState<Value>(found?.value ?? start);
  const [restoredAt, setRestoredAt] = useState(found?.at);
  const pending = useRef<{ value: Value } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (pending.current) keepDraft(key, pending.current.value);
    pending.current = undefined;
  }, [key]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const forget = () => {
    clearTimeout(timer.current);
    pending.current = undefined;
    forgetDraft(key);
    setRestoredAt(undefined);
  };

  return {
    value,
    restoredAt,
    change(next) {
      setValue(next);
      pending.current = { value: next };
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    discard(start) {
      forget();
      setValue(start);
    },
    settle: forget,
  };
}
