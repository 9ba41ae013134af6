import { ok, refuse } from '@copse/core';
import type { Looked, Saying, TalkPlace, ThreadReader, ThreadRefusal } from '@copse/teams-app/bot';
import type { GraphSettings } from '../config.ts';
import { appTokens, NoTokenError } from './app-tokens.ts';
import { faultOf, passes } from './graph-fault.ts';
import { readPage, readSaying } from './read-sayings.ts';

type Parts = {
  readonly now: () => Date;
  /** Hears why nothing was read, for whoever runs the service; never names, words or tokens. */
  readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void;
};

/** Without a message that is looked for, the latest are enough. */
type Sought = Omit<Looked, 'around'> & { readonly around: string | undefined };

const NOT_READ = 'no thread was read in Teams';
/** As many as Graph gives at once. */
const PAGE = 50;
/** Somebody is waiting, and Graph answers a page in a good part of a second. */
const MOST_PAGES = 4;

/** Graph refuses, or says something that it should not. */
class ThreadFault extends Error {
  override readonly name = 'ThreadFault';
  readonly refusal: ThreadRefusal;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(refusal: ThreadRefusal, fields: Readonly<Record<string, unknown>>) {
    super(NOT_READ);
    this.refusal = refusal;
    this.fields = fields;
  }
}

/**
 * Reads threads of channels and chats by Microsoft Graph, as the application itself. Works in teams and chats that have
 * agreed to it by adding the app: ChannelMessage.Read.Group and ChatMessage.Read.Chat, consent for one resource each.
 */
export function graphThreads(settings: GraphSettings, { now, warn }: Parts): ThreadReader {
  const { url, tenantIds } = settings;
  const tokens = appTokens(settings, now);
  /** Until when Graph wants to be left alone, by tenant; in milliseconds. */
  const busyUntil = new Map<string, number>();

  async function get(address: string, tenantId: string, signal: AbortSignal): Promise<unknown> {
    const token = await unlessOver(signal, tokens.of(tenantId));
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const response = await fetch(address, { headers, redirect: 'error', signal });
    const said: unknown = await response.json().catch(() => undefined);
    if (response.ok) return said;
    if (response.status === 401) tokens.forget(tenantId);
    if (response.status === 429) busyUntil.set(tenantId, now().getTime() + waitOf(response) * 1000);
    throw new ThreadFault(refusalOf(response.status), faultOf(response, said ?? {}));
  }

  /** A list comes with the latest first, page by page, and is read until there is enough around what is looked for. */
  async function list(
    first: string,
    tenantId: string,
    { around: id, most, signal }: Sought,
  ): Promise<readonly Saying[]> {
    const found: Saying[] = [];
    let address: string | undefined = first;
    for (let page = 0; address !== undefined && page < MOST_PAGES; page += 1) {
      const { sayings, next } = readPage(await get(address, tenantId, signal), tenantId);
      found.push(...sayings);
      const at = found.findIndex((saying) => saying.id === id);
      const enough = id === undefined ? found.length >= most : at >= 0 && found.length - at > most / 2;
      // A token goes to Graph and nowhere else, whatever an answer names.
      address = !enough && next?.startsWith(`${url}/v1.0/`) ? next : undefined;
    }
    return around(found.toReversed(), id, most);
  }

  async function read(place: TalkPlace, looked: Looked): Promise<readonly Saying[]> {
    const { tenantId } = place;
    if (place.kind === 'chat') {
      const chat = `${url}/v1.0/chats/${encodeURIComponent(place.chatId)}/messages`;
      const latestFirst = `$top=${PAGE}&$orderby=${encodeURIComponent('createdDateTime desc')}`;
      return list(`${chat}?${latestFirst}`, tenantId, looked);
    }
    const { groupId, channelId, rootId } = place;
    const channel = `${url}/v1.0/teams/${encodeURIComponent(groupId)}/channels/${encodeURIComponent(channelId)}`;
    const root = `${channel}/messages/${encodeURIComponent(rootId)}`;
    const sought = looked.around === rootId ? undefined : looked.around;
    const [began, replies] = await Promise.all([
      get(root, tenantId, looked.signal),
      list(`${root}/replies?$top=${PAGE}`, tenantId, { ...looked, around: sought, most: looked.most - 1 }),
    ]);
    return [readSaying(began, tenantId) ?? [], replies].flat();
  }

  return async (place, looked) => {
    const { tenantId } = place;
    if (!tenantIds.includes(tenantId)) return refuse('threads-not-set-up');
    if ((busyUntil.get(tenantId) ?? 0) > now().getTime()) return refuse('thread-away');
    try {
      return ok(await read(place, looked));
    } catch (error) {
      if (error instanceof ThreadFault) {
        warn(error.fields, NOT_READ);
        return refuse(error.refusal);
      }
      warn(error instanceof NoTokenError ? { status: error.status, code: error.code } : { err: error }, NOT_READ);
      const isWrong = error instanceof NoTokenError && !passes(error.status);
      return refuse(isWrong ? 'threads-not-set-up' : 'thread-away');
    }
  };
}

/** At most so many: those around the message, or the latest where it is not among them. */
function around(sayings: readonly Saying[], id: string | undefined, most: number): readonly Saying[] {
  const at = sayings.findIndex((saying) => saying.id === id);
  const last = Math.max(0, sayings.length - most);
  const from = at < 0 ? last : Math.min(Math.max(0, at - Math.floor(most / 2)), last);
  return sayings.slice(from, from + most);
}

const refusalOf = (status: number): ThreadRefusal => (passes(status) ? 'thread-away' : 'thread-not-allowed');

/** Seconds. */
const waitOf = ({ headers }: Response): number => Math.min(Math.max(Number(headers.get('retry-after')) || 1, 1), 300);

/** What others wait for, too, goes on; only this one waits no longer. */
function unlessOver<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  signal.throwIfAborted();
  const over = new Promise<never>((_, fail) =>
    signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true }),
  );
  return Promise.race([work, over]);
}
