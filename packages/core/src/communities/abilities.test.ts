import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConnectionId } from '../kernel/ids.ts';
import { aMembership, aSituation, closed, daysLater, monday, personId } from '../testing/community-builders.ts';
import { admit, invite } from './admission.ts';
import { entries } from './archetype.ts';
import { viewCommunityCard } from './card-view.ts';
import { edit, type Situation } from './community.ts';
import type { CommunityAbilities } from './contract.ts';
import { changeStage, close, reopen } from './life-stage.ts';
import { join, leave, type Membership, type MembershipState, remove } from './membership.ts';
import { connect } from './place.ts';
import { grant, handOver } from './role-term.ts';
import { roles } from './role.ts';
import { type CommunityPageRow, viewCommunity } from './view.ts';

const states: readonly MembershipState[] = ['requested', 'invited', 'member', 'declined', 'left'];
const terms = fc.uniqueArray(
  fc.record({ role: fc.constantFrom(...roles), until: fc.constantFrom(undefined, daysLater(-3), daysLater(3)) }),
  { selector: ({ role }) => role, maxLength: 3 },
);

/** Anybody, in any relation to any community. */
const situation: fc.Arbitrary<Situation> = fc
  .record({
    administrator: fc.boolean(),
    visibility: fc.constantFrom(...entries),
    isClosed: fc.boolean(),
    coordinated: fc.boolean(),
    state: fc.option(fc.constantFrom(...states), { nil: undefined }),
    terms,
  })
  .map(({ administrator, visibility, isClosed, coordinated, state, terms }) => {
    const held = terms.map((term) => ({ ...term, since: daysLater(-30), by: undefined }));
    const me = state && aMembership({ state, roles: state === 'member' ? held : [] });
    const coordinators = coordinated || me?.roles.some(({ role }) => role === 'coordinator') ? 2 : 0;
    const community = { visibility, ...(isClosed ? closed : {}) };
    return aSituation({ actor: { administrator }, community, me, coordinators });
  });

/** The same situation as the page query would bring it. */
function rowOf({ community, coordinators, me }: Situation): CommunityPageRow {
  return {
    ...community,
    topics: [...community.topics],
    member_count: 3,
    practice_count: 0,
    founded_at: community.foundedAt,
    my_state: me?.state ?? null,
    first_steps: community.firstSteps,
    closed_at: community.closed?.at ?? null,
    close_reason: community.closed?.reason ?? null,
    history: null,
    connections: null,
    holders: Array.from({ length: coordinators }, () => ({
      role: 'coordinator' as const,
      since: monday.toISOString(),
      until: null,
      person: { id: personId(7), name: 'Coordinator', affiliation: null, guest: false, state: 'present' },
    })),
    my_roles: (me?.roles ?? []).map(({ role, since, until }) => ({
      role,
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    })),
    my_decision: null,
    request_count: 0,
  };
}

const at = monday;
const other = (given: Partial<Membership> = {}) => aMembership({ personId: personId(2), ...given });
const becomes = (one: Situation, state: MembershipState) => {
  const joined = join(one, { message: undefined, at });
  return joined.ok && joined.value.memberships[0]?.state === state;
};
const leaves = (one: Situation, as: MembershipState) =>
  one.me?.state === as && leave(one, { successor: 'nobody', at }).ok;

/** What the rules answer to whoever tries. */
const tried: Readonly<
  Record<
    Exclude<keyof CommunityAbilities, 'draftPractice' | 'ask' | 'scheduleGathering' | 'moderate'>,
    (one: Situation) => boolean
  >
> = {
  join: (one) => becomes(one, 'member'),
  requestToJoin: (one) => becomes(one, 'requested'),
  withdrawRequest: (one) => leaves(one, 'requested'),
  acceptInvitation: (one) => one.me?.state === 'invited' && becomes(one, 'member'),
  leave: (one) => leaves(one, 'member'),
  edit: (one) => edit(one, { purpose: 'For all of us' }, { at }).ok,
  changeStage: (one) => changeStage(one, { stage: 'maturing', note: undefined, at }).ok,
  close: (one) => close(one, { reason: 'Enough', at }).ok,
  reopen: (one) => reopen(one, { at }).ok,
  connect: (one) =>
    connect(one, {
      id: 'c' as ConnectionId,
      kind: 'teams-chat',
      externalId: 'x',
      name: 'x',
      url: undefined,
      at,
      takenBy: undefined,
    }).ok,
  admit: (one) => admit(one, other({ state: 'requested' }), { at }).ok,
  invite: (one) =>
    invite(one, { personId: personId(2), guest: false, membership: undefined, message: undefined, at }).ok,
  removeMember: (one) => remove(one, other(), { at }).ok,
  grantRoles: (one) => grant(one, other(), { role: 'mentor', until: undefined, at }).ok,
  handOver: (one) => roles.some((role) => handOver(one, other(), { role, until: undefined, at }).ok),
};

describe('a button is shown', () => {
  it.each(Object.keys(tried) as (keyof typeof tried)[])('exactly when the rules would let it happen: %s', (ability) => {
    fc.assert(
      fc.property(situation, (one) => {
        const shown = viewCommunity(one.actor, rowOf(one), at).abilities[ability];

        expect(shown).toBe(tried[ability](one));
      }),
      { numRuns: 300 },
    );
  });

  it('for asking in a list exactly where the page of the community has it', () => {
    fc.assert(
      fc.property(situation, (one) => {
        const page = viewCommunity(one.actor, rowOf(one), at);

        expect(viewCommunityCard(rowOf(one)).abilities.ask).toBe(page.abilities.ask);
        expect(page.abilities.ask).toBe(one.me?.state === 'member' && !one.community.closed);
      }),
    );
  });
});
