import { describe, expect, it } from 'vitest';
import { communityPermissions } from '../communities/permission.ts';
import { roles } from '../communities/role.ts';
import type { CommunityId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Item } from './item.ts';
import { moderate } from './moderation.ts';
import { allows, type Capacity, trustActions, trustPermissions } from './permission.ts';
import { pseudonymsOf } from './pseudonym.ts';
import { askToUnmask, decideUnmasking, type Unmasking } from './unmasking.ts';

const author = '01900000-0000-7000-8000-0000000000a1' as PersonId;
const steward = '01900000-0000-7000-8000-0000000000a2' as PersonId;
const second = '01900000-0000-7000-8000-0000000000a3' as PersonId;
const communityId = '01900000-0000-7000-8000-0000000000c1' as CommunityId;
const at = new Date('2026-03-02T09:00:00.000Z');

const anItem = (given: Partial<Item> = {}, capacities: readonly Capacity[] = ['member', 'coordinator']): Item => ({
  subject: { kind: 'answer', id: 'a' },
  organisationId: 'o' as OrganisationId,
  communityId,
  questionId: 'q',
  occurrenceId: undefined,
  author: { sealed: new Uint8Array(45) },
  by: author,
  hidden: false,
  reports: 1,
  standing: { communityId, capacities, closed: false },
  selves: [steward],
  ...given,
});
const step = { id: 'e', by: steward, reason: 'Because', at };
const asking = { id: 'u', auditId: 'e', by: steward, reason: 'It is a threat', at };
const anUnmasking = (given: Partial<Unmasking> = {}): Unmasking => ({
  id: 'u',
  reason: 'It is a threat',
  askedBy: steward,
  askedAt: at,
  state: 'waiting',
  decidedBy: undefined,
  decidedAt: undefined,
  revision: 1,
  ...given,
});

describe('the permission table', () => {
  const capacities = [...roles, 'member', 'administrator'] as const;
  it.each([
    ['acknowledge-conduct', ['member']],
    ['edit-conduct', ['administrator', 'coordinator', 'facilitator', 'knowledge-steward']],
    ['moderate', ['administrator', 'coordinator', 'knowledge-steward']],
    ['unmask', ['coordinator', 'knowledge-steward']],
  ] as const)('lets %s be done by %j alone', (action, expected) => {
    expect(capacities.filter((one) => allows([one], action)).toSorted()).toEqual(expected);
  });

  it('has every action, and agrees with what communities say about moderation', () => {
    expect(Object.keys(trustPermissions)).toEqual([...trustActions]);
    expect(new Set(trustPermissions.moderate)).toEqual(new Set(communityPermissions.moderate));
  });
});

describe('moderation', () => {
  it.each([
    ['hide', false, true],
    ['restore', true, false],
    ['warn', false, undefined],
    ['dismiss', false, undefined],
  ] as const)('by %s leaves a reason in the audit log', (action, hidden, becomes) => {
    expect(moderate(anItem({ hidden }), { ...step, action })).toMatchObject({
      ok: true,
      value: {
        hidden: becomes,
        entry: { action, reason: 'Because', by: steward },
        answersReports: action !== 'restore',
      },
    });
  });

  it.each([
    ['hide', { hidden: true }],
    ['restore', { hidden: false }],
    ['dismiss', { reports: 0 }],
  ] as const)('does not %s what is so already', (action, given) => {
    expect(moderate(anItem(given), { ...step, action })).toEqual({ ok: false, reason: 'already-so' });
  });

  it('is never about one’s own words', () => {
    const own = anItem({ selves: [steward, author] });
    expect(moderate(own, { ...step, action: 'hide' })).toEqual({ ok: false, reason: 'own-item' });
  });
});

describe('unmasking', () => {
  it.each([
    ['not-allowed', anItem({}, ['member', 'administrator', 'facilitator']), 'two-stewards'],
    ['never-unmasked', anItem(), 'never'],
    ['not-anonymous', anItem({ author: { personId: author } }), 'two-stewards'],
    ['own-item', anItem({ selves: [author] }), 'two-stewards'],
  ] as const)('is not asked for: %s', (reason, item, policy) => {
    expect(askToUnmask(item, policy, asking)).toEqual({ ok: false, reason });
  });

  it.each([
    ['not-allowed', anUnmasking(), anItem({ selves: [second] }, ['member', 'administrator']), 'two-stewards'],
    ['already-decided', anUnmasking({ state: 'refused' }), anItem({ selves: [second] }), 'two-stewards'],
    ['second-steward-needed', anUnmasking(), anItem({ selves: [second, steward] }), 'two-stewards'],
    ['own-item', anUnmasking(), anItem({ selves: [author] }), 'two-stewards'],
    ['never-unmasked', anUnmasking(), anItem({ selves: [second] }), 'never'],
  ] as const)('is not agreed to: %s', (reason, unmasking, item, policy) => {
    const decision = { agree: true, by: second, auditId: 'e', at };
    expect(decideUnmasking({ unmasking, item, policy }, decision)).toEqual({ ok: false, reason });
  });

  it('names nobody in what it tells', () => {
    const decision = { agree: true, by: second, auditId: 'e', at };
    const item = anItem({ selves: [second] });
    const done = decideUnmasking({ unmasking: anUnmasking(), item, policy: 'two-stewards' }, decision);
    expect(done.ok && JSON.stringify([done.value.events, done.value.entry, done.value.state])).not.toContain(author);
  });
});

describe('pseudonyms', () => {
  const veiled = (itemId: string, personId?: PersonId) => ({ itemId, personId });
  it('call whoever asked the asker, wherever they write', () => {
    const names = pseudonymsOf(veiled('q', author), [veiled('1', steward), veiled('2', author), veiled('3', second)]);
    expect([...names.values()]).toEqual(['Asker', 'Anonymous 2', 'Asker', 'Anonymous 3']);
  });

  it('begin with 1 where the asker has a name', () => {
    expect([...pseudonymsOf(undefined, [veiled('1', steward), veiled('2', steward)]).values()]).toEqual([
      'Anonymous 1',
      'Anonymous 1',
    ]);
  });

  it('do without a number where a seal cannot be opened', () => {
    expect([...pseudonymsOf(veiled('q'), [veiled('1'), veiled('2', steward)]).values()]).toEqual([
      'Asker',
      'Anonymous',
      'Anonymous 2',
    ]);
  });
});
