import type { CommunityView, MeView, PracticeView, QuestionView } from '@copse/core/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { testService } from '../../test/service.ts';

const service = testService();
const { inTeams } = service;
const mara = inTeams('Mara');

let guild: CommunityView;
beforeEach(async () => {
  const body = { archetype: 'guild', name: 'Typography guild', purpose: 'We set type that people like to read.' };
  guild = (await mara.post<CommunityView>('/communities', { body })).json;
});

const edit = (body: object, ifMatch?: string) =>
  mara.patch<CommunityView>(`/communities/${guild.id}`, {
    body,
    headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
  });

describe('an edit', () => {
  it('needs to say which version was read', async () => {
    expect(await edit({ cadence: 'Weekly' })).toMatchObject({ status: 428, json: { reason: 'revision-required' } });
    expect(await edit({ cadence: 'Weekly' }, '')).toMatchObject({ status: 428 });
  });

  it('is refused when somebody saved in between, and overwrites nothing', async () => {
    const read = `"${guild.revision}"`;
    expect((await edit({ cadence: 'Weekly' }, read)).status).toBe(200);

    expect(await edit({ cadence: 'Monthly' }, read)).toMatchObject({
      status: 412,
      json: { reason: 'changed-meanwhile' },
    });
    expect((await mara.get<CommunityView>(`/communities/${guild.id}`)).json.cadence).toBe('Weekly');
  });

  it('of many at once from the same version, one is saved', async () => {
    const read = `"${guild.revision}"`;
    const statuses = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        edit({ cadence: `Every ${at + 2} weeks` }, read).then(({ status }) => status),
      ),
    );
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
  });

  it('may follow the answer of the one before', async () => {
    const first = await edit({ cadence: 'Weekly' }, `"${guild.revision}"`);
    expect((await edit({ cadence: 'Monthly' }, String(first.headers['etag']))).status).toBe(200);
  });

  it('may use the tag as a proxy has weakened it, or say that it overwrites', async () => {
    expect((await edit({ cadence: 'Weekly' }, `W/"${guild.revision}"`)).status).toBe(200);
    expect((await edit({ cadence: 'Monthly' }, '*')).status).toBe(200);
  });

  it.each(['5', '"x"', '"1", "2"', '"-1"', '"1e3"', 'null'])('cannot use %s as a tag', async (tag) => {
    expect(await edit({ cadence: 'Weekly' }, tag)).toMatchObject({ status: 400, json: { reason: 'invalid-input' } });
  });

  it('that needs no tag heeds the one that it is given', async () => {
    const { json: practice } = await mara.post<PracticeView>('/practices', {
      body: { communityId: guild.id, title: 'Use ligatures', body: 'Where they help.' },
    });
    const propose = (tag: number) =>
      mara.post<PracticeView>(`/practices/${practice.id}/life/propose`, { headers: { 'if-match': `"${tag}"` } });

    expect(await propose(practice.revision + 1)).toMatchObject({ status: 412, json: { reason: 'changed-meanwhile' } });
    expect(await propose(practice.revision)).toMatchObject({ status: 200, json: { life: 'proposed' } });

    await mara.post(`/communities/${guild.id}/conduct/acknowledge`);
    const { json: question } = await mara.post<QuestionView>('/questions', {
      body: { communityId: guild.id, title: 'Which ligatures help?' },
    });
    const close = (tag: number) =>
      mara.post(`/questions/${question.id}/close`, {
        body: { reason: 'no-longer-needed' },
        headers: { 'if-match': `"${tag}"` },
      });
    expect(await close(question.revision + 1)).toMatchObject({ status: 412 });
    expect(await close(question.revision)).toMatchObject({ status: 200 });
  });

  it('holds for people and practices as well', async () => {
    const me = await mara.get<MeView>('/me');
    const practice = await mara.post<PracticeView>('/practices', {
      body: { communityId: guild.id, title: 'Use ligatures' },
    });
    const pages: [string, string, object][] = [
      ['/me', String(me.headers['etag']), { affiliation: 'Press' }],
      [`/practices/${practice.json.id}`, String(practice.headers['etag']), { body: 'Where they help.' }],
    ];
    for (const [url, etag, body] of pages) {
      expect((await mara.patch(url, { body })).status).toBe(428);
      expect((await mara.patch(url, { body, headers: { 'if-match': etag } })).status).toBe(200);
      expect((await mara.patch(url, { body: {}, headers: { 'if-match': etag } })).status).toBe(412);
    }
  });
});
