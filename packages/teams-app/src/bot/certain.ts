import type { Result } from '@copse/core';

/** The value of a use case that never refuses. Should core begin to refuse there, the compiler asks for an answer. */
export function certain<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error('A use case refused that never does');
  return result.value;
}
