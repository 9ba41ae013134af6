import { describe, expect, it } from 'vitest';
import { readPagePractice } from './page-practice.ts';
import { statusLine } from './practice-status.ts';

const now = new Date('2026-11-24T09:00:00Z');
const practice = { life: 'in-use', reviewBy: '2027-03-15', reviewDue: false, teamCount: 7 } as const;

describe('the state of a practice in one line', () => {
  it.each([
    ['what it is, when it is looked at again and who uses it', {}, 'in use, review due March, 7 teams use it'],
    ['one team as one', { teamCount: 1 }, 'in use, review due March, 1 team uses it'],
    ['a review that is late', { reviewDue: true, teamCount: 0 }, 'in use, review overdue'],
    ['a month of another year', { reviewBy: '2027-10-01', teamCount: 0 }, 'in use, review due October 2027'],
    ['nothing that is not known', { life: 'proposed', reviewBy: undefined, teamCount: 0 }, 'proposed'],
    ['no review of what is retired', { life: 'retired', teamCount: 0 }, 'retired'],
  ] as const)('says %s', (_what, over, line) => {
    expect(statusLine({ ...practice, ...over }, now)).toBe(`Practice: ${line}`);
  });
});

describe('the practice that a page publishes', () => {
  const practiceId = '01890a5d-ac96-774b-bcce-b302099a8057';
  const property = { id: 7, key: 'copse-practice', value: { practiceId }, version: { number: 3 } };

  it('is found among its properties', () => {
    expect(readPagePractice({ results: [{ key: 'other' }, property] })).toEqual({
      practiceId,
      propertyId: '7',
      version: 3,
    });
  });

  it.each([
    ['another key', { ...property, key: 'mine' }],
    ['no id of ours', { ...property, value: { practiceId: '../me' } }],
    ['no value', { ...property, value: null }],
  ])('is none with %s', (_what, broken) => {
    expect(readPagePractice({ results: [broken] })).toBeUndefined();
  });

  it('is none in an answer that is no list', () => {
    for (const answer of [undefined, null, 'x', {}, { results: {} }]) expect(readPagePractice(answer)).toBeUndefined();
  });
});
