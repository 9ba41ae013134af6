/**
 * Reads what came back with a pressed button. Whoever can see a card can also write such data by hand, so nothing in it
 * is trusted: an id is looked up as the person who pressed, and a text is bounded.
 */
export const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export function idIn(data: unknown, name: string): string | undefined {
  const value = fieldOf(data, name);
  return typeof value === 'string' && GUID.test(value) ? value.toLowerCase() : undefined;
}

export function textIn(data: unknown, name: string, max: number): string | undefined {
  const value = fieldOf(data, name);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text !== '' && text.length <= max ? text : undefined;
}

/** What was typed, however long: too long is for the reader to say, since nothing typed may be lost. */
export function typedIn(data: unknown, name: string): string {
  const value = fieldOf(data, name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim() : '';
}

export function numberIn(data: unknown, name: string): number | undefined {
  const value = fieldOf(data, name);
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** Topics as people type them into one field, with commas between. */
export const topicsIn = (typed: string): string[] =>
  typed
    .split(/[,;\n]/)
    .map((topic) => topic.trim())
    .filter(Boolean);

/** A ticked box comes back as the word. */
export const isTicked = (data: unknown, name: string): boolean => fieldOf(data, name) === 'true' || isSet(data, name);

export const isSet = (data: unknown, name: string): boolean => fieldOf(data, name) === true;

function fieldOf(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, name)
    ? (data as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
