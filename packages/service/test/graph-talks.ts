import { setTimeout as pause } from 'node:timers/promises';

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A message as Graph gives it. */
export const aMessage = (id: string, given: Readonly<Record<string, unknown>> = {}) => ({
  id,
  messageType: 'message',
  createdDateTime: '2026-03-02T09:00:00Z',
  deletedDateTime: null,
  from: {
    application: null,
    device: null,
    user: { id: 'C09E5B7A-2F31-4D86-8E1C-7B44A9F2D610', displayName: 'Ana Weber', userIdentityType: 'aadUser' },
  },
  body: { contentType: 'html', content: `<p>Words ${id}</p>` },
  attachments: [],
  ...given,
});

const AT_MOST = 50;
const REPLIES = /\/replies$/u;

/** Graph's lists of messages, by their path: the latest first, in pages, for whoever brings a token. */
export function graphTalks() {
  const lists = new Map<string, readonly unknown[]>();
  const asked: string[] = [];
  let slowMs = 0;

  return {
    /** What is said where: `/chats/…/messages`, or the path of a thread's first message, which is the first one given. */
    say: (path: string, messages: readonly unknown[]) => void lists.set(path, messages),
    /** Every path that was asked for, with its query. */
    asked,
    slow: (ms: number) => void (slowMs = ms),
    slowness: async () => void (slowMs > 0 && (await pause(slowMs))),

    answer({ pathname, search, searchParams, origin }: URL, authorization: string | undefined): Answer {
      asked.push(decodeURIComponent(`${pathname}${search}`));
      if (!authorization?.startsWith('Bearer token of ')) return { status: 401, body: {} };
      const path = decodeURIComponent(pathname.replace('/v1.0', ''));
      const said = lists.get(path.replace(REPLIES, ''));
      if (!said) return { status: 404, body: { error: { code: 'NotFound' } } };
      const isThread = path.startsWith('/teams/');
      if (isThread && !REPLIES.test(path)) return { status: 200, body: said[0] };

      const latestFirst = (isThread ? said.slice(1) : said).toReversed();
      const top = Number(searchParams.get('$top') ?? 20);
      if (top > AT_MOST) return { status: 400, body: { error: { code: 'BadRequest' } } };
      const skip = Number(searchParams.get('$skiptoken') ?? 0);
      const next = `${origin}${pathname}?$top=${top}&$skiptoken=${skip + top}`;
      return {
        status: 200,
        body: {
          value: latestFirst.slice(skip, skip + top),
          ...(skip + top < latestFirst.length ? { '@odata.nextLink': next } : {}),
        },
      };
    },
  };
}
