import { describe, expect, it } from 'vitest';
import {
  aHolder,
  after,
  aMembership,
  aSituation,
  aTerm,
  closed,
  daysLater,
  monday,
  personId,
} from '../testing/community-builders.ts';
import { endRole, grant, handOver, takeOver } from './role-term.ts';
import { roles } from './role.ts';

const at = monday;
const member = aMembership({ personId: personId(2) });
const coordinator = aSituation({ me: aHolder('coordinator') });
const granting = (given: Partial<Parameters<typeof grant>[2]> = {}, to = member) =>
  grant(coordinator, to, { role: 'mentor', until: undefined, at, ...given });

describe('granting a role', () => {
  it.each(roles)('makes a member %s', (role) => {
    const granted = granting({ role });

    expect(granted).toMatchObject({
      value: { coordinationMoves: role === 'coordinator', growth: 0, events: [{ type: 'role.granted', role }] },
    });
    expect(granted.ok && after(granted.value, 2)?.roles).toEqual([
      { role, since: at, until: undefined, by: personId(1) },
    ]);
  });

  it('may be for a term', () => {
    const granted = granting({ until: daysLater(90) });

    expect(granted.ok && after(granted.value, 2)?.roles).toMatchObject([{ until: daysLater(90) }]);
  });

  it.each([
    ['now', at],
    ['before', daysLater(-1)],
  ])('is refused for a term that ends %s', (_when, until) => {
    expect(granting({ until })).toEqual({ ok: false, reason: 'term-in-the-past' });
  });

  it('again changes the term and not its beginning', () => {
    const renewed = granting(
      { until: daysLater(90) },
      aMembership({ personId: personId(2), roles: [aTerm('mentor')] }),
    );

    expect(renewed.ok && after(renewed.value, 2)?.roles).toMatchObject([
      { role: 'mentor', since: daysLater(-30), until: daysLater(90) },
    ]);
  });

  it('anew after its end begins anew', () => {
    const over = aMembership({ personId: personId(2), roles: [aTerm('mentor', { until: daysLater(-3) })] });
    const renewed = granting({}, over);

    expect(renewed.ok && after(renewed.value, 2)?.roles).toMatchObject([{ since: at, until: undefined }]);
  });

  it('twice the same announces nothing', () => {
    expect(granting({}, aHolder('mentor', 2))).toEqual({ ok: true, value: undefined });
  });

  it.each(['requested', 'invited', 'declined', 'left', undefined] as const)(
    'needs a member, not somebody %s',
    (state) => {
      const other = state && aMembership({ personId: personId(2), state });

      expect(grant(coordinator, other, { role: 'mentor', until: undefined, at })).toEqual({
        ok: false,
        reason: 'no-such-member',
      });
    },
  );

  it('to a second coordinator can be done by an administrator who is no member', () => {
    const rescue = aSituation({ actor: { administrator: true }, coordinators: 0 });

    expect(grant(rescue, member, { role: 'coordinator', until: undefined, at }).ok).toBe(true);
  });
});

describe('ending a role', () => {
  it('is up to a coordinator', () => {
    expect(endRole(coordinator, aHolder('mentor', 2), { role: 'mentor', at })).toMatchObject({
      value: { events: [{ type: 'role.ended', role: 'mentor' }], coordinationMoves: false },
    });
    expect(endRole(aSituation({ me: aHolder('facilitator') }), aHolder('mentor', 2), { role: 'mentor', at })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });

  it('of one’s own is up to oneself', () => {
    const me = aHolder('mentor');

    expect(endRole(aSituation({ me }), me, { role: 'mentor', at }).ok).toBe(true);
  });

  it('of the last coordinator needs a successor first', () => {
    const me = aHolder('coordinator');

    expect(endRole(aSituation({ me, coordinators: 1 }), me, { role: 'coordinator', at })).toEqual({
      ok: false,
      reason: 'successor-needed',
    });
    expect(endRole(aSituation({ me, coordinators: 2 }), me, { role: 'coordinator', at }).ok).toBe(true);
  });

  it('that nobody holds changes nothing', () => {
    expect(endRole(coordinator, member, { role: 'mentor', at })).toEqual({ ok: true, value: undefined });
  });

  it('leaves other roles alone', () => {
    const both = aMembership({ personId: personId(2), roles: [aTerm('mentor'), aTerm('expert')] });
    const ended = endRole(coordinator, both, { role: 'mentor', at });

    expect(ended.ok && after(ended.value, 2)?.roles.map(({ role }) => role)).toEqual(['expert']);
  });
});

describe('handing a role over', () => {
  const handing = (situation: Parameters<typeof aSituation>[0], heir: Parameters<typeof handOver>[1] = member) =>
    handOver(aSituation(situation), heir, { role: 'facilitator', until: daysLater(180), at });

  it('ends it here and begins it there', () => {
    const handed = handing({ me: aHolder('facilitator') });

    expect(handed).toMatchObject({ value: { events: [{ type: 'role.ended' }, { type: 'role.granted' }] } });
    expect(handed.ok && after(handed.value)?.roles).toEqual([]);
    expect(handed.ok && after(handed.value, 2)?.roles).toEqual([
      { role: 'facilitator', since: at, until: daysLater(180), by: personId(1) },
    ]);
  });

  it.each([
    ['a member without it', aMembership()],
    ['somebody whose term is over', aMembership({ roles: [aTerm('facilitator', { until: daysLater(-1) })] })],
    ['a stranger', undefined],
  ])('is not for %s', (_who, me) => {
    expect(handing({ me })).toEqual({ ok: false, reason: 'not-holding-role' });
  });

  it('goes to another member', () => {
    const me = aHolder('facilitator');

    expect(handing({ me }, me)).toEqual({ ok: false, reason: 'no-such-member' });
    expect(handing({ me }, aMembership({ personId: personId(2), state: 'requested' }))).toEqual({
      ok: false,
      reason: 'no-such-member',
    });
    expect(handing({ me, community: closed })).toEqual({ ok: false, reason: 'community-closed' });
  });

  it('is how the last coordinator goes, even one whose term is over', () => {
    const me = aMembership({ roles: [aTerm('coordinator', { until: daysLater(-100) })] });
    const handed = handOver(aSituation({ me, coordinators: 1 }), member, { role: 'coordinator', until: undefined, at });

    expect(handed).toMatchObject({ value: { coordinationMoves: true } });
    expect(handed.ok && after(handed.value, 2)?.roles).toMatchObject([{ role: 'coordinator' }]);
  });
});

describe('taking a community over that has no coordinator', () => {
  it('makes an administrator its member and coordinator', () => {
    const taken = takeOver(aSituation({ actor: { administrator: true }, coordinators: 0, community: closed }), { at });

    expect(taken).toMatchObject({ growth: 1, coordinationMoves: true });
    expect(after(taken)).toMatchObject({ state: 'member', roles: [{ role: 'coordinator' }] });
  });
});
