import { describe, expect, it } from 'vitest';
import { hoursText } from './hours-text.ts';

describe('working hours in words', () => {
  it('name the days in the reader’s language, wherever the device stands', () => {
    expect(hoursText({ days: [1, 5, 7], from: '09:00', to: '17:30' }, 'en-GB')).toBe('Mon, Fri, Sun, 09:00 to 17:30');
    expect(hoursText({ days: [2], from: '08:00', to: '12:00' }, 'de')).toBe('Di, 08:00 to 12:00');
  });

  it('without days say so', () => {
    expect(hoursText({ days: [], from: '09:00', to: '17:00' }, 'en-GB')).toBe('on no days');
  });
});
