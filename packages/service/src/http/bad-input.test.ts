import { describe, expect, it } from 'vitest';
import type { Problem } from './problem.ts';
import { testService } from '../../test/service.ts';

const service = testService({ keepBetweenTests: true });
const { ask, inTeams } = service;
const mara = inTeams('Mara');

const founding = { archetype: 'guild', name: 'Typography guild', purpose: 'We set type that people like to read.' };
const unknownId = '0198d0d0-0000-7000-8000-000000000001';
const RLO = '\u202E';

const found = (change: object) => mara.post('/communities', { body: { ...founding, ...change } });
const rowsOf = async () => (await service.db().selectFrom('community').select('id').execute()).length;

/** Every failure is problem details of our shape, and says nothing of how we are made. */
function expectProblem(
  reply: { status: number; json: Problem; text: string; headers: Record<string, unknown> },
  status: number,
  reason: string,
) {
  expect(reply.json).toMatchObject({ status, reason, type: `urn:copse:problem:${reason}` });
  expect(reply.status).toBe(status);
  expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(Object.keys(reply.json).filter((key) => key !== 'errors')).toEqual([
    'type',
    'title',
    'status',
    'detail',
    'reason',
  ]);
  expect(reply.text).not.toMatch(/zod|fastify|postgres|kysely|node_modules|\.ts\b|\n\s+at |expected|received/iu);
}

describe('a community is not founded with', () => {
  it.each([
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['a number as its name', { name: 5 }, 'name'],
    ['no name', { name: undefined }, 'name'],
    ['null for a purpose', { purpose: null }, 'purpose'],
    ['a name of two letters', { name: 'ab' }, 'name'],
    ['a name of spaces', { name: '          ' }, 'name'],
    ['a name that nobody can see', { name: '\u200B\u200D\u3164' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(81) }, 'name'],
    ['an endless name', { name: 'x'.repeat(200_000) }, 'name'],
    ['a control character', { name: 'Typo\u0007graphy' }, 'name'],
    ['a null byte', { charter: 'a\u0000b' }, 'charter'],
    ['a bidirectional override', { name: `Typo${RLO}graphy` }, 'name'],
    ['an isolate in a topic', { topics: ['a\u2066b'] }, 'topics.0'],
    ['too many topics', { topics: Array.from({ length: 9 }, (_, at) => `topic ${at}`) }, 'topics'],
    ['a text for a list', { topics: 'type' }, 'topics'],
    ['an archetype of another world', { archetype: 'cult' }, 'archetype'],
    ['a visibility of another world', { visibility: 'secret' }, 'visibility'],
  ])('%s', async (_what, change, path) => {
    const reply = await found(change);

    expectProblem(reply, 400, 'invalid-input');
    expect(reply.json.errors?.map((fault) => fault.path)).toContain(path);
    expect(await rowsOf()).toBe(0);
  });

  it('a hundred unknown fields, of which not all are told', async () => {
    const reply = await found(Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`field${at}`, at])));
    expect(reply.json.errors).toHaveLength(20);
  });

  it('a field whose name is a trap, which is not sent back as it is', async () => {
    const reply = await found({ [`evil${RLO}\u0000`]: 1, ['y'.repeat(5000)]: 1 });
    expectProblem(reply, 400, 'invalid-input');
    expect(reply.text).not.toContain(RLO);
    expect(reply.text.length).toBeLessThan(1000);
  });
});

describe('a body that is', () => {
  const post = (body: string, headers: Record<string, string> = {}) => mara.post('/communities', { body, headers });

  it.each([
    ['cut off', '{"name": "Typo'],
    ['empty', ''],
    ['not JSON', 'name=Typography'],
    ['poisoned through its prototype', '{"__proto__": {"administrator": true}, "name": "x"}'],
    ['poisoned through its constructor', '{"constructor": {"prototype": {"administrator": true}}}'],
  ])('%s is refused', async (_what, body) => {
    const reply = await post(body);
    expectProblem(reply, 400, body === '' ? 'not-json' : reply.json.reason);
    expect(['not-json', 'invalid-input']).toContain(reply.json.reason);
    expect(Object.hasOwn(Object.prototype, 'administrator')).toBe(false);
  });

  it.each([
    ['a list', '[]'],
    ['a word', '"guild"'],
    ['null', 'null'],
    ['a number', '7'],
  ])('%s is refused', async (_what, body) => {
    expectProblem(await post(body), 400, 'invalid-input');
  });

  it('nested a hundred thousand times is refused', async () => {
    const reply = await post(`{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expectProblem(reply, 400, 'invalid-input');
  });

  it('in another encoding than UTF-8 is refused, and nothing of it is saved', async () => {
    const latin1 = Buffer.from(JSON.stringify({ ...founding, name: 'Büro für Schrift' }), 'latin1');
    const reply = await mara.post('/communities', { body: latin1 });
    expectProblem(reply, 400, 'not-json');
    expect(await rowsOf()).toBe(0);
  });

  it('larger than 256 KB is refused before it is read', async () => {
    expectProblem(await post(JSON.stringify({ name: 'x'.repeat(10_000_000) })), 413, 'too-large');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'multipart/form-data; boundary=x',
    'json',
  ])('of the type %s is refused', async (type) => {
    expectProblem(await post('{}', { 'content-type': type }), 415, 'wrong-type');
  });

  it('JSON in another charset’s name is still read', async () => {
    const reply = await post(JSON.stringify({ ...founding, name: 5 }), {
      'content-type': 'application/json; charset=utf-8',
    });
    expectProblem(reply, 400, 'invalid-input');
  });
});

describe('an address that', () => {
  it.each([
    ['holds no id', '/communities/typography', 400, 'invalid-input'],
    ['holds SQL', "/communities/'%20OR%201=1", 400, 'invalid-input'],
    ['holds an endless id', `/communities/${'a'.repeat(3000)}`, 414, 'address-too-long'],
    ['leads nowhere', '/treasure', 404, 'not-found'],
    ['leads out', '/communities/..%2F..%2Fetc', 400, 'invalid-input'],
    ['holds broken escapes', '/communities/%E0%A4%A', 404, 'not-found'],
    ['holds an unknown step of a life', `/practices/${unknownId}/life/burn`, 405, 'wrong-method'],
    ['asks an unknown question', '/communities?colour=red', 400, 'invalid-input'],
    ['asks where nothing can be asked', '/me?colour=red', 400, 'invalid-input'],
    ['asks a question twice', '/communities?topic=a1&topic=b2', 400, 'invalid-input'],
    ['asks for a page of nothing', '/communities?limit=0', 400, 'invalid-input'],
    ['asks for too large a page', '/communities?limit=1000', 400, 'invalid-input'],
    ['asks for half a page', '/communities?limit=1.5', 400, 'invalid-input'],
    ['searches for nothing', '/search?q=', 400, 'invalid-input'],
    ['searches with an override', `/search?q=${encodeURIComponent(RLO)}abc`, 400, 'invalid-input'],
  ])('%s', async (_what, address, status, reason) => {
    expectProblem(await mara.get(address), status, reason);
  });

  it('takes nothing along that its route does not describe', async () => {
    const { json } = await found({});
    const join = `/communities/${(json as unknown as { id: string }).id}/join`;
    expectProblem(await mara.post(`${join}?colour=red`), 400, 'invalid-input');
    expectProblem(await mara.post(join, { body: { colour: 'red' } }), 400, 'invalid-input');
    expect((await mara.post(join, { body: {} })).status).not.toBe(400);
    await service.db().deleteFrom('community').execute();
  });

  it.each([
    ['no cursor at all', 'xyz'],
    ['a cursor of the wrong shape', Buffer.from('{"a":1}').toString('base64url')],
    ['a cursor of a list', Buffer.from('["a","b"]').toString('base64url')],
    ['a cursor with an impossible date', Buffer.from('["2026-99-99T00:00:00Z","x"]').toString('base64url')],
    ['a cursor of numbers', Buffer.from('[1e308,1e308,1e308]').toString('base64url')],
  ])('holds %s never breaks the service', async (_what, cursor) => {
    for (const list of ['/communities', '/practices', '/people', '/search?q=type']) {
      const reply = await mara.get(`${list}${list.includes('?') ? '&' : '?'}cursor=${cursor}`);
      expect({ list, status: reply.status }).toEqual({ list, status: expect.toBeOneOf([200, 400]) });
    }
  });
});

describe('another method', () => {
  it.each<[Parameters<typeof ask>[0], string, string]>([
    ['PUT', '/communities', 'GET, HEAD, POST'],
    ['POST', '/me', 'DELETE, GET, HEAD, PATCH'],
    ['DELETE', `/communities/${unknownId}`, 'GET, HEAD, PATCH'],
    ['OPTIONS', '/me', 'DELETE, GET, HEAD, PATCH'],
  ])('%s %s is answered with those that work', async (method, address, allowed) => {
    const reply = await ask(method, address);
    expectProblem(reply, 405, 'wrong-method');
    expect(reply.headers['allow']).toBe(allowed);
  });

  it('gives no other web site the right to call', async () => {
    const reply = await ask('GET', '/me', { headers: { origin: 'https://evil.example' } });
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

it('a head or a cookie does not sign in', async () => {
  expectProblem(await ask('GET', '/me', { headers: { cookie: 'session=mara' } }), 401, 'not-signed-in');
});
