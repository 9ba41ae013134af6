import { type IncomingMessage, request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import type { ConnectorClient } from 'botframework-connector';

/** The connector did not take a message. What it answered is read for its code (`failureIn`) and said to nobody. */
class NotTakenError extends Error {
  override readonly name = 'NotTakenError';
  readonly statusCode: number;
  readonly body: unknown;
  readonly response: { readonly headers: { readonly get: (name: string) => string | undefined } };

  constructor({ statusCode = 0, headers }: IncomingMessage, body: unknown) {
    super('the connector did not take a message');
    this.statusCode = statusCode;
    this.body = body;
    this.response = { headers: { get: (name) => headers[name]?.toString() } };
  }
}

/** What we use of the client, whose own types hide its credentials. */
type Sender = {
  readonly baseUri: string;
  readonly credentials: { readonly getToken: () => Promise<string> };
  readonly options?: { readonly userAgent?: unknown };
  readonly conversations: {
    replyToActivity: (conversationId: string, activityId: string, activity: object, options?: Within) => Promise<Taken>;
    sendToConversation: (conversationId: string, activity: object, options?: Within) => Promise<Taken>;
  };
};
/** Milliseconds. */
type Within = { readonly timeout?: number };
type Taken = { readonly id?: string };

/**
 * Has messages go out as what they are: one POST over a connection that stays open. On the SDK's own way each is copied
 * by a serializer and passed through ten policies, which takes four times as long; everything else still goes there.
 * Node's own agents are used, so that a proxy is configured for all that the service sends (NODE_USE_ENV_PROXY).
 */
export function sendingDirectly(client: ConnectorClient): ConnectorClient {
  const sender = client as unknown as Sender;
  const post = poster(sender);
  const activitiesOf = (conversationId: string) => `v3/conversations/${encodeURIComponent(conversationId)}/activities`;

  sender.conversations.sendToConversation = (conversationId, activity, within) =>
    post(activitiesOf(conversationId), activity, within);
  sender.conversations.replyToActivity = (conversationId, activityId, activity, within) =>
    post(`${activitiesOf(conversationId)}/${encodeURIComponent(activityId)}`, activity, within);
  return client;
}

function poster({ baseUri, credentials, options: { userAgent } = {} }: Sender) {
  const { protocol, hostname, port, pathname } = new URL(baseUri);
  const base = pathname.replace(/\/?$/u, '/');
  const to: RequestOptions = { protocol, hostname: hostname.replace(/^\[|\]$/gu, ''), port, method: 'POST' };
  const request = protocol === 'http:' ? overHttp : overHttps;

  return async (path: string, activity: object, { timeout }: Within = {}): Promise<Taken> => {
    const token = await credentials.getToken();
    const said = Buffer.from(JSON.stringify(activity));
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'content-type': 'application/json; charset=utf-8',
      'content-length': said.length,
      ...(typeof userAgent === 'string' ? { 'user-agent': userAgent } : {}),
    };
    return new Promise((resolve, reject) => {
      const sent = request({ ...to, path: `${base}${path}`, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('error', reject);
        answer.on('end', () => {
          const body = read(text);
          if (isTaken(answer)) resolve(body ?? {});
          else reject(new NotTakenError(answer, body));
        });
      });
      if (timeout !== undefined) {
        const late = setTimeout(() => sent.destroy(new Error('the connector did not answer in time')), timeout);
        sent.once('close', () => clearTimeout(late));
      }
      sent.once('error', reject);
      sent.end(said);
    });
  };
}

const isTaken = ({ statusCode = 0 }: IncomingMessage) => statusCode >= 200 && statusCode < 300;

/** Gateways between us and the connector answer in words of their own. */
function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
