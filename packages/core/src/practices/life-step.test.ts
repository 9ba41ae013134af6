import { describe, expect, it } from 'vitest';
import {
  anAdoption,
  aPractice,
  aPractitioner,
  colleague,
  noon,
  owner,
  theOwner,
} from '../testing/practice-builders.ts';
import { possibleSteps, takeStep } from './life-step.ts';
import { type Life, type LifeAction, lifeActions, lives } from './life.ts';
import type { Relation } from './permission.ts';

const trusted = [{ personId: colleague, version: 1, note: undefined, at: noon }];
const steward = aPractitioner(['member', 'knowledge-steward']);
const step = (action: LifeAction) => ({ action, reason: 'Superseded by the new tool', at: noon });

/** The table, written down a second time: from where each step leads, and who may take it. */
const allowed: Record<LifeAction, { from: Life[]; to: Life; by: Relation[] }> = {
  propose: {
    from: ['draft'],
    to: 'proposed',
    by: ['owner', 'author', 'knowledge-steward', 'coordinator', 'administrator'],
  },
  withdraw: { from: ['proposed'], to: 'draft', by: ['owner', 'knowledge-steward', 'coordinator', 'administrator'] },
  endorse: {
    from: ['proposed', 'under-review'],
    to: 'endorsed',
    by: ['expert', 'knowledge-steward', 'coordinator', 'administrator'],
  },
  'put-in-use': {
    from: ['endorsed'],
    to: 'in-use',
    by: ['owner', 'author', 'knowledge-steward', 'coordinator', 'administrator'],
  },
  'start-review': {
    from: ['endorsed', 'in-use'],
    to: 'under-review',
    by: ['owner', 'expert', 'knowledge-steward', 'coordinator', 'administrator'],
  },
  confirm: {
    from: ['under-review'],
    to: 'endorsed',
    by: ['expert', 'knowledge-steward', 'coordinator', 'administrator'],
  },
  retire: {
    from: ['proposed', 'endorsed', 'in-use', 'under-review'],
    to: 'retired',
    by: ['owner', 'knowledge-steward', 'coordinator', 'administrator'],
  },
  revive: { from: ['retired'], to: 'proposed', by: ['knowledge-steward', 'coordinator', 'administrator'] },
};
const relations: Relation[] = [
  'coordinator',
  'facilitator',
  'sponsor',
  'knowledge-steward',
  'expert',
  'mentor',
  'knowledge-broker',
  'owner',
  'author',
  'member',
  'colleague',
  'partner',
  'administrator',
];

describe('the life of a practice', () => {
  const table = lifeActions.flatMap((action) => lives.map((life) => ({ action, life })));

  it.each(table)('$action from $life is taken or refused as the table says', ({ action, life }) => {
    const taken = takeStep(aPractice({ life, endorsements: trusted }), steward, step(action));
    const expected = allowed[action].from.includes(life) ? allowed[action].to : 'not-possible-now';
    expect(taken.ok ? taken.value.state.life : taken.reason).toBe(expected);
  });

  it.each(lifeActions.flatMap((action) => relations.map((relation) => ({ action, relation }))))(
    '$action by $relation is allowed or not as the table says',
    ({ action, relation }) => {
      const practice = aPractice({ life: allowed[action].from[0]!, endorsements: trusted });
      const taken = takeStep(practice, aPractitioner([relation]), step(action));
      expect(taken.ok).toBe(allowed[action].by.includes(relation));
      expect(
        possibleSteps({ ...practice, trusted: true, written: true }, aPractitioner([relation])).includes(action),
      ).toBe(taken.ok);
    },
  );

  it('needs the trust of somebody beside the owner before the community endorses', () => {
    const own = [{ personId: owner, version: 1, note: undefined, at: noon }];
    expect(takeStep(aPractice({ endorsements: own }), steward, step('endorse'))).toEqual({
      ok: false,
      reason: 'endorsement-needed',
    });
  });

  it('is not endorsed by its own owner, whatever role they hold', () => {
    const stewardAndOwner = { ...theOwner, relations: [...theOwner.relations, 'knowledge-steward' as const] };
    expect(takeStep(aPractice({ endorsements: trusted }), stewardAndOwner, step('endorse'))).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });

  it.each(['withdraw', 'retire'] as const)('says why on %s', (action) => {
    expect(takeStep(aPractice(), steward, { action, at: noon })).toEqual({ ok: false, reason: 'reason-needed' });
  });

  it('proposes nothing empty', () => {
    expect(takeStep(aPractice({ life: 'draft', body: ' \n' }), theOwner, step('propose'))).toEqual({
      ok: false,
      reason: 'nothing-written',
    });
  });

  it('is looked at again a year after it was endorsed, or on the day that was set', () => {
    const endorse = (reviewBy?: string) =>
      takeStep(aPractice({ endorsements: trusted }), steward, { action: 'endorse', at: noon, reviewBy });
    expect(endorse()).toMatchObject({ value: { state: { reviewBy: '2027-03-02' } } });
    expect(endorse('2026-09-01')).toMatchObject({ value: { state: { reviewBy: '2026-09-01' } } });
  });

  it('returns from review to use where a team works this way', () => {
    const adoptions = [{ ...anAdoption(), by: colleague }];
    expect(takeStep(aPractice({ life: 'under-review', adoptions }), steward, step('confirm'))).toMatchObject({
      value: { state: { life: 'in-use' } },
    });
  });

  it('rests while the community is closed, except that it may be retired', () => {
    const closed = { ...steward, closed: true };
    expect(takeStep(aPractice({ endorsements: trusted }), closed, step('endorse'))).toMatchObject({
      reason: 'community-closed',
    });
    expect(takeStep(aPractice(), closed, step('retire'))).toMatchObject({ ok: true });
  });
});
