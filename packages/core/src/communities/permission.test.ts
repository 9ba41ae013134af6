import { describe, expect, it } from 'vitest';
import { daysLater, monday } from '../testing/community-builders.ts';
import { allows, capacitiesOf, communityActions, type CommunityAction, isPossible, mayNow } from './permission.ts';
import { type Role, roles } from './role.ts';

const acting = (roles: readonly Role[], given: { administrator?: boolean; member?: boolean } = {}) => ({
  administrator: false,
  member: true,
  roles: roles.map((role) => ({ role, until: undefined })),
  ...given,
});
const mayDo = (capacities: ReturnType<typeof capacitiesOf>) =>
  communityActions.filter((action) => allows(capacities, action)).toSorted();

const everything = [...communityActions].toSorted();
const lead: CommunityAction[] = [
  'admit',
  'ask',
  'changeStage',
  'connect',
  'draftPractice',
  'edit',
  'invite',
  'scheduleGathering',
];

describe('in a community on request', () => {
  it.each([
    ['coordinator', everything],
    ['facilitator', lead],
    ['knowledge-steward', ['ask', 'draftPractice', 'edit', 'moderate']],
    ['expert', ['ask', 'draftPractice']],
    ['mentor', ['ask', 'draftPractice']],
    ['sponsor', ['ask', 'draftPractice']],
    ['knowledge-broker', ['ask', 'draftPractice']],
  ] satisfies [Role, CommunityAction[]][])('a %s may %j', (role, may) => {
    expect(mayDo(capacitiesOf(acting([role]), 'on-request', monday))).toEqual(may);
  });

  it('a member without a role may ask and write practices', () => {
    expect(mayDo(capacitiesOf(acting([]), 'on-request', monday))).toEqual(['ask', 'draftPractice']);
  });

  it('two roles add up', () => {
    expect(mayDo(capacitiesOf(acting(['facilitator', 'coordinator']), 'on-request', monday))).toEqual(everything);
  });
});

describe('whoever is no member', () => {
  it.each(roles)('may nothing, even with a grant as %s left over', (role) => {
    expect(mayDo(capacitiesOf(acting([role], { member: false }), 'open', monday))).toEqual([]);
  });

  it('may what a coordinator may as administrator, but for asking and writing practices', () => {
    const capacities = capacitiesOf(acting([], { administrator: true, member: false }), 'open', monday);

    expect(mayDo(capacities)).toEqual(everything.filter((action) => action !== 'draftPractice' && action !== 'ask'));
  });

  it('may as administrator find somebody for a community by invitation that nobody coordinates, and nothing else', () => {
    const outside = { ...acting([], { administrator: true, member: false }), uncoordinated: true };

    expect(mayDo(capacitiesOf(outside, 'by-invitation', monday))).toEqual(['grantRoles', 'invite']);
    expect(capacitiesOf({ ...outside, uncoordinated: false }, 'by-invitation', monday)).toEqual([]);
    expect(capacitiesOf({ ...outside, administrator: false }, 'by-invitation', monday)).toEqual([]);
  });
});

it.each([
  ['open', true],
  ['on-request', false],
  ['by-invitation', false],
] as const)('any member of a community that is %s may invite: %s', (visibility, may) => {
  expect(allows(capacitiesOf(acting([]), visibility, monday), 'invite')).toBe(may);
});

describe('a role whose term is over', () => {
  const over = (role: Role) => ({ administrator: false, member: true, roles: [{ role, until: daysLater(-1) }] });

  it.each(roles.filter((role) => role !== 'coordinator'))('gives a %s no right any more', (role) => {
    expect(capacitiesOf(over(role), 'on-request', monday)).toEqual(['member']);
  });

  it('leaves a coordinator all rights, so that no community is orphaned by a date', () => {
    expect(mayDo(capacitiesOf(over('coordinator'), 'on-request', monday))).toEqual(everything);
  });

  it('ends at its very instant', () => {
    const ends = { administrator: false, member: true, roles: [{ role: 'facilitator' as const, until: monday }] };

    expect(capacitiesOf(ends, 'on-request', monday)).not.toContain('facilitator');
    expect(capacitiesOf(ends, 'on-request', daysLater(-1))).toContain('facilitator');
  });
});

describe('a closed community', () => {
  it.each(communityActions)('lets nobody do anything but open it again: %s', (action) => {
    expect(isPossible(action, true)).toBe(action === 'reopen');
    expect(isPossible(action, false)).toBe(action !== 'reopen');
  });

  it('is opened by a coordinator and not by a facilitator', () => {
    expect(mayNow(capacitiesOf(acting(['coordinator']), 'open', monday), 'reopen', true)).toBe(true);
    expect(mayNow(capacitiesOf(acting(['facilitator']), 'open', monday), 'reopen', true)).toBe(false);
  });
});
