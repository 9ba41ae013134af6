import { describe, expect, it } from 'vitest';
import type { CommunityId, ConnectionId } from '../kernel/ids.ts';
import {
  aCommunity,
  aHolder,
  aMembership,
  anActor,
  aSituation,
  closed,
  daysLater,
  monday,
  personId,
} from '../testing/community-builders.ts';
import { archetypeOf, archetypes } from './archetype.ts';
import { claimsName, edit, found } from './community.ts';
import { changeStage, close, reopen } from './life-stage.ts';
import { connect, disconnect } from './place.ts';

const coordinator = aSituation({ me: aHolder('coordinator') });
const draft = {
  id: aCommunity().id,
  archetype: 'guild',
  name: 'Accessibility guild',
  purpose: 'So that everybody can use what we make',
  topics: ['accessibility'],
  at: monday,
} as const;

describe('founding', () => {
  it.each(archetypes)('a %s takes from the archetype what the founder leaves out', (archetype) => {
    const { format, visibility, cadence, firstSteps } = archetypeOf[archetype];

    expect(found(anActor(), { ...draft, archetype })).toMatchObject({
      ok: true,
      value: {
        community: {
          format,
          visibility,
          cadence,
          stage: 'potential',
          reach: 'organisation',
          firstSteps: firstSteps.map((text) => ({ text, done: false })),
        },
      },
    });
  });

  it('keeps what the founder chose', () => {
    const founded = found(anActor(), { ...draft, visibility: 'by-invitation', reach: 'partners', cadence: 'Fridays' });

    expect(founded).toMatchObject({
      value: { community: { visibility: 'by-invitation', reach: 'partners', cadence: 'Fridays' } },
    });
  });

  it('makes the founder its first member and coordinator', () => {
    expect(found(anActor(), draft)).toMatchObject({
      value: {
        founder: { personId: anActor().personId, state: 'member', roles: [{ role: 'coordinator', until: undefined }] },
        events: [{ type: 'community.founded' }, { type: 'membership.joined' }, { type: 'role.granted' }],
      },
    });
  });

  it("is refused to a partner's guest", () => {
    expect(found(anActor({ guest: true }), draft)).toEqual({ ok: false, reason: 'guests-cannot-found' });
  });
});

describe('editing', () => {
  it('changes what is given and nothing else', () => {
    expect(edit(coordinator, { purpose: 'For everybody', name: undefined }, { at: monday })).toMatchObject({
      value: {
        state: { ...coordinator.community, purpose: 'For everybody', revision: 5 },
        events: [{ type: 'community.edited' }],
      },
    });
  });

  it('announces nothing when it says what was said before', () => {
    const { name, topics } = coordinator.community;

    expect(edit(coordinator, { name, topics: [...topics] }, { at: monday })).toEqual({ ok: true, value: undefined });
  });

  it('is refused to whoever read an older one', () => {
    expect(edit(coordinator, { name: 'New' }, { at: monday, ifRevision: 3 })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    expect(edit(coordinator, { name: 'New' }, { at: monday, ifRevision: 4 }).ok).toBe(true);
  });

  it('is refused to a member, and to a coordinator once it is closed', () => {
    expect(edit(aSituation({ me: aMembership() }), { name: 'New' }, { at: monday })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(
      edit(aSituation({ me: aHolder('coordinator'), community: closed }), { name: 'New' }, { at: monday }),
    ).toEqual({ ok: false, reason: 'community-closed' });
  });
});

describe('a name', () => {
  const edited = (before: Parameters<typeof aCommunity>[0], fields: Parameters<typeof edit>[1]) => {
    const situation = aSituation({ me: aHolder('coordinator'), community: before ?? {} });
    const done = edit(situation, fields, { at: monday });
    if (!done.ok || !done.value) throw new Error('It should have been edited');
    return claimsName(situation.community, done.value);
  };

  it.each([
    ['a new name', {}, { name: 'Another guild' }, true],
    ['the same name', {}, { purpose: 'For everybody' }, false],
    ['a new name for few', { visibility: 'by-invitation' }, { name: 'Another guild' }, false],
    ['a name that becomes public', { visibility: 'by-invitation' }, { visibility: 'open' }, true],
    ['a name that is public in another way', {}, { visibility: 'on-request' }, false],
  ] as const)('is claimed by %s: %j %j %s', (_which, before, fields, claims) => {
    expect(edited(before, fields)).toBe(claims);
  });

  it('is claimed by opening again', () => {
    const situation = aSituation({ me: aHolder('coordinator'), community: closed });
    const reopened = reopen(situation, { at: monday });

    expect(reopened.ok && claimsName(situation.community, reopened.value)).toBe(true);
  });
});

describe('a stage', () => {
  it('is entered with its date, its author and its note', () => {
    const changed = changeStage(coordinator, { stage: 'maturing', note: 'Twenty of us', at: monday });

    expect(changed).toMatchObject({
      value: { state: { stage: 'maturing' }, events: [{ type: 'community.stage-changed', stage: 'maturing' }] },
    });
    expect(changed.ok && changed.value.state.history.at(-1)).toEqual({
      stage: 'maturing',
      since: monday,
      by: personId(1),
      note: 'Twenty of us',
    });
  });

  it('may go back, because communities do', () => {
    expect(changeStage(coordinator, { stage: 'potential', note: undefined, at: monday }).ok).toBe(true);
  });

  it('is not entered twice', () => {
    expect(changeStage(coordinator, { stage: 'coalescing', note: undefined, at: monday })).toEqual({
      ok: false,
      reason: 'already-so',
    });
  });
});

describe('closing', () => {
  const ended = close(coordinator, { reason: 'We did what we came for', at: monday });

  it('keeps what there was, with the reason', () => {
    expect(ended).toMatchObject({
      value: {
        state: {
          ...coordinator.community,
          stage: 'closed',
          closed: { at: monday },
          history: expect.anything(),
          revision: 5,
        },
        events: [{ type: 'community.closed' }],
      },
    });
  });

  it('is undone into the stage there was before', () => {
    if (!ended.ok) throw new Error(ended.reason);
    const reopened = reopen({ ...coordinator, community: ended.value.state }, { at: daysLater(7) });

    expect(reopened).toMatchObject({
      value: { state: { stage: 'coalescing', closed: undefined }, events: [{ type: 'community.reopened' }] },
    });
    expect(reopened.ok && reopened.value.state.history.map(({ stage }) => stage)).toEqual([
      'potential',
      'coalescing',
      'closed',
      'coalescing',
    ]);
  });

  it('is up to a coordinator', () => {
    expect(close(aSituation({ me: aHolder('facilitator') }), { reason: 'Enough', at: monday })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });

  it('and opening are refused where there is nothing to do', () => {
    const shut = aSituation({ me: aHolder('coordinator'), community: closed });

    expect(close(shut, { reason: 'Enough', at: monday })).toEqual({ ok: false, reason: 'already-so' });
    expect(reopen(coordinator, { at: monday })).toEqual({ ok: false, reason: 'already-so' });
  });
});

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
