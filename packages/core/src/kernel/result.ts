/** What a rule answers: a value, or the literal word for why it refuses. Bugs and outages throw instead. */
export type Result<Value, Reason extends string = never> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const;
export const refuse = <Reason extends string>(reason: Reason) => ({ ok: false, reason }) as const;
