import type { Core } from '@copse/core';
import { clip } from '../cards/plain.ts';
import { extensionWords } from '../extension-strings.ts';
import { extensionSays, resultsBody } from '../invoke-body.ts';
import { words as say } from '../strings.ts';
import type { Reply, Turn } from '../turn.ts';
import { resultsOf } from './results.ts';
import { type Found, SEARCHES, type SearchName, type Stretch } from './search.ts';

const PAGE = 25;
/** Nobody scrolls further; who needs more narrows the search. */
const DEEPEST = 500;
const LONGEST_STRETCH = 100;
const LONGEST_WORDS = 100;
/** Teams gives up after five seconds. */
const PATIENCE_MS = 4000;

/** Answers a search command: a page of results to choose from, within the time that Teams waits. */
export async function answerQuery(core: Core, turn: Turn, value: unknown): Promise<Reply> {
  const asked = readQuery(value);
  if (!asked) return { body: extensionSays(say.oldButton) };
  return { body: await inTime(search(core, turn, asked), extensionSays(extensionWords.slow)) };
}

async function search(core: Core, turn: Turn, { name, words, skip, count }: Query): Promise<object> {
  const { list, share } = SEARCHES[name](core, turn, words);
  const found = await pageAt(list, skip, count);
  const shared = (await Promise.all(found.map(share))).filter((one) => one !== undefined);
  // The end of a list that was scrolled is no reason to say that there is nothing.
  if (shared.length > 0 || skip > 0) return resultsBody(await resultsOf(core, turn, shared));
  return extensionSays(words ? extensionWords.nothing(words) : extensionWords.none[name]);
}

/** Teams counts in rows and our lists go on from cursors, so the rows before are read over, a hundred at a time. */
async function pageAt<One>(
  list: (stretch: Stretch) => Promise<Found<One>>,
  skip: number,
  count: number,
): Promise<readonly One[]> {
  let cursor: string | undefined;
  for (let left = skip; left > 0;) {
    const limit = Math.min(left, LONGEST_STRETCH);
    const over = await list({ limit, ...(cursor ? { cursor } : {}) });
    if (!over.nextCursor) return [];
    cursor = over.nextCursor;
    left -= limit;
  }
  const { items } = await list({ limit: count, ...(cursor ? { cursor } : {}) });
  return items;
}

type Query = { readonly name: SearchName; readonly words: string; readonly skip: number; readonly count: number };

/** What Teams asks, as far as it makes sense; nothing for a command that is none of ours. */
function readQuery(value: unknown): Query | undefined {
  const { commandId, parameters, queryOptions } = record(value);
  if (typeof commandId !== 'string' || !Object.hasOwn(SEARCHES, commandId)) return undefined;
  const given = Array.isArray(parameters) ? parameters.slice(0, 5).map(record) : [];
  const written = given.find(({ name }) => name === 'query')?.['value'];
  const { skip, count } = record(queryOptions);
  return {
    name: commandId as SearchName,
    words: typeof written === 'string' ? clip(written.slice(0, 1000).trim(), LONGEST_WORDS) : '',
    skip: whole(skip, 0, DEEPEST) ?? 0,
    count: whole(count, 1, PAGE) ?? PAGE,
  };
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const whole = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? Math.min(Math.max(value, least), most) : undefined;

async function inTime<Value>(work: Promise<Value>, otherwise: Value): Promise<Value> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<Value>((give) => {
    late = setTimeout(() => give(otherwise), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(late);
    work.catch(() => undefined);
  }
}
