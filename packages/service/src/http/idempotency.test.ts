import type { CommunityView, LinkCodeView, MeView } from '@copse/core/contracts';
import { describe, expect, it } from 'vitest';
import { testService } from '../../test/service.ts';

const service = testService();
const { db, inTeams } = service;
const mara = inTeams('Mara');
const jonas = inTeams('Jonas');

const founding = { archetype: 'guild', name: 'Typography guild', purpose: 'We set type that people like to read.' };
const found = (key: string, change: object = {}, who = mara) =>
  who.post<CommunityView>('/communities', { body: { ...founding, ...change }, headers: { 'idempotency-key': key } });
const communities = () => db().selectFrom('community').select('id').execute();

describe('a write that is repeated with its key', () => {
  it('gets the first answer again, and is done once', async () => {
    const first = await found('a');
    const again = await found('a');

    expect(first.status).toBe(201);
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(again).toMatchObject({ status: 201, text: first.text, headers: { 'idempotency-replayed': 'true' } });
    expect(again.headers['etag']).toBe(first.headers['etag']);
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
    expect(await communities()).toHaveLength(1);
  });

  it('is the same however its fields are ordered', async () => {
    await found('a');
    const { purpose, name, archetype } = founding;
    const again = await mara.post('/communities', {
      body: { purpose, name, archetype },
      headers: { 'idempotency-key': 'a' },
    });
    expect(again.status).toBe(201);
  });

  it('is done once when twenty arrive at the same moment', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => found('a')));

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect(
      replies.filter(({ status }) => status === 409).map(({ json }) => (json as { reason?: string }).reason),
    ).toEqual(expect.arrayContaining(['key-in-use']));
    expect(await communities()).toHaveLength(1);
    expect((await found('a')).status).toBe(201);
  });

  it('gets the same refusal again', async () => {
    await found('a');
    const refused = await found('b');
    expect(refused).toMatchObject({ status: 409, json: { reason: 'name-taken' } });
    expect(await found('b')).toMatchObject({ status: 409, headers: { 'idempotency-replayed': 'true' } });
  });

  it('is refused with another body', async () => {
    await found('a');
    expect(await found('a', { name: 'Calligraphy guild' })).toMatchObject({
      status: 422,
      json: { reason: 'key-reused' },
    });
    expect(await communities()).toHaveLength(1);
  });

  it('is something else on another route, and for another person', async () => {
    const { json: guild } = await found('a');
    const join = await jonas.post(`/communities/${guild.id}/join`, { headers: { 'idempotency-key': 'a' } });
    expect(join.status).toBe(200);
    expect((await found('a', { name: 'Calligraphy guild' }, jonas)).status).toBe(201);
  });

  it('is refused for another community on the same route', async () => {
    const [one, two] = [await found('a'), await found('b', { name: 'Calligraphy guild' })];
    const join = (id: string) => jonas.post(`/communities/${id}/join`, { headers: { 'idempotency-key': 'j' } });
    expect((await join(one.json.id)).status).toBe(200);
    expect(await join(two.json.id)).toMatchObject({ status: 422, json: { reason: 'key-reused' } });
  });

  it('is done anew a day later', async () => {
    const { json } = await found('a');
    await mara.post(`/communities/${json.id}/close`, { body: { reason: 'A new beginning' } });
    await db()
      .updateTable('idempotent_answer')
      .set({ at: new Date(Date.now() - 25 * 3600_000) })
      .execute();
    expect(await found('a')).toMatchObject({ status: 201 });
    expect(await communities()).toHaveLength(2);
  });

  it('may be tried again a minute after a process died over it', async () => {
    await found('a');
    await db()
      .updateTable('idempotent_answer')
      .set({ answer: null, at: new Date(Date.now() - 30_000) })
      .execute();
    expect(await found('a')).toMatchObject({
      status: 409,
      json: { reason: 'key-in-use' },
      headers: { 'retry-after': '1' },
    });

    await db()
      .updateTable('idempotent_answer')
      .set({ at: new Date(Date.now() - 61_000) })
      .execute();
    expect(await found('a')).toMatchObject({ status: 409, json: { reason: 'name-taken' } });
  });
});

describe('a key', () => {
  it.each(['with space', 'ü', 'x'.repeat(201)])('cannot be «%s»', async (key) => {
    const reply = await mara.post('/communities', { body: founding, headers: { 'idempotency-key': encodeLatin(key) } });
    expect(reply).toMatchObject({
      status: 400,
      json: { reason: 'invalid-input', errors: [{ path: 'Idempotency-Key' }] },
    });
  });

  it('never makes the service keep a one-time code', async () => {
    const issue = () => mara.post<LinkCodeView>('/me/link-codes', { headers: { 'idempotency-key': 'c' } });
    const [first, second] = [await issue(), await issue()];
    expect(first.json.code).not.toBe(second.json.code);
    expect(await db().selectFrom('idempotent_answer').select('key').execute()).toEqual([]);
  });

  it('leaves nothing behind that says who sent what', async () => {
    const { json: me } = await mara.get<MeView>('/me');
    await found('a-key-of-mara');
    const rows = await db().selectFrom('idempotent_answer').selectAll().execute();
    const whole = Buffer.concat(rows.flatMap(({ key, request_hash, answer }) => [key, request_hash, answer ?? key]));

    for (const word of [me.id, me.id.replaceAll('-', ''), 'Mara', 'Typography', 'a-key-of-mara', 'communities']) {
      expect(whole.includes(word)).toBe(false);
    }
    expect(whole.includes(Buffer.from(me.id.replaceAll('-', ''), 'hex'))).toBe(false);
  });

  it('is not used up by input that cannot be used', async () => {
    expect((await found('a', { name: 'x' })).status).toBe(400);
    expect((await found('a')).status).toBe(201);
  });
});

const encodeLatin = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
