/** What the workbench's own server tells its page, and how the page asks. */
export interface ShownPerson {
  readonly key: string;
  readonly name: string;
  readonly part: string;
  readonly about: string;
  readonly affiliation: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly email: string;
  readonly objectId: string;
  readonly atlassianId: string;
  readonly colour: string;
  readonly conversationId: string;
}

export interface Channel {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

export interface Chat extends Channel {
  /** The keys of who is in it. */
  readonly members: readonly string[];
}

/** Where several people write to each other: a channel of the team, or a chat. */
export type Group = ({ readonly kind: 'channel' } & Channel) | ({ readonly kind: 'chat' } & Chat);

export interface SceneInfo {
  readonly organisation: { readonly name: string; readonly tenantId: string; readonly siteUrl: string };
  readonly teamsAppId: string;
  readonly botAppId: string;
  readonly serviceUrl: string;
  readonly team: {
    readonly id: string;
    readonly groupId: string;
    readonly name: string;
    readonly channels: readonly Channel[];
  };
  readonly chats: readonly Chat[];
  readonly people: readonly ShownPerson[];
}

/** Said to the person as it is: the server words its problems for reading. */
export class Problem extends Error {}

export async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/window${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Problem('The workbench does not answer. Has it been stopped?');
  });
  const text = await response.text();
  const answer: unknown = text ? JSON.parse(text) : undefined;
  if (response.ok) return answer as T;
  const { problem } = (answer ?? {}) as { problem?: string };
  throw new Problem(problem ?? 'Something went wrong.');
}

export type SceneEvent = { readonly type: 'conversation' | 'typing' | 'tabs' | 'pages'; readonly id?: string };

const heard = new Set<(event: SceneEvent) => void>();
let stream: EventSource | undefined;

/** Calls back for every change in any window; one connection for the whole page. */
export function onSceneEvent(listener: (event: SceneEvent) => void): () => void {
  heard.add(listener);
  if (!stream) {
    stream = new EventSource('/window/events');
    stream.addEventListener('message', ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as SceneEvent));
    // What happened before the connection stood, at first or after a gap, is fetched now.
    stream.addEventListener('open', () => {
      for (const type of ['conversation', 'tabs', 'pages'] as const) tell({ type });
    });
  }
  return () => void heard.delete(listener);
}

const tell = (event: SceneEvent) => {
  for (const listener of heard) listener(event);
};

const tokens = new Map<string, { token: string; until: number }>();

/** A person's access token, kept for half an hour. */
export async function tokenOf(person: ShownPerson): Promise<string> {
  const known = tokens.get(person.key);
  if (known && known.until > Date.now()) return known.token;
  const { token } = await ask<{ token: string }>('GET', `/people/${person.key}/token`);
  tokens.set(person.key, { token, until: Date.now() + 30 * 60_000 });
  return token;
}
