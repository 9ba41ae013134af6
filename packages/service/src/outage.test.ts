import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { MeView } from '@copse/core/contracts';
import { testDatabase } from '@copse/core/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Issuers, startIssuers } from '../test/issuers.ts';
import type { Problem } from './http/problem.ts';
import { readConfig } from './config.ts';
import { type RunningService, startService } from './service.ts';

const db = testDatabase();
let issuers: Issuers;
let cable: Awaited<ReturnType<typeof layCable>>;
let service: RunningService;

/** A line to the database that can be cut and mended. */
async function layCable(to: URL) {
  const open = new Set<Socket>();
  let cut = false;
  const server = createServer((near) => {
    if (cut) return void near.destroy();
    const far = connect(Number(to.port), to.hostname);
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', () => end.destroy()).on('close', () => open.delete(end));
    }
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut() {
      cut = true;
      open.forEach((end) => end.destroy());
    },
    mend: () => void (cut = false),
    close: () => server.close(),
  };
}

beforeAll(async () => {
  issuers = await startIssuers();
  cable = await layCable(new URL(db.url()));
  service = await startService(readConfig({ ...issuers.settings, DATABASE_URL: cable.url, LOG_LEVEL: 'silent' }));
});
afterAll(async () => {
  await service.stop();
  cable.close();
  await issuers.close();
});

const ask = async (path: string) =>
  fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${await issuers.entra('Mara')}` } });

it('says for the moment that it is not available while the database is away, and goes on when it is back', async () => {
  expect((await ask('/api/v1/me')).status).toBe(200);

  cable.cut();
  const away = await Promise.all(Array.from({ length: 12 }, () => ask('/api/v1/me')));
  for (const reply of away) {
    expect(((await reply.json()) as Problem).reason).toBe('unavailable');
    expect(reply.status).toBe(503);
    expect(reply.headers.get('retry-after')).toBe('2');
  }
  expect((await ask('/readyz')).status).toBe(503);
  expect((await ask('/livez')).status).toBe(200);

  cable.mend();
  await expect.poll(async () => (await ask('/readyz')).status).toBe(200);
  const back = await ask('/api/v1/me');
  expect(((await back.json()) as MeView).name).toBe('Mara');
});
