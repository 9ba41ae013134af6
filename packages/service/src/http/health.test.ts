import { expect, it } from 'vitest';
import { testService } from '../../test/service.ts';

const service = testService();
const { ask, inTeams, readiness } = service;

it('is alive and ready', async () => {
  expect(await ask('GET', '/livez')).toMatchObject({ status: 200, json: { alive: true } });
  expect(await ask('GET', '/readyz')).toMatchObject({ status: 200, json: { ready: true } });
});

it('is alive but not ready while the database is away, or too slow', async () => {
  const ask1 = readiness.askDatabase;
  readiness.askDatabase = () => Promise.reject(new Error('away'));
  expect(await ask('GET', '/readyz')).toMatchObject({ status: 503, json: { ready: false, because: 'database' } });
  readiness.askDatabase = () => new Promise(() => {});
  expect(await ask('GET', '/readyz')).toMatchObject({ status: 503, json: { because: 'database' } });
  expect((await ask('GET', '/livez')).status).toBe(200);
  readiness.askDatabase = ask1;
});

it('still answers while it stops, and asks callers to close', async () => {
  readiness.stopping = true;
  expect(await ask('GET', '/readyz')).toMatchObject({ status: 503, json: { because: 'stopping' } });
  const reply = await inTeams('Mara').get('/me');
  expect(reply).toMatchObject({ status: 200, headers: { connection: 'close' } });
  readiness.stopping = false;
});
