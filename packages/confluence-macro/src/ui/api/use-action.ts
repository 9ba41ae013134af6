import { useCallback, useRef, useState } from 'react';
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
    key.current ??= crypto.randomUUID();
    setBusy(true);
    setFailure(undefined);
    void write({ idempotencyKey: key.current }).then((answer) => {
      running.current = false;
      setBusy(false);
      // A refusal is an answer too: only an unreachable service leaves it open whether something was written.
      if (answer.ok || answer.failure.reason !== 'unreachable') key.current = undefined;
      if (answer.ok) done(answer.value);
      else setFailure(answer.failure);
    });
  }, []);

  const clear = useCallback(() => setFailure(undefined), []);
  return { busy, failure, run, clear };
}
