import { describe, expect, it } from 'vitest';
import { aHolder, after, aMembership, aSituation, daysLater, monday, personId } from '../testing/community-builders.ts';
import { admit, decline, invite, withdrawInvitation } from './admission.ts';
import { join } from './membership.ts';

const at = monday;
const waiting = aMembership({ personId: personId(2), state: 'requested', message: 'I keep the forms' });
const coordinator = aSituation({ me: aHolder('coordinator') });

describe('a request', () => {
  it('is admitted', () => {
    expect(admit(coordinator, waiting, { at })).toMatchObject({
      value: { growth: 1, events: [{ type: 'membership.joined', personId: personId(2), by: personId(1) }] },
    });
  });

  it('is declined with a reason, and may be made again', () => {
    const declined = decline(coordinator, waiting, { reason: 'We are full until May', at });

    expect(declined).toMatchObject({
      value: { growth: 0, events: [{ type: 'membership.declined', what: 'request' }] },
    });
    expect(declined.ok && after(declined.value, 2)).toMatchObject({
      state: 'declined',
      reason: 'We are full until May',
    });
  });

  it.each(['invited', 'member', 'declined', 'left', undefined] as const)(
    'is not what somebody %s has made',
    (state) => {
      const other = state && aMembership({ personId: personId(2), state });

      expect(admit(coordinator, other, { at })).toEqual({ ok: false, reason: 'no-such-request' });
      expect(decline(coordinator, other, { reason: 'No', at })).toEqual({ ok: false, reason: 'no-such-request' });
    },
  );

  it('is not for a member to decide', () => {
    expect(admit(aSituation({ me: aMembership() }), waiting, { at })).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('an invitation', () => {
  const inviting = (situation: Parameters<typeof aSituation>[0], given: Partial<Parameters<typeof invite>[1]> = {}) =>
    invite(aSituation(situation), {
      personId: personId(2),
      guest: false,
      membership: undefined,
      message: 'You know this best',
      at,
      ...given,
    });

  it('lets nobody in by itself', () => {
    const invited = inviting({ me: aMembership() });

    expect(invited).toMatchObject({ value: { growth: 0, events: [{ type: 'membership.invited' }] } });
    expect(invited.ok && after(invited.value, 2)).toMatchObject({
      state: 'invited',
      decidedBy: personId(1),
      message: 'You know this best',
    });
  });

  it("goes to a partner's guest only where partners may come", () => {
    expect(inviting({ me: aMembership() }, { guest: true })).toEqual({ ok: false, reason: 'partners-not-invited' });
    expect(inviting({ me: aMembership(), community: { reach: 'partners' } }, { guest: true }).ok).toBe(true);
  });

  it('to somebody who asked to come in is their admission, from those who may admit', () => {
    const lead = inviting({ me: aHolder('facilitator') }, { membership: waiting });
    const member = inviting({ me: aMembership() }, { membership: waiting });

    expect(lead.ok && after(lead.value, 2)?.state).toBe('member');
    expect(member.ok && after(member.value, 2)?.state).toBe('invited');
  });

  it('is not for members', () => {
    expect(inviting({ me: aMembership() }, { membership: aMembership({ personId: personId(2) }) })).toEqual({
      ok: false,
      reason: 'already-member',
    });
  });

  it('is taken back by who sent it, or by who may admit', () => {
    const invitation = aMembership({ personId: personId(2), state: 'invited', decidedBy: personId(3) });
    const sender = aSituation({ me: aMembership({ personId: personId(3) }) });

    expect(withdrawInvitation(sender, invitation, { at })).toMatchObject({
      value: { events: [{ type: 'membership.withdrawn', what: 'invitation' }] },
    });
    expect(withdrawInvitation(coordinator, invitation, { at }).ok).toBe(true);
    expect(withdrawInvitation(aSituation({ me: aMembership() }), invitation, { at })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(withdrawInvitation(coordinator, waiting, { at })).toEqual({ ok: false, reason: 'no-such-invitation' });
  });

  it('is long past after its day, and still stands', () => {
    const invited = aMembership({ state: 'invited', since: daysLater(-400) });

    expect(join(aSituation({ me: invited }), { message: undefined, at }).ok).toBe(true);
  });
});
