import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCommunity, anActor, closed, daysLater, monday, personId } from '../testing/community-builders.ts';
import { admit, decline, invite, withdrawInvitation } from './admission.ts';
import { type Community, found, type Situation } from './community.ts';
import { close, reopen } from './life-stage.ts';
import { coordinates, isMember, join, leave, type Membership, type MembershipMove, remove } from './membership.ts';
import { endRole, grant, handOver, takeOver } from './role-term.ts';
import { type Role, roles } from './role.ts';

const PEOPLE = 5;
const moves = [
  'join',
  'leave',
  'leave-naming',
  'remove',
  'admit',
  'decline',
  'invite',
  'withdraw',
  'grant',
  'grant-term',
  'end',
  'hand-over',
  'close',
  'reopen',
] as const;

type Played = { community: Community; memberships: Map<number, Membership>; coordination: number };
type Step = { who: number; whom: number; what: (typeof moves)[number]; role: Role; day: number };

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.integer({ min: 0, max: PEOPLE - 1 }),
  whom: fc.integer({ min: 0, max: PEOPLE - 1 }),
  what: fc.constantFrom(...moves),
  role: fc.oneof({ weight: 3, arbitrary: fc.constant('coordinator' as const) }, fc.constantFrom(...roles)),
  day: fc.integer({ min: 0, max: 400 }),
});

/** Everybody tries anything: what the rules refuse does not happen. The last person is an administrator. */
function play(game: Played, { who, whom, what, role, day }: Step): void {
  const at = daysLater(day);
  const me = game.memberships.get(who);
  const other = game.memberships.get(whom);
  const situation: Situation = {
    actor: anActor({ personId: personId(who), administrator: who === PEOPLE - 1 }),
    community: game.community,
    me,
    coordinators: coordinatorsOf(game),
    coordination: game.coordination,
  };
  const decide = () => {
    switch (what) {
      case 'join':
        return join(situation, { message: undefined, at });
      case 'leave':
        return leave(situation, { successor: 'nobody', at });
      case 'leave-naming':
        return leave(situation, { successor: other, at });
      case 'remove':
        return remove(situation, other, { at });
      case 'admit':
        return admit(situation, other, { at });
      case 'decline':
        return decline(situation, other, { reason: 'No', at });
      case 'invite':
        return invite(situation, { personId: personId(whom), guest: false, membership: other, message: undefined, at });
      case 'withdraw':
        return withdrawInvitation(situation, other, { at });
      case 'grant':
        return grant(situation, other, { role, until: undefined, at });
      case 'grant-term':
        return grant(situation, other, { role, until: daysLater(day + 5), at });
      case 'end':
        return endRole(situation, other, { role, at });
      case 'hand-over':
        return handOver(situation, other, { role, until: undefined, at });
      case 'close':
        return close(situation, { reason: 'Enough', at });
      case 'reopen':
        return reopen(situation, { at });
    }
  };
  const decided = decide();
  if (!decided.ok || !decided.value) return;
  if (what === 'reopen' && situation.coordinators === 0) save(game, takeOver(situation, { at }));
  if ('memberships' in decided.value) save(game, decided.value);
  else game.community = decided.value.state;
}

function save(game: Played, move: MembershipMove): void {
  const before = coordinatorsOf(game);
  const members = membersOf(game);
  for (const membership of move.memberships)
    game.memberships.set(Number.parseInt(membership.personId.slice(-2), 16), membership);
  game.coordination += Number(move.coordinationMoves);

  // What the store does by these two numbers is right only when they are.
  expect(membersOf(game) - members).toBe(move.growth);
  if (coordinatorsOf(game) !== before) expect(move.coordinationMoves).toBe(true);
}

const all = ({ memberships }: Played) => [...memberships.values()];
const coordinatorsOf = (game: Played) => all(game).filter(coordinates).length;
const membersOf = (game: Played) => all(game).filter(isMember).length;

function begin(visibility: Community['visibility']): Played {
  const founded = found(anActor({ personId: personId(0) }), { ...aCommunity({ visibility }), at: monday });
  if (!founded.ok) throw new Error(founded.reason);
  const { community, founder } = founded.value;
  return { community, memberships: new Map([[0, founder]]), coordination: 1 };
}

describe('whatever anybody does', () => {
  it.each(['open', 'on-request', 'by-invitation'] as const)(
    'a living community that is %s has a coordinator',
    (visibility) => {
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
          const game = begin(visibility);
          const orphaned = steps.find((one) => {
            play(game, one);
            return !game.community.closed && coordinatorsOf(game) === 0;
          });

          expect(orphaned).toBeUndefined();
        }),
        { numRuns: 300 },
      );
    },
  );

  it('only members hold roles', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const game = begin('open');
        for (const one of steps) play(game, one);

        expect(all(game).filter((one) => !isMember(one) && one.roles.length > 0)).toEqual([]);
      }),
    );
  });

  it('a community that never had a coordinator can be given one by an administrator', () => {
    const game: Played = { community: aCommunity(), memberships: new Map(), coordination: 0 };
    play(game, { who: 1, whom: 1, what: 'join', role: 'mentor', day: 0 });
    play(game, { who: 4, whom: 1, what: 'grant', role: 'coordinator', day: 0 });

    expect(coordinatorsOf(game)).toBe(1);
  });

  it('one that was closed without a coordinator gets one by being opened', () => {
    const game: Played = { community: aCommunity(closed), memberships: new Map(), coordination: 0 };
    play(game, { who: 4, whom: 4, what: 'reopen', role: 'mentor', day: 0 });

    expect(game.community.closed).toBeUndefined();
    expect(coordinatorsOf(game)).toBe(1);
  });
});
