import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

export type IntentKeys = {
  /** The key for `input`: the same one as long as the same thing is being tried again. */
  keyFor(input: unknown): string;
  /** The intent was carried out; doing the same again would be a new one. */
  fulfilled(): void;
};

/**
 * Gives each intent of a person one idempotency key: pressing “Send” again after a lost answer repeats the key, so the
 * thing happens once; another text, or the same text after a success, is a new intent.
 */
export function intentKeys(newKey: () => string = () => crypto.randomUUID()): IntentKeys {
  let last: { print: string; key: string } | undefined;
  return {
    keyFor(input) {
      const print = JSON.stringify(input) ?? '';
      if (last?.print !== print) last = { print, key: newKey() };
      return last.key;
    },
    fulfilled() {
      last = undefined;
    },
  };
}

type ActionOptions<Output, Input> = {
  /** What else may look different afterwards; these are fetched anew when they are on screen. */
  readonly touches?: readonly QueryKey[];
  readonly onDone?: (output: Output, input: Input) => void;
};

/** A write: sends under the intent's key, then refreshes what it touched. */
export function useAction<Output, Input = void>(
  send: (input: Input, idempotencyKey: string) => Promise<Output>,
  { touches = [], onDone }: ActionOptions<Output, Input> = {},
) {
  const queries = useQueryClient();
  const [keys] = useState(() => intentKeys());

  return useMutation<Output, unknown, Input>({
    mutationFn: (input) => send(input, keys.keyFor(input ?? null)),
    onSuccess: async (output, input) => {
      keys.fulfilled();
      onDone?.(output, input);
      await Promise.all(touches.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
