import { withoutForbidden } from '@copse/core';

/** Deeper than anything that Teams sends; whoever nests so deep wants something else. */
const DEEPEST = 40;

/** The same as it was parsed from JSON, its texts without the characters that no text here may have: nobody typed those. */
export function withoutControls(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutForbidden(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((one) => withoutControls(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutControls(one, depth + 1)]));
}
