import type { CommunityView } from '@copse/core/contracts';
import { expect, it } from 'vitest';
import { withBrokenTable, withFault } from '../test/faults.ts';
import { testService } from '../test/service.ts';

const service = testService({ settings: { LOG_LEVEL: 'debug' } });
const { inTeams, ask, db, log } = service;

const SECRET_WORDS = ['Mara', 'Vogel', 'mara.vogel', 'Whispering', 'whisper', 'hush', 'Bearer', 'eyJ', '198.51.100.7'];

async function everythingThatPeopleDo() {
  const mara = inTeams('Mara Vogel', { claims: { preferred_username: 'mara.vogel@example.com' } });
  const body = {
    archetype: 'guild',
    name: 'Whispering guild',
    purpose: 'We whisper about secrets, hush.',
    topics: ['hush'],
  };
  const headers = { 'x-forwarded-for': '198.51.100.7', 'idempotency-key': 'whisper-1' };
  const guild = await mara.post<CommunityView>('/communities', { body, headers });
  await mara.get('/search?q=whispering%20hush');
  await mara.get(`/communities?q=hush&topic=hush`);
  await mara.get(`/communities/${guild.json.id}`);
  await mara.post('/communities', { body: { ...body, whisper: 'hush' } });
  await mara.post('/communities', { body: '{"whisper": hush' });
  await mara.post('/communities', { body });
  await mara.get('/nowhere/whisper?hush');
  await ask('GET', '/me', { headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJuYW1lIjoiTWFyYSBWb2dlbCJ9.' } });
  await inTeams('Mara Vogel', { key: 'unpublished' }).get('/me');
  return mara;
}

it('writes one line per request, with what an operator needs', async () => {
  await everythingThatPeopleDo();
  const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>);
  const search = lines.find(({ route }) => route === '/api/v1/search');

  expect(search).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    requestId: expect.any(String),
    method: 'GET',
    route: '/api/v1/search',
    status: 200,
    ms: expect.any(Number),
    caller: 'entra',
    msg: 'answered',
  });
});

it('writes no name, text, question, token or address of a person, whatever goes wrong', async () => {
  const mara = await everythingThatPeopleDo();
  // A fault of ours, in the middle of which PostgreSQL quotes what a person wrote.
  const body = { archetype: 'guild', name: 'Whispering circle', purpose: 'We whisper about secrets, hush.' };
  const failed = await withFault(db(), () => mara.post('/communities', { body }));

  expect(failed.status).toBe(500);
  const whole = log.join('');
  expect(whole).toContain('"level":"error"');
  expect(whole).toContain('"code":"P0001"');
  expect(SECRET_WORDS.filter((word) => whole.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
});

it('tells whoever asked nothing about a fault of ours but that there was one', async () => {
  const failed = await withBrokenTable(db(), () => inTeams('Mara Vogel').get('/communities'));

  expect(failed).toMatchObject({ status: 500 });
  expect(failed.json).toEqual({
    type: 'urn:copse:problem:unexpected',
    title: 'Something went wrong',
    status: 500,
    detail: 'The fault is ours. Try again in a moment.',
    reason: 'unexpected',
  });
});

it('names a request as a proxy did, unless the name is a trick', async () => {
  const named = async (id: string) =>
    (await ask('GET', '/livez', { headers: { 'x-request-id': id } })).headers['x-request-id'];
  expect(await named('b0f3c2d1-aaaa-bbbb')).toBe('b0f3c2d1-aaaa-bbbb');
  expect(await named('{"level":"fatal"}')).toMatch(/^[0-9a-f]{8}-\w+$/);
});
