import { gunzipSync } from 'node:zlib';
import type { CalendarAddress, CommunityView, OccurrenceView } from '@copse/core/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { testService } from '../../test/service.ts';

const service = testService({ keepBetweenTests: true });
const ben = service.inTeams('Ben Builder');
let path: string;

beforeAll(async () => {
  const body = { archetype: 'guild', name: 'Accessibility guild', purpose: 'We make products that everybody can use.' };
  const guild = (await ben.post<CommunityView>('/communities', { body: { ...body, topics: ['accessibility'] } })).json;
  const timing = { timeZone: 'Europe/Berlin', startsLocal: '2099-03-02T10:00', endsLocal: '2099-03-02T11:00' };
  await ben.post<OccurrenceView>('/gatherings', { body: { communityId: guild.id, title: 'Weekly round', ...timing } });
  path = (await ben.post<CalendarAddress>('/me/calendars')).json.path;
});

const get = (address: string, headers: Record<string, string> = {}) => service.ask('GET', address, { headers });

describe('a calendar', () => {
  it('is read without a sign-in, and sent again only when it has changed', async () => {
    const first = await get(path);
    expect(first.status).toBe(200);
    expect(first.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
    });
    expect(first.text).toMatch(/^BEGIN:VCALENDAR\r\n/u);
    expect(first.text).toContain('SUMMARY:Weekly round');
    const again = await get(path, { 'if-none-match': `W/"x", ${String(first.headers['etag'])}` });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('is packed for programs that can unpack it', async () => {
    const packed = await service.app().inject({ url: path, headers: { 'accept-encoding': 'br;q=0, gzip' } });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    const plain = await service.app().inject({ url: path, headers: { 'accept-encoding': 'br, gzip;q=0' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gunzipSync(packed.rawPayload).toString('utf8')).toBe(plain.payload);
  });

  it('is not there at an address that nobody was given', async () => {
    expect((await get(`/calendars/${'x'.repeat(43)}.ics`)).status).toBe(404);
    expect((await get('/calendars/x.ics')).status).toBe(404);
    expect((await get('/calendars/x')).status).toBe(404);
  });

  it('that is asked for all the time is asked to wait', async () => {
    const { json } = await ben.post<CalendarAddress>('/me/calendars');
    const answers = [];
    for (let looks = 0; looks < 32; looks += 1) answers.push(await get(json.path));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 30 }, () => 200), 429, 429]);
    expect(answers.at(-1)?.headers['retry-after']).toBeDefined();
    // The one before it was revoked by it.
    expect((await get(path)).status).toBe(404);
  });
});
