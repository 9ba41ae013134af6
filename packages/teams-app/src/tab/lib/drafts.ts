/** Unsaved words are kept this long on the device, then forgotten. */
const KEEP_MS = 30 * 24 * 3600 * 1000;
const PREFIX = 'copse.draft.';

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

/**
 * Whether a draft still fits the form it was written in: everything that `start` has is there, of the same kind. An
 * older version of the form may have kept something else, and a page must not break over it.
 */
export function fits(draft: unknown, start: unknown): boolean {
  if (start === undefined) return true;
  if (Array.isArray(start)) return Array.isArray(draft);
  if (typeof start !== 'object' || start === null) return typeof draft === typeof start;
  if (typeof draft !== 'object' || draft === null) return false;
  return Object.entries(start).every(([name, value]) => fits((draft as Record<string, unknown>)[name], value));
}
