import type { MeView } from '@copse/core/contracts';
import { describe, expect, it } from 'vitest';
import { formOf, moveSkills, profileBody, profileProblems } from './profile-form.ts';
import { timeZones, weekdays } from './time-zones.ts';

const me = {
  name: 'Ada',
  timeZone: 'Asia/Kathmandu',
  workingHours: { days: [5, 1], from: '09:00', to: '17:00' },
  languages: ['en'],
  interests: ['testing'],
  skills: [
    { topic: 'rust', level: 'wants-to-learn' },
    { topic: 'c', level: 'can-teach' },
  ],
} as unknown as MeView;

describe('the profile', () => {
  it('goes back as it came', () => {
    expect(profileBody(formOf(me))).toMatchObject({
      name: 'Ada',
      affiliation: '',
      workingHours: { days: [1, 5], from: '09:00', to: '17:00' },
      skills: [
        { topic: 'c', level: 'can-teach' },
        { topic: 'rust', level: 'wants-to-learn' },
      ],
    });
  });

  it('has each skill in one list only', () => {
    expect(moveSkills(formOf(me).skills, 'practises', ['rust'])).toEqual({
      practises: ['rust'],
      'can-teach': ['c'],
      'wants-to-learn': [],
    });
  });

  it('needs a name and a day that ends after it starts', () => {
    expect(Object.keys(profileProblems({ ...formOf(me), name: ' ', from: '18:00' }))).toEqual(['name', 'hours']);
  });
});

describe('the calendar of a person', () => {
  it('offers UTC and the zone that was chosen elsewhere', () => {
    expect(timeZones('Mars/Olympus')).toEqual(expect.arrayContaining(['UTC', 'Mars/Olympus']));
  });

  it('begins on Monday, in their language', () => {
    expect(weekdays('de').map(({ name }) => name)).toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']);
  });
});
