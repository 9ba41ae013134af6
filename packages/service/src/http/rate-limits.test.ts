import { expect, it } from 'vitest';
import { testService } from '../../test/service.ts';

const service = testService({
  keepBetweenTests: true,
  settings: { RATE_LIMIT_TEAMS: '5', RATE_LIMIT_CONFLUENCE: '3' },
});
const { inTeams, inConfluence } = service;

const statusesOf = async (count: number, ask: () => Promise<{ status: number }>) => {
  const statuses: number[] = [];
  for (let at = 0; at < count; at += 1) statuses.push((await ask()).status);
  return statuses;
};

it('stops one person after their share of a minute, and nobody else', async () => {
  const mara = inTeams('Mara');
  expect(await statusesOf(7, () => mara.get('/me'))).toEqual([200, 200, 200, 200, 200, 429, 429]);

  const stopped = await mara.get('/organisation');
  expect(stopped).toMatchObject({ status: 429, json: { reason: 'too-many-requests' } });
  expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
  expect((await inTeams('Jonas').get('/me')).status).toBe(200);
});

it('counts Teams and Confluence apart', async () => {
  const macro = inConfluence('Mara');
  expect(await statusesOf(5, () => macro.get('/sites/current'))).toEqual([200, 200, 200, 429, 429]);
});

it('counts a person by who they are and not by their token', async () => {
  const reply = await inTeams('Mara', { seconds: 300 }).get('/me');
  expect(reply.status).toBe(429);
});
