import { describe, expect, it } from 'vitest';
import { becauseFits, becauseNear, type Fit, nearness, type Nearness } from './reason.ts';

const near = (given: Partial<Nearness>): Nearness => ({ name: 0, sharedTopics: [], words: 0, wordCount: 0, ...given });
const fit = (given: Partial<Fit>): Fit => ({
  interests: [],
  wantsToLearn: [],
  practises: [],
  canTeach: [],
  challenge: false,
  fellows: 0,
  members: 1,
  ...given,
});

it.each([
  [{ name: 0.9 }, 'Almost the same name'],
  [{ name: 0.5, sharedTopics: ['design'] }, 'A similar name; the same topic: design'],
  [{ sharedTopics: ['a', 'b', 'c', 'd'] }, 'The same topics: a, b and c'],
  [{ words: 0.7, wordCount: 6 }, 'A purpose in much the same words'],
  [{ words: 1, wordCount: 1 }, 'A purpose about the same things'],
])('a community near a draft says why: %j', (given, because) => {
  expect(becauseNear(near(given))).toBe(because);
});

it('a name says more than topics, and topics more than words', () => {
  const [name, topics, words] = [{ name: 0.9 }, { sharedTopics: ['a', 'b', 'c'] }, { words: 1, wordCount: 9 }].map(
    (given) => nearness(near(given)),
  );

  expect(name).toBeGreaterThan(topics ?? 0);
  expect(topics).toBeGreaterThan(words ?? 0);
});

describe('a suggestion says why', () => {
  it.each([
    [{ interests: ['design'] }, 'You are interested in design'],
    [
      { wantsToLearn: ['design', 'testing'], interests: ['craft'] },
      'You want to learn design and testing; you are interested in craft',
    ],
    [
      { challenge: true, fellows: 3 },
      'It may help with your current challenge; 3 people from your other communities are in it',
    ],
    [{ fellows: 1 }, 'Somebody from your other communities is in it'],
    [{ canTeach: ['design'], practises: ['craft'], fellows: 9 }, 'You can teach design; you practise craft'],
    [{ members: 12 }, 'A lively community that you could join'],
    [{ members: 1 }, 'A new community'],
  ])('%j', (given, because) => {
    expect(becauseFits(fit(given))).toBe(because);
  });
});
