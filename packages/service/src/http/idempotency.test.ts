import { type Actor, entraAccount } from '@copse/core';
import type { CommunityView, LinkCodeView, MeView, OccurrenceView, QuestionView } from '@copse/core/contracts';
import { asOneIntent, isDoneBefore } from '@copse/core/sql';
import { describe, expect, it } from 'vitest';
import { testService } from '../../test/service.ts';

const service = testService();
const { db, inTeams } = service;
const mara = inTeams('Mara');
const jonas = inTeams('Jonas');

const founding = { archetype: 'guild', name: 'Typography guild', purpose: 'We set type that people like to read.' };
const found = (key: string, change: object = {}, who = mara) =>
  who.post<CommunityView>('/communities', { body: { ...founding, ...change }, headers: { 'idempotency-key': key } });
async function actorOf() {
  const { json: me } = await mara.get<MeView>('/me');
  return { personId: me.id, account: entraAccount('tenant', me.id), guest: false, administrator: false };
}
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
});

describe('a write whose process died over it', () => {
  const cutOff = (age: number) =>
    db()
      .updateTable('idempotent_answer')
      .set({ answer: null, at: new Date(Date.now() - age) })
      .execute();

  it('is taken for under way at first', async () => {
    await found('a');
    await cutOff(5000);
    expect(await found('a')).toMatchObject({
      status: 409,
      json: { reason: 'key-in-use' },
      headers: { 'retry-after': '1' },
    });
  });

  it('after it had been saved, is answered with what was saved', async () => {
    const first = await found('a');
    await cutOff(11_000);

    expect(await found('a')).toMatchObject({ status: 201, json: { id: first.json.id } });
    expect(await found('a')).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } });
    expect(await communities()).toHaveLength(1);
  });

  it('answers with the gathering that had been scheduled', async () => {
    const { json: guild } = await found('a');
    const body = {
      communityId: guild.id,
      title: 'Weekly round',
      timeZone: 'Europe/Berlin',
      startsLocal: '2099-03-02T10:00',
      endsLocal: '2099-03-02T11:00',
    };
    const schedule = () => mara.post<OccurrenceView>('/gatherings', { body, headers: { 'idempotency-key': 'g' } });
    const first = await schedule();
    await cutOff(11_000);
    expect(await schedule()).toMatchObject({ status: 201, json: { id: first.json.id } });
  });

  it('is not taken for under way for an hour because the clock was put back', async () => {
    const first = await found('a');
    await cutOff(-3_600_000);
    expect(await found('a')).toMatchObject({ status: 201, json: { id: first.json.id } });
  });

  it('before it had been saved, is done by the next try', async () => {
    await found('a');
    await db().deleteFrom('outbox').execute();
    await cutOff(11_000);

    expect(await found('a', { name: 'Calligraphy guild' })).toMatchObject({ status: 201 });
    expect(await communities()).toHaveLength(2);
  });

  it('although nothing keeps it from being done twice, is done once', async () => {
    const { json: guild } = await found('a');
    await mara.post(`/communities/${guild.id}/conduct/acknowledge`);
    const asking = { communityId: guild.id, title: 'Which typeface is read best on a phone?' };
    const ask = () => mara.post<QuestionView>('/questions', { body: asking, headers: { 'idempotency-key': 'q' } });
    const first = await ask();
    const comment = { text: 'Serif or not?' };
    const say = (key: string) =>
      mara.post<QuestionView>(`/questions/${first.json.id}/comments`, {
        body: comment,
        headers: { 'idempotency-key': key },
      });
    await say('c');
    await cutOff(11_000);

    expect(await ask()).toMatchObject({ status: 201, json: { id: first.json.id } });
    expect((await say('c')).json.comments).toHaveLength(1);
    expect((await say('d')).json.comments).toHaveLength(2);
    expect(await db().selectFrom('question').select('id').execute()).toHaveLength(1);
  });

  it('and which changed something, is not told that somebody else did', async () => {
    const { json: guild } = await found('a');
    const rename = () =>
      mara.patch<CommunityView>(`/communities/${guild.id}`, {
        body: { name: 'Letterpress guild' },
        headers: { 'idempotency-key': 'e', 'if-match': `"${guild.revision}"` },
      });
    await rename();
    await cutOff(11_000);
    expect(await rename()).toMatchObject({ status: 200, json: { name: 'Letterpress guild' } });
  });

  it('may still be under way: what both save is saved once', async () => {
    const { json: guild } = await found('a');
    const id = crypto.randomUUID();
    const { organisation_id: organisationId } = await db()
      .selectFrom('community')
      .select('organisation_id')
      .executeTakeFirstOrThrow();
    const actor = { ...(await actorOf()), organisationId } as Actor;
    const ask = () =>
      asOneIntent(id, () =>
        service.core().questions.askQuestion(actor, {
          communityId: guild.id,
          title: 'Which typeface is read best on a phone?',
          details: '',
          topics: [],
          visibility: 'organisation',
          anonymous: false,
        }),
      );
    await service.core().trust.acknowledgeConduct(actor, { communityId: guild.id });
    const both = await Promise.allSettled([ask(), ask(), ask()]);

    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.filter((one) => one.status === 'rejected' && isDoneBefore(one.reason))).toHaveLength(2);
    expect(await db().selectFrom('question').select('id').execute()).toHaveLength(1);
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
