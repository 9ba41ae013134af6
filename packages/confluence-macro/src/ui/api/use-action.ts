import { useCallback, useRef, useState } from 'react';
import { leavesOpen, writeOnce } from './once.ts';
import type { Answer, Failure } from './response.ts';

type Action = {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Runs one write. Until it succeeds, every further try carries the same key, so it is written once at most. */
  readonly run: <Value>(
    write: (key: { idempotencyKey: string }) => Promise<Answer<Value>>,
    done: (value: Value) => void,
  ) => void;
  readonly clear: () => void;
};

/** One button's write: busy while it runs, its failure kept until the next try. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const key = useRef<string | undefined>(undefined);
  const running = useRef(false);

  const run = useCallback<Action['run']>((write, done) => {
    if (running.current) return;
    running.current = true;
    const idempotencyKey = (key.current ??= crypto.randomUUID());
    setBusy(true);
    setFailure(undefined);
    void writeOnce(() => write({ idempotencyKey })).then((answer) => {
      running.current = false;
      setBusy(false);
      if (answer.ok || !leavesOpen(answer.failure)) key.current = undefined;
      if (answer.ok) done(answer.value);
      else setFailure(answer.failure);
    });
  }, []);

  const clear = useCallback(() => setFailure(undefined), []);
  return { busy, failure, run, clear };
}
