import { useCallback, useEffect, useRef, useState } from 'react';

/** Unsaved words are kept this long on the device, then forgotten. */
const KEEP_MS = 30 * 24 * 3600 * 1000;
const PREFIX = 'copse.draft.';
const PAUSE_MS = 400;

type Kept<Value> = { readonly value: Value; readonly at: number };

/** Storage may be missing or full (private windows, blocked third-party storage): a page must work without. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export function readDraft<Value>(key: string, now = Date.now()): Kept<Value> | undefined {
  const text = attempt(() => localStorage.getItem(PREFIX + key));
  const kept = text ? attempt(() => JSON.parse(text) as Kept<Value>) : undefined;
  if (!kept || typeof kept.at !== 'number' || now - kept.at > KEEP_MS) return undefined;
  return kept;
}

export function keepDraft(key: string, value: unknown, now = Date.now()) {
  attempt(() => localStorage.setItem(PREFIX + key, JSON.stringify({ value, at: now })));
}

export function forgetDraft(key: string) {
  attempt(() => localStorage.removeItem(PREFIX + key));
}

/** Forgets everything that was typed and not saved on this device: part of erasing oneself. */
export function forgetAllDrafts() {
  attempt(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  });
}

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

/** Form state that survives a closed tab. `key` names the thing being written, per person and place. */
export function useDraft<Value>(key: string, start: Value): Draft<Value> {
  const [found] = useState(() => readDraft<Value>(key));
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
