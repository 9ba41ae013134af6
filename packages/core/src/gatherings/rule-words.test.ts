import { expect, it } from 'vitest';
import { ruleInWords } from './rule-words.ts';

it.each([
  ['FREQ=WEEKLY;COUNT=8', 'Every week on Saturday, 8 times'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'Every month on the 2nd Tuesday'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'Every month on the last Friday'],
  // In Los Angeles, where it still is the 31st at that instant.
  ['FREQ=WEEKLY;UNTIL=20270101T075959Z', 'Every week on Saturday until 31 December 2026'],
])('%s is told in words, with days as they are said everywhere and by the clock of its zone', (rule, words) => {
  expect(ruleInWords({ rule, startsLocal: '2026-12-05T09:00', timeZone: 'America/Los_Angeles' })).toBe(words);
});
