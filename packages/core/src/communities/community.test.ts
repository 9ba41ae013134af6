import { describe, expect, it } from 'vitest';
import {
  aCommunity,
  aHolder,
  aMembership,
  anActor,
  aSituation,
  closed,
  monday,
} from '../testing/community-builders.ts';
import { archetypeOf, archetypes } from './archetype.ts';
import { claimsName, edit, found } from './community.ts';
import { reopen } from './life-stage.ts';

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
