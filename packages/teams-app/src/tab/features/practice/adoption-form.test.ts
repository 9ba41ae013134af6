import { describe, expect, it } from 'vitest';
import { adoptionBody, adoptionProblems, emptyAdoption } from './adoption-form.ts';
import { measureText, typedNumber } from './adoption-words.ts';

describe('telling how it went', () => {
  it('needs a team, and an outcome when it was only tried', () => {
    expect(Object.keys(adoptionProblems({ ...emptyAdoption, kind: 'tried' }))).toEqual(['team', 'outcome']);
    expect(adoptionProblems({ ...emptyAdoption, team: 'App' })).toEqual({});
  });

  it('takes no half measure', () => {
    const form = { ...emptyAdoption, team: 'App', measure: 'Lead time', before: 'twelve' };
    expect(Object.keys(adoptionProblems(form))).toEqual(['after', 'before']);
  });

  it('sends what was told and nothing else', () => {
    expect(adoptionBody({ ...emptyAdoption, team: ' App ' })).toEqual({ kind: 'uses', team: 'App' });
    const measured = { ...emptyAdoption, team: 'App', measure: 'Lead time', before: '12', after: '8,5', unit: 'days' };
    expect(adoptionBody(measured)).toMatchObject({
      measure: { name: 'Lead time', before: 12, after: 8.5, unit: 'days' },
    });
  });

  it.each([
    ['1 234,5', 1234.5],
    ['-3', -3],
    ['1e5', undefined],
    ['1.2.3', undefined],
    ['', undefined],
    ['9999999999999', undefined],
  ])('reads “%s” as people type it', (text, number) => {
    expect(typedNumber(text)).toBe(number);
  });

  it('shows a measure in the digits of the reader', () => {
    expect(measureText({ name: 'Lead time', before: 12, after: 8.5, unit: 'days' }, 'de')).toBe(
      'Lead time: 12 → 8,5 days',
    );
  });
});
