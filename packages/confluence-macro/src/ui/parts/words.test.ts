import { describe, expect, it } from 'vitest';
import { hueOf, initials } from './tile.tsx';
import { counted, dayOf, named } from './words.ts';

describe('words on the screen', () => {
  it('count in plain English', () => {
    expect([0, 1, 2, 1204].map((count) => counted(count, 'member'))).toEqual([
      '0 members',
      '1 member',
      '2 members',
      '1,204 members',
    ]);
    expect(counted(1, 'team uses it', 'teams use it')).toBe('1 team uses it');
  });

  it('keep a day a day, whatever the time zone', () => {
    expect(dayOf('2026-03-12')).toBe('12 March 2026');
  });

  it('show an instant on the reader’s own calendar', () => {
    // Tests run in Kathmandu, where it is past midnight already.
    expect(dayOf('2026-03-12T20:00:00.000Z')).toBe('13 March 2026');
    expect(dayOf('soon')).toBe('soon');
  });

  it('say where somebody works only when it is known', () => {
    expect([named({ name: 'Ana' }), named({ name: 'Ana', affiliation: 'Design' })]).toEqual(['Ana', 'Ana (Design)']);
  });
});

describe('the mark of a community or person', () => {
  it.each([
    ['Accessibility guild', 'AG'],
    ['Coatings and wear', 'CW'],
    ['batteries & charging', 'BC'],
    ['Ökonkwo', 'Ö'],
    ['한국 커뮤니티', '한커'],
    ['  ', '·'],
  ])('of «%s» is %s', (name, mark) => {
    expect(initials(name)).toBe(mark);
  });

  it('has the same colour every time', () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(hueOf(id)).toBe(hueOf(id));
    expect(hueOf(id)).toBeLessThan(6);
  });
});
