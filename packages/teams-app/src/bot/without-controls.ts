// Line ends and tabs are words' own; the rest no keyboard writes, and PostgreSQL takes no text with a zero byte in it.
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu;
/** Deeper than anything that Teams sends; whoever nests so deep wants something else. */
const DEEPEST = 40;

/** The same as it was parsed from JSON, its texts without control characters. */
export function withoutControls(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replaceAll(CONTROLS, '');
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((one) => withoutControls(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutControls(one, depth + 1)]));
}
