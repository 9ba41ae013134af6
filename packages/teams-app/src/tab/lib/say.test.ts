import { describe, expect, it } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { refusalWords } from './say-refusals.ts';
import { fieldMessage, isRefusal, say } from './say.ts';

describe('words for people', () => {
  it.each(Object.entries(refusalWords))('say what happened, why and what to do: %s', (reason, words) => {
    expect(say(new ApiProblem(409, reason))).toBe(words);
    expect(words.what).toMatch(/^[A-Z].*[^.]$/u);
    expect(words.why).toMatch(/^[A-Z].*\.$/u);
    expect(words.next).toMatch(/^[A-Z].*\.$/u);
  });

  it.each([
    [401, 'Not signed in'],
    [404, 'Not found'],
    [413, 'Too much text'],
    [429, 'Too many at once'],
    [503, 'Copse is resting'],
    [500, 'Something went wrong'],
    [418, 'Something went wrong'],
  ])('fall back on the status %i where the reason is not known', (status, what) => {
    expect(say(new ApiProblem(status, 'brand-new-reason')).what).toBe(what);
    expect(say(new ApiProblem(status, 'unexpected')).what).toBe(what);
  });

  it.each([new Error('x'), undefined, 'toString', new ApiProblem(500, 'constructor')])(
    'exist for anything that can be thrown',
    (thrown) => {
      expect(say(thrown).what).toBe('Something went wrong');
    },
  );
});

describe('a problem of one field', () => {
  const problem = new ApiProblem(400, 'invalid-input', { fields: [{ path: 'skills.2.topic', message: 'Too long' }] });

  it('is shown at the field that holds it', () => {
    expect(fieldMessage(problem, 'skills')).toBe('Too long');
    expect(fieldMessage(problem, 'skill')).toBeUndefined();
  });

  it('is told from other refusals', () => {
    expect(isRefusal(problem, 'invalid-input')).toBe(true);
    expect(isRefusal(new Error('invalid-input'), 'invalid-input')).toBe(false);
  });
});
