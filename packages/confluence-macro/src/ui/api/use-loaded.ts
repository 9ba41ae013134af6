import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Failure } from './response.ts';

export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | { readonly state: 'ready'; readonly value: Value; readonly replace: (value: Value) => void };

/** Loads what `key` names, again whenever the key changes; a late answer for an older key is dropped. */
export function useLoaded<Value>(key: string, load: () => Promise<Answer<Value>>): Loaded<Value> {
  const [loaded, setLoaded] = useState<{ key: string; answer: Answer<Value> }>();
  const [tries, setTries] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    let current = true;
    setLoaded(undefined);
    void latest.current().then((answer) => current && setLoaded({ key, answer }));
    return () => {
      current = false;
    };
  }, [key, tries]);

  const retry = useCallback(() => setTries((count) => count + 1), []);
  const replace = useCallback((value: Value) => setLoaded({ key, answer: { ok: true, value } }), [key]);

  if (loaded?.key !== key) return { state: 'loading' };
  const { answer } = loaded;
  return answer.ok
    ? { state: 'ready', value: answer.value, replace }
    : { state: 'failed', failure: answer.failure, retry };
}
