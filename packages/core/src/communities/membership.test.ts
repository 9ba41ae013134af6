import { describe, expect, it } from 'vitest';
import {
  aHolder,
  after,
  aMembership,
  aSituation,
  aTerm,
  closed,
  monday,
  personId,
} from '../testing/community-builders.ts';
import { join, leave, type MembershipState, remove } from './membership.ts';

const at = monday;
const joining = (state: MembershipState | undefined, community: Parameters<typeof aSituation>[0] = {}) =>
  join(aSituation({ ...community, me: state && aMembership({ state, decidedBy: personId(9) }) }), {
    message: 'I keep the forms',
    at,
  });
const waiting = aMembership({ personId: personId(2), state: 'requested', message: 'I keep the forms' });
const coordinator = aSituation({ me: aHolder('coordinator') });

describe('joining', () => {
  it.each([
    ['open', undefined, 'member'],
    ['open', 'declined', 'member'],
    ['open', 'left', 'member'],
    ['open', 'requested', 'member'],
    ['open', 'invited', 'member'],
    ['on-request', undefined, 'requested'],
    ['on-request', 'declined', 'requested'],
    ['on-request', 'left', 'requested'],
    ['on-request', 'invited', 'member'],
    ['by-invitation', 'invited', 'member'],
  ] as const)('a community that is %s makes whoever is %s there a %s', (visibility, before, becomes) => {
    const joined = joining(before, { community: { visibility } });

    expect(joined).toMatchObject({
      value: {
        growth: becomes === 'member' ? 1 : 0,
        coordinationMoves: false,
        events: [{ type: becomes === 'member' ? 'membership.joined' : 'membership.requested' }],
      },
    });
    expect(joined.ok && after(joined.value)).toMatchObject({ state: becomes, since: at });
  });

  it.each([
    ['open', 'member', 'already-member'],
    ['on-request', 'requested', 'already-requested'],
    ['by-invitation', undefined, 'by-invitation-only'],
    ['by-invitation', 'declined', 'by-invitation-only'],
  ] as const)('a community that is %s is refused to whoever is %s: %s', (visibility, before, reason) => {
    expect(joining(before, { community: { visibility } })).toEqual({ ok: false, reason });
  });

  it('is refused by a closed community, even to the invited', () => {
    expect(joining('invited', { community: closed })).toEqual({ ok: false, reason: 'community-closed' });
  });

  it('keeps a message for those who admit, and none from before', () => {
    const asked = joining(undefined, { community: { visibility: 'on-request' } });
    const accepted = joining('invited');

    expect(asked.ok && after(asked.value)?.message).toBe('I keep the forms');
    expect(accepted.ok && after(accepted.value)).toMatchObject({ message: undefined, decidedBy: personId(9) });
  });

  it('gives back no role that was held before', () => {
    const before = aMembership({ state: 'left', roles: [aTerm('coordinator')] });
    const joined = join(aSituation({ me: before }), { message: undefined, at });

    expect(joined.ok && after(joined.value)?.roles).toEqual([]);
  });
});

describe('leaving', () => {
  const leaving = (situation: Parameters<typeof aSituation>[0], successor?: ReturnType<typeof aMembership>) =>
    leave(aSituation(situation), { successor: successor ?? 'nobody', at });

  it.each([
    ['member', 'left', 'membership.left', -1],
    ['requested', 'left', 'membership.withdrawn', 0],
    ['invited', 'declined', 'membership.declined', 0],
  ] as const)('as %s is possible', (state, becomes, type, growth) => {
    const left = leaving({ me: aMembership({ state }) });

    expect(left).toMatchObject({ value: { growth, events: [{ type }] } });
    expect(left.ok && after(left.value)).toMatchObject({ state: becomes, roles: [] });
  });

  it.each([undefined, 'declined', 'left'] as const)('as %s is not', (state) => {
    expect(leaving({ me: state && aMembership({ state }) })).toEqual({ ok: false, reason: 'not-a-member' });
  });

  it('takes all roles along', () => {
    const left = leaving({ me: aHolder('facilitator') });

    expect(left.ok && after(left.value)?.roles).toEqual([]);
  });

  describe('as the last coordinator', () => {
    const last = { me: aHolder('coordinator'), coordinators: 1 };

    it('needs a successor', () => {
      expect(leaving(last)).toEqual({ ok: false, reason: 'successor-needed' });
    });

    it('hands the community on to a member', () => {
      const left = leaving(last, aMembership({ personId: personId(2), roles: [aTerm('expert')] }));

      expect(left).toMatchObject({
        value: {
          growth: -1,
          coordinationMoves: true,
          events: [{ type: 'role.granted', role: 'coordinator', personId: personId(2) }, { type: 'membership.left' }],
        },
      });
      expect(left.ok && after(left.value, 2)?.roles.map(({ role }) => role)).toEqual(['expert', 'coordinator']);
    });

    it.each([
      ['oneself', aHolder('coordinator')],
      ['somebody who only asked to come in', waiting],
    ])('cannot name %s', (_who, successor) => {
      expect(leaving(last, successor)).toEqual({ ok: false, reason: 'no-such-member' });
    });

    it('cannot name somebody who is not there', () => {
      expect(leave(aSituation(last), { successor: undefined, at })).toEqual({ ok: false, reason: 'no-such-member' });
    });

    it('is possible when it is closed, because then nobody has to coordinate it', () => {
      expect(leaving({ ...last, community: closed }).ok).toBe(true);
    });

    it('is one of two is possible, and moves the coordination', () => {
      expect(leaving({ me: aHolder('coordinator'), coordinators: 2 })).toMatchObject({
        value: { coordinationMoves: true },
      });
    });
  });

  it('without being a coordinator makes nobody one', () => {
    const left = leaving({ me: aMembership() }, aMembership({ personId: personId(2) }));

    expect(left.ok && left.value.memberships).toHaveLength(1);
  });
});

describe('removing', () => {
  const member = aMembership({ personId: personId(2) });

  it('is up to a coordinator', () => {
    expect(remove(coordinator, member, { at })).toMatchObject({
      value: { growth: -1, events: [{ type: 'membership.removed', personId: personId(2), by: personId(1) }] },
    });
    expect(remove(aSituation({ me: aHolder('facilitator') }), member, { at })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });

  it('leaves the last coordinator in, even when an administrator does it', () => {
    const rescue = aSituation({ actor: { administrator: true }, coordinators: 1 });

    expect(remove(rescue, aHolder('coordinator', 2), { at })).toEqual({ ok: false, reason: 'successor-needed' });
    expect(remove({ ...rescue, coordinators: 2 }, aHolder('coordinator', 2), { at }).ok).toBe(true);
  });

  it('concerns members only', () => {
    expect(remove(coordinator, waiting, { at })).toEqual({ ok: false, reason: 'no-such-member' });
  });

  it('leaves a closed community as it is', () => {
    expect(remove(aSituation({ me: aHolder('coordinator'), community: closed }), member, { at })).toEqual({
      ok: false,
      reason: 'community-closed',
    });
  });
});
