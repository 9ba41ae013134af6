import type { CommunityView, MeView, PracticeView } from '@copse/core/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { ids } from '../../test/issuers.ts';
import { testService } from '../../test/service.ts';
import { allRoutes } from './all.ts';

const service = testService({ keepBetweenTests: true });
const { inTeams } = service;
const mara = inTeams('Mara');
/** Somebody of another organisation who knows every id, and administers there. */
const stranger = inTeams('Stranger', { tenant: ids.otherTenant });

const known: Record<string, string> = { role: 'expert', action: 'propose', cloudId: ids.cloud };
const bodies: Record<string, object> = {};

beforeAll(async () => {
  const me = await mara.get<MeView>('/me');
  const guild = await mara.post<CommunityView>('/communities', {
    body: { archetype: 'guild', name: 'Typography guild', purpose: 'We set type that people like to read.' },
  });
  await mara.post(`/communities/${guild.json.id}/connections`, {
    body: { kind: 'teams-chat', externalId: '19:chat', name: 'Our chat' },
  });
  const connected = await mara.get<CommunityView>(`/communities/${guild.json.id}`);
  const practice = await mara.post<PracticeView>('/practices', {
    body: { communityId: guild.json.id, title: 'Use ligatures', body: 'Where they help.' },
  });
  const { id: practiceId } = practice.json;
  await mara.post(`/practices/${practiceId}/life/propose`);
  await mara.post(`/practices/${practiceId}/adoptions`, { body: { kind: 'tried', team: 'Press', outcome: 'helped' } });
  const adopted = await mara.get<PracticeView>(`/practices/${practiceId}`);
  Object.assign(known, {
    personId: me.json.id,
    communityId: guild.json.id,
    practiceId,
    connectionId: connected.json.connections[0]?.id ?? '',
    adoptionId: adopted.json.adoptions[0]?.id ?? '',
  });
  Object.assign(bodies, {
    'PATCH /communities/:communityId': { cadence: 'Never' },
    'POST /communities/:communityId/stage': { stage: 'maturing' },
    'POST /communities/:communityId/close': { reason: 'Because I can' },
    'POST /communities/:communityId/connections': { kind: 'teams-chat', externalId: 'x', name: 'Mine' },
    'POST /communities/:communityId/requests/:personId/decline': { reason: 'Go away' },
    'POST /communities/:communityId/invitations': { personId: me.json.id },
    'POST /communities/:communityId/hand-over': { role: 'coordinator', toPersonId: me.json.id },
    'POST /practices': { communityId: guild.json.id, title: 'A practice of mine' },
    'PATCH /practices/:practiceId': { body: 'Never use them.' },
    'POST /practices/:practiceId/adoptions': { kind: 'uses', team: 'Ours' },
    'PUT /practices/:practiceId/credits': { personId: me.json.id, credit: 'author' },
  });
});

describe('an id of another organisation', () => {
  it('is as good as none on every route that takes one', async () => {
    const before = await service.db().selectFrom('community').selectAll().execute();
    const routes = allRoutes(service.core()).filter(
      ({ url, method }) => url.includes(':') || `${method} ${url}` in bodies,
    );
    expect(routes.length).toBeGreaterThan(30);

    for (const { method, url, edits } of routes) {
      const line = `${method} ${url}`;
      const address = url.replaceAll(/:(\w+)/gu, (_, name: string) => known[name] ?? '');
      const query = url.endsWith('/difference') ? '?from=1&to=1' : '';
      const ask = {
        GET: stranger.get,
        POST: stranger.post,
        PUT: stranger.put,
        PATCH: stranger.patch,
        DELETE: stranger.delete,
      };
      const reply = await ask[method](address + query, {
        ...(bodies[line] ? { body: bodies[line] } : {}),
        headers: edits ? { 'if-match': '*' } : {},
      });
      expect({ line, status: reply.status, reason: reply.json?.reason }).toEqual({
        line,
        status: 404,
        reason: expect.stringMatching(/^no-such-(?:community|practice|person|site)$/u),
      });
    }
    expect(await service.db().selectFrom('community').selectAll().execute()).toEqual(before);
  });

  it('shows in no list', async () => {
    for (const list of [
      '/communities',
      '/practices',
      '/people?q=mara',
      '/communities/topics',
      `/practices?communityId=${known['communityId']}`,
    ]) {
      const { status, text } = await stranger.get(list);
      expect({ list, status, items: (JSON.parse(text) as { items: unknown[] }).items }).toEqual({
        list,
        status: 200,
        items: [],
      });
    }
  });
});
