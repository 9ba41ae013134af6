import { describe, expect, it } from 'vitest';
import type { CommunityId, ConnectionId } from '../kernel/ids.ts';
import { aHolder, aSituation, monday, personId } from '../testing/community-builders.ts';
import { connect, disconnect } from './place.ts';

const coordinator = aSituation({ me: aHolder('coordinator') });
describe('a place', () => {
  const place = {
    id: '01900000-0000-7000-8000-0000000000f1' as ConnectionId,
    kind: 'teams-channel',
    externalId: '19:team|19:channel',
    name: 'Accessibility',
    url: undefined,
    at: monday,
    takenBy: undefined,
  } as const;
  const connected = (situation = coordinator, given = {}) => connect(situation, { ...place, ...given });
  const settled = () => {
    const done = connected();
    if (!done.ok || !done.value) throw new Error('It should have been connected');
    return { ...coordinator, community: done.value.state };
  };

  it('is where a community meets', () => {
    expect(settled().community.connections).toMatchObject([{ externalId: place.externalId, by: personId(1) }]);
  });

  it('belongs to one community at a time', () => {
    const other = '01900000-0000-7000-8000-0000000000c2' as CommunityId;

    expect(connected(coordinator, { takenBy: other })).toEqual({ ok: false, reason: 'place-taken' });
  });

  it('may be connected again by the same one, which changes nothing', () => {
    expect(connected(settled(), { takenBy: coordinator.community.id })).toEqual({ ok: true, value: undefined });
  });

  it('may be renamed', () => {
    const renamed = connected(settled(), { name: 'A11y', id: '01900000-0000-7000-8000-0000000000f2' });

    expect(renamed).toMatchObject({ value: { state: { connections: [{ id: place.id, name: 'A11y' }] } } });
  });

  it('is one of at most twelve', () => {
    const connections = Array.from({ length: 12 }, (_, index) => ({
      ...place,
      id: `c${index}` as ConnectionId,
      externalId: String(index),
      by: undefined,
    }));
    const full = aSituation({ me: aHolder('coordinator'), community: { connections } });

    expect(connected(full)).toEqual({ ok: false, reason: 'too-many-places' });
    expect(connected(full, { externalId: '3', name: 'Renamed' }).ok).toBe(true);
  });

  it('is left again', () => {
    expect(disconnect(settled(), { connectionId: place.id, at: monday })).toMatchObject({
      value: { state: { connections: [] }, events: [{ type: 'community.disconnected', kind: 'teams-channel' }] },
    });
    expect(disconnect(coordinator, { connectionId: place.id, at: monday })).toEqual({
      ok: false,
      reason: 'no-such-connection',
    });
  });
});
