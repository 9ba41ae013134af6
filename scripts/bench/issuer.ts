import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { idOf, kinds, TENANT } from './ids.ts';

const CLIENT = 'c09e5b7a-2f31-4d86-8e1c-7b44a9f2d610';

/** An issuer of real tokens for the people of the bench, and the environment of a service that trusts it. */
export async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' }] });
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(keys),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    tokenFor: (person: number) =>
      new SignJWT({
        tid: TENANT,
        oid: idOf(kinds.person, person),
        scp: 'access_as_user',
        ver: '2.0',
        name: `Person ${person}`,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'bench', typ: 'JWT' })
        .setIssuer(`${origin}/${TENANT}/v2.0`)
        .setAudience(CLIENT)
        .setIssuedAt()
        .setNotBefore('-1 minute')
        .setExpirationTime('2 hours')
        .sign(privateKey),
    environment: (databaseUrl: string) => ({
      COPSE_MODE: 'workbench',
      PORT: '0',
      LOG_LEVEL: 'info',
      DATABASE_URL: databaseUrl,
      RATE_LIMIT_TEAMS: '0',
      RATE_LIMIT_CONFLUENCE: '0',
      ENTRA_CLIENT_ID: CLIENT,
      ENTRA_TENANT_IDS: TENANT,
      ENTRA_ISSUER: `${origin}/{tid}/v2.0`,
      ENTRA_JWKS_URL: `${origin}/keys`,
    }),
    stop: () => void server.close(),
  };
}
