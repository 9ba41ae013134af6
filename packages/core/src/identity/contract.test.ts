import { describe, expect, it } from 'vitest';
import { editProfileInput, eraseMeInput, peopleQuery, redeemCodeInput } from './contract.ts';
import { profileLimits } from './profile.ts';

const accepts = (edit: unknown) => editProfileInput.safeParse(edit).success;

describe('an edit of a profile', () => {
  it('may leave everything as it is', () => {
    expect(editProfileInput.parse({})).toEqual({});
  });

  it('is tidied', () => {
    const edit = {
      name: '  Ada   Byron ',
      interests: ['#Testing', 'testing', 'Design'],
      workingHours: { days: [5, 1, 1], from: '09:00', to: '17:30' },
    };

    expect(editProfileInput.parse(edit)).toEqual({
      name: 'Ada Byron',
      interests: ['testing', 'design'],
      workingHours: { days: [1, 5], from: '09:00', to: '17:30' },
    });
  });

  it.each([
    { timeZone: 'Asia/Kathmandu' },
    { languages: ['en', 'de-AT', 'zh-Hant-TW'] },
    { skills: [{ topic: 'sql', level: 'can-teach' }] },
    { affiliation: '', challenge: '' },
  ])('accepts %j', (edit) => {
    expect(accepts(edit)).toBe(true);
  });

  it.each([
    ['an unknown field', { administrator: true }],
    ['no name', { name: '' }],
    ['a name that turns the text around', { name: 'Ada \u202Enoryb' }],
    ['a long name', { name: 'a'.repeat(profileLimits.name + 1) }],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }],
    ['a day that is none', { workingHours: { days: [8], from: '09:00', to: '17:00' } }],
    ['a time that is none', { workingHours: { days: [1], from: '24:00', to: '25:00' } }],
    ['a day that ends before it begins', { workingHours: { days: [1], from: '17:00', to: '09:00' } }],
    ['a language that is none', { languages: ['english (fluent)'] }],
    ['an unknown level', { skills: [{ topic: 'sql', level: 'guru' }] }],
    ['too many interests', { interests: Array.from({ length: profileLimits.interests + 1 }, (_, n) => `topic ${n}`) }],
    ['the wrong type', { interests: 'testing' }],
    ['null', { name: null }],
  ])('is refused with %s', (_what, edit) => {
    expect(accepts(edit)).toBe(false);
  });
});

describe('other input', () => {
  it('erases only with the word', () => {
    expect(eraseMeInput.safeParse({ confirm: 'yes' }).success).toBe(false);
    expect(eraseMeInput.safeParse({ confirm: 'erase' }).success).toBe(true);
  });

  it('has at most a hundred people on a page', () => {
    expect(peopleQuery.safeParse({ limit: '101' }).success).toBe(false);
    expect(peopleQuery.parse({ q: ' ada ' })).toMatchObject({ q: 'ada', limit: 25 });
  });

  it('does not take a megabyte for a code', () => {
    expect(redeemCodeInput.safeParse({ code: 'A'.repeat(1_000_000) }).success).toBe(false);
  });
});
