import { describe, expect, it } from 'vitest';
import { aDay, aPerson } from '../testing/builders.ts';
import { editProfile, refresh, welcome } from './person.ts';

const silent = { name: undefined, guest: undefined, role: undefined, listed: undefined, first: false };

describe('a newcomer', () => {
  it('joins with an empty profile', () => {
    const { id, organisationId } = aPerson();
    const newcomer = { id, organisationId, name: 'Ada', guest: false, createdAt: aDay };
    const joined = welcome({ ...newcomer, administrator: false, administratorByRole: false });

    expect(joined).toMatchObject({
      state: { name: 'Ada', profileStarted: false, interests: [], revision: 1 },
      events: [{ type: 'person.joined-organisation', personId: id }],
    });
  });
});

describe('editing a profile', () => {
  it('changes what was sent and nothing else', () => {
    const person = aPerson({ challenge: 'Flaky tests', interests: ['testing'] });

    expect(editProfile(person, { interests: ['testing', 'design'] })?.state).toEqual({
      ...person,
      interests: ['testing', 'design'],
      revision: person.revision + 1,
    });
  });

  it('takes away what was emptied', () => {
    const person = aPerson({ affiliation: 'Design', challenge: 'Flaky tests' });

    expect(editProfile(person, { affiliation: '', challenge: '' })?.state).toMatchObject({
      affiliation: undefined,
      challenge: undefined,
    });
  });

  it('announces nothing when nothing is new', () => {
    expect(editProfile(aPerson({ interests: ['testing'] }), { interests: ['testing'] })).toBeUndefined();
  });

  it('starts the profile even when nothing is new', () => {
    expect(editProfile(aPerson({ profileStarted: false }), {})?.state.profileStarted).toBe(true);
  });

  it('keeps one of two equal skills', () => {
    const skill = { topic: 'sql', level: 'can-teach' } as const;

    expect(editProfile(aPerson(), { skills: [skill, skill] })?.state.skills).toEqual([skill]);
  });
});

describe('a token', () => {
  it('brings a new name', () => {
    expect(refresh(aPerson({ name: 'Ada Byron' }), { ...silent, name: 'Ada Lovelace' })?.state.name).toBe(
      'Ada Lovelace',
    );
  });

  it('leaves a name that the person wrote', () => {
    const edited = editProfile(aPerson(), { name: 'Countess' })!.state;

    expect(refresh(edited, { ...silent, name: 'Ada Lovelace' })).toBeUndefined();
  });

  it('leaves the name free to change when a form sends it back as it was', () => {
    const edited = editProfile(aPerson({ name: 'Ada' }), { name: 'Ada', interests: ['maths'] })!.state;

    expect(refresh(edited, { ...silent, name: 'Ada Lovelace' })?.state.name).toBe('Ada Lovelace');
  });

  it('does not take the name away when it carries none', () => {
    expect(refresh(aPerson(), { ...silent, name: '' })).toBeUndefined();
  });

  it('says who is a guest', () => {
    expect(refresh(aPerson(), { ...silent, guest: true })?.state.guest).toBe(true);
  });

  it('that says nothing new changes nothing', () => {
    expect(refresh(aPerson(), { ...silent, name: 'Ada Byron', guest: false, role: false })).toBeUndefined();
  });
});

describe('administering', () => {
  const first = { administrator: true, administratorByRole: false };
  const byRole = { administrator: true, administratorByRole: true };
  const nobody = { administrator: false, administratorByRole: false };

  it.each([
    ['comes with the role', nobody, { role: true }, byRole],
    ['goes with the role', byRole, { role: false }, nobody],
    ['stays when a proof knows nothing of roles', byRole, { role: undefined }, byRole],
    ['comes with the list', nobody, { role: false, listed: true }, first],
    ['goes with the list', first, { role: false, listed: false }, nobody],
    ['by role outlasts the list', byRole, { role: true, listed: false }, byRole],
    ['comes to the first colleague', nobody, { role: false, first: true }, first],
    ['stays with the first colleague', first, { role: false }, first],
    ['does not come to a guest who is first', { ...nobody, guest: true }, { first: true }, { ...nobody, guest: true }],
  ])('%s', (_what, before, said, after) => {
    const person = aPerson(before);

    expect(refresh(person, { ...silent, ...said })?.state ?? person).toMatchObject(after);
  });
});
