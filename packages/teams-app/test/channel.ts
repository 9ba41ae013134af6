import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import type { BotConfig } from '../src/bot/bot-config.ts';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** Something that the bot sent to the connector. */
export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly body: {
    readonly type?: string;
    readonly text?: string;
    readonly summary?: string;
    readonly attachments?: readonly { readonly contentType: string; readonly content: Record<string, unknown> }[];
  };
};

/** How the taking of a message goes wrong. `taken` ones are taken all the same, so that only the answer is lost. */
export type Trouble = {
  readonly status: number | 'hang up';
  readonly retryAfter?: string;
  readonly taken?: boolean;
};

type Bend = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly kid?: string;
  readonly expires?: string;
  readonly key?: Keys['privateKey'];
};

/**
 * Teams as the bot meets it: a login server, the channel's keys, and a connector that accepts only tokens which that
 * login server signed for this bot.
 */
export async function startChannel() {
  const appId = crypto.randomUUID();
  const [channel, forger, login] = await Promise.all([
    generateKeyPair('RS256'),
    generateKeyPair('RS256'),
    generateKeyPair('RS256'),
  ]);
  const sent: Sent[] = [];
  const logins: URLSearchParams[] = [];
  const roles = new Map<string, string>();
  /** How many people each conversation has. */
  const size = { members: 12 };
  /** People who have not added the app, by their object id. */
  const without = new Set<string>();
  /** The groups in Entra that teams are, by the team's id, where the bot has been added. */
  const groups = new Map<string, string>();
  let failing: 'connector' | 'keys' | undefined;
  /** What goes wrong with the messages to come, in their order. */
  let troubles: Trouble[] = [];
  let asked = 0;

  const jwks = {
    keys: [
      { ...(await exportJWK(channel.publicKey)), kid: 'channel', alg: 'RS256', use: 'sig', endorsements: ['msteams'] },
      {
        ...(await exportJWK(channel.publicKey)),
        kid: 'webchat-only',
        alg: 'RS256',
        use: 'sig',
        endorsements: ['webchat'],
      },
    ],
  };

  const isFromBot = async (request: IncomingMessage) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const verified = await jwtVerify(token, login.publicKey, { audience: 'https://api.botframework.com' }).catch(
      () => undefined,
    );
    return verified?.payload['appid'] === appId;
  };

  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const serve = async () => {
      const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
      const written = await readAll(request);
      if (path === '/metadata') return failing === 'keys' ? answer(500, {}) : answer(200, { jwks_uri: `${url}/keys` });
      if (path === '/keys') return answer(200, jwks);
      if (path === '/login/botframework.com/oauth2/v2.0/token') {
        const form = new URLSearchParams(written);
        logins.push(form);
        if (form.get('client_secret') !== 'the bot is who it says')
          return answer(401, { error: 'invalid_client', error_description: 'wrong' });
        const token = await new SignJWT({ appid: appId })
          .setProtectedHeader({ alg: 'RS256' })
          .setAudience('https://api.botframework.com')
          .setExpirationTime('1h')
          .sign(login.privateKey);
        return answer(200, { token_type: 'Bearer', expires_in: 3600, access_token: token });
      }
      if (!path.startsWith('/connector/v3/')) return answer(404, {});
      if (!(await isFromBot(request))) return answer(401, { error: { code: 'Unauthorized', message: 'no' } });
      if (path.endsWith('/pagedmembers')) {
        return answer(200, { members: Array.from({ length: size.members }, (_, at) => ({ id: `29:${at}` })) });
      }
      const member = /\/members\/(.+)$/.exec(path)?.[1];
      if (member) {
        const role = roles.get(member);
        return role
          ? answer(200, { id: member, name: 'Somebody', userRole: role })
          : answer(404, { error: { code: 'MemberNotFound', message: 'no' } });
      }
      const team = /^\/connector\/v3\/teams\/([^/]+)$/.exec(path)?.[1];
      if (team) {
        const aadGroupId = groups.get(team);
        return aadGroupId
          ? answer(200, { id: team, aadGroupId })
          : answer(403, { error: { code: 'BotNotInConversationRoster', message: 'no' } });
      }
      if (path === '/connector/v3/conversations') {
        const { members } = JSON.parse(written) as { members: readonly { id: string }[] };
        const to = members[0]?.id ?? '';
        return without.has(to)
          ? answer(403, { error: { code: 'BotNotInConversationRoster', message: 'secret text of a person' } })
          : answer(201, { id: `a:${to}` });
      }
      if (failing === 'connector')
        return answer(400, { error: { code: 'BadSyntax', message: 'secret text of a person' } });
      asked += 1;
      const trouble = troubles.shift();
      if (!trouble || trouble.taken) {
        sent.push({ method: request.method ?? '', path, body: JSON.parse(written) as Sent['body'] });
      }
      if (!trouble) return answer(201, { id: `sent-${sent.length}` });
      if (trouble.status === 'hang up') return request.socket.destroy();
      if (trouble.retryAfter) response.setHeader('retry-after', trouble.retryAfter);
      return answer(trouble.status, { error: { code: 'ServiceError', message: 'secret text of a person' } });
    };
    serve().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${url}/connector/`;

  const config: BotConfig = {
    appId,
    appPassword: 'the bot is who it says',
    loginUrl: `${url}/login`,
    tokenIssuer: 'https://api.botframework.com',
    openIdMetadataUrl: `${url}/metadata`,
    serviceUrls: [`${url}/connector`],
    teamsAppId: '11111111-2222-4333-8444-555555555555',
    publicUrl: 'https://copse.example.com',
  };

  return {
    config,
    serviceUrl,
    sent,
    logins,
    roles,
    size,
    without,
    groups,
    forger,
    fail(what: typeof failing) {
      failing = what;
    },
    /** The next messages meet these troubles, one each. */
    goWrong(...next: Trouble[]) {
      troubles = next;
    },
    /** How many messages the connector was asked to take. */
    asked: () => asked,
    /** The `Authorization` header that the channel sends, bent as a test wants it. */
    async authorization({ claims = {}, kid = 'channel', expires = '1h', key = channel.privateKey }: Bend = {}) {
      const payload = { iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl, ...claims };
      const token = await new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuedAt()
        .setExpirationTime(expires)
        .sign(key);
      return `Bearer ${token}`;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

export type Channel = Awaited<ReturnType<typeof startChannel>>;

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
