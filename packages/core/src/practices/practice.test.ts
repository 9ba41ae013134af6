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
import { credit, draft, edit, removeCredit } from './practice.ts';
import { endorse, recordAdoption, takeBackAdoption, takeBackEndorsement } from './trust.ts';

const steward = aPractitioner(['member', 'knowledge-steward']);
const later = new Date('2026-03-03T08:00:00.000Z');

describe('drafting', () => {
  const { id, organisationId, communityId, visibility, title, context, body, topics } = aPractice();
  const given = { id, organisationId, communityId, visibility, title, context, body, topics, at: noon };

  it('makes the writer owner and author', () => {
    expect(draft(aPractitioner(), given)).toMatchObject({
      value: {
        state: { life: 'draft', version: 1, ownerId: colleague, credits: [{ personId: colleague, credit: 'author' }] },
      },
    });
  });

  it.each([
    ['a colleague who is no member', aPractitioner(['colleague']), 'not-taking-part'],
    ['a member of a closed community', aPractitioner(['member'], { closed: true }), 'community-closed'],
  ] as const)('is refused to %s', (_who, writer, reason) => {
    expect(draft(writer, given)).toEqual({ ok: false, reason });
  });
});

describe('editing', () => {
  it('makes a new version of a new text, and credits whoever wrote it', () => {
    expect(edit(aPractice(), steward, { body: 'Write the test first.', note: 'Shorter', at: later })).toMatchObject({
      value: {
        state: {
          version: 2,
          versionBy: colleague,
          versionNote: 'Shorter',
          credits: [{ credit: 'author' }, { personId: colleague, credit: 'contributor' }],
        },
        events: [{ type: 'practice.edited', version: 2 }],
      },
    });
  });

  it('announces nothing where nothing changed', () => {
    const { title, topics, visibility } = aPractice();
    expect(edit(aPractice(), steward, { title, topics, visibility, at: later })).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('keeps the version when only the review date moves', () => {
    expect(edit(aPractice(), theOwner, { reviewBy: '2027-01-01', at: later })).toMatchObject({
      value: { state: { version: 1, reviewBy: '2027-01-01' } },
    });
  });

  it('hands a practice on only by its owner or a steward, and names the new owner', () => {
    const author = aPractitioner(['member', 'author']);
    expect(edit(aPractice(), author, { ownerId: colleague, at: later })).toMatchObject({ reason: 'not-allowed' });
    expect(edit(aPractice(), theOwner, { ownerId: colleague, at: later })).toMatchObject({
      value: {
        state: {
          ownerId: colleague,
          version: 1,
          credits: [{ personId: owner }, { personId: colleague, credit: 'author' }],
        },
      },
    });
  });

  it.each([
    ['a member who did not write it', aPractice(), aPractitioner(), 'not-allowed'],
    ['anybody once it is retired', aPractice({ life: 'retired' }), theOwner, 'practice-retired'],
    ['anybody once the community is closed', aPractice(), { ...theOwner, closed: true }, 'community-closed'],
  ] as const)('is refused to %s', (_who, practice, editor, reason) => {
    expect(edit(practice, editor, { body: 'Other words', at: later })).toEqual({ ok: false, reason });
  });
});

describe('credit', () => {
  it('is given by those who may edit, and changed rather than doubled', () => {
    const once = credit(aPractice(), theOwner, { personId: colleague, credit: 'reviewer', since: noon });
    if (!once.ok || !once.value) throw new Error('not credited');
    const twice = credit(once.value.state, theOwner, { personId: colleague, credit: 'contributor', since: later });
    expect(twice).toMatchObject({
      value: { state: { credits: [{}, { personId: colleague, credit: 'contributor', since: noon }] } },
    });
  });

  it('may be declined by the person, but an owner stays named', () => {
    const credits = [...aPractice().credits, { personId: colleague, credit: 'reviewer' as const, since: noon }];
    expect(removeCredit(aPractice({ credits }), aPractitioner(), colleague)).toMatchObject({ ok: true });
    expect(removeCredit(aPractice({ credits }), theOwner, owner)).toEqual({ ok: false, reason: 'not-allowed' });
  });
});

describe('an endorsement', () => {
  it('names the version that was read, and moves on only when given again', () => {
    const first = endorse(aPractice(), aPractitioner(), { note: undefined, at: noon });
    if (!first.ok || !first.value) throw new Error('not endorsed');
    expect(first.value.state.endorsements).toEqual([{ personId: colleague, version: 1, note: undefined, at: noon }]);
    expect(endorse(first.value.state, aPractitioner(), { note: undefined, at: later })).toEqual({
      ok: true,
      value: undefined,
    });

    const rewritten = { ...first.value.state, version: 2 };
    expect(endorse(rewritten, aPractitioner(), { note: undefined, at: later })).toMatchObject({
      value: { state: { endorsements: [{ version: 2, at: later }] } },
    });
  });

  it.each([
    ['its owner', theOwner, aPractice(), 'own-practice'],
    ['an author', aPractitioner(['member', 'author']), aPractice(), 'own-practice'],
    ['somebody who is no member', aPractitioner(['colleague']), aPractice(), 'not-allowed'],
    ['anybody while it is a draft', aPractitioner(), aPractice({ life: 'draft' }), 'not-possible-now'],
    ['anybody once it is retired', aPractitioner(), aPractice({ life: 'retired' }), 'not-possible-now'],
  ] as const)('is refused to %s', (_who, by, practice, reason) => {
    expect(endorse(practice, by, { note: undefined, at: noon })).toEqual({ ok: false, reason });
  });

  it('can be taken back, once', () => {
    const practice = aPractice({ endorsements: [{ personId: colleague, version: 1, note: undefined, at: noon }] });
    expect(takeBackEndorsement(practice, aPractitioner())).toMatchObject({ value: { state: { endorsements: [] } } });
    expect(takeBackEndorsement(aPractice(), aPractitioner())).toEqual({ ok: true, value: undefined });
  });
});

describe('adoption', () => {
  it('puts an endorsed practice in use', () => {
    expect(recordAdoption(aPractice({ life: 'endorsed' }), aPractitioner(['colleague']), anAdoption())).toMatchObject({
      value: {
        state: { life: 'in-use', adoptions: [{ by: colleague, team: 'Payments' }] },
        events: [{ type: 'practice.adopted' }, { type: 'practice.life-changed', life: 'in-use' }],
      },
    });
  });

  it('lets a proposal be tried, not used', () => {
    const record = (kind: 'uses' | 'tried') => recordAdoption(aPractice(), aPractitioner(), anAdoption({ kind }));
    expect(record('tried')).toMatchObject({ ok: true, value: { state: { life: 'proposed' } } });
    expect(record('uses')).toEqual({ ok: false, reason: 'not-possible-now' });
  });

  it('is taken back by whoever recorded it, or by a steward', () => {
    const adoption = { ...anAdoption(), by: owner };
    const practice = aPractice({ life: 'in-use', adoptions: [adoption] });
    expect(takeBackAdoption(practice, aPractitioner(), adoption.id)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(takeBackAdoption(practice, theOwner, adoption.id)).toMatchObject({ value: { state: { adoptions: [] } } });
    expect(takeBackAdoption(practice, steward, adoption.id)).toMatchObject({ ok: true });
  });
});
