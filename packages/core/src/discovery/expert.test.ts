import { describe, expect, it } from 'vitest';
import { becauseKnows, type Evidence, expertScore, type Known, topicsInTitle } from './expert.ts';

const about = (given: Partial<Known>): Known => ({
  topic: 'wcag',
  teaches: false,
  practises: false,
  accepted: 0,
  answers: 0,
  practices: 0,
  ...given,
});
const evidence = (given: Partial<Known>[] = [], over: Partial<Evidence> = {}): Evidence => ({
  known: given.map(about),
  expert: false,
  waiting: 0,
  ...over,
});

describe('the reason for asking somebody', () => {
  it.each([
    [{ accepted: 1 }, 'Because an answer of yours about wcag solved a question here.'],
    [{ accepted: 4, teaches: true }, 'Because 4 answers of yours about wcag solved questions here.'],
    [{ practices: 1 }, 'Because you have part in an endorsed practice about wcag.'],
    [{ teaches: true, practises: true }, 'Because you say that you can teach wcag.'],
    [{ practises: true }, 'Because you say that you practise wcag.'],
    [{ answers: 2 }, 'Because you have answered about wcag here.'],
  ])('%j: %s', (given, because) => {
    expect(becauseKnows(evidence([given]))).toBe(because);
  });

  it('may be the role alone', () => {
    expect(becauseKnows(evidence([], { expert: true }))).toBe('Because you are an expert of this community.');
  });

  it('is the strongest', () => {
    const [weak, strong] = [
      { topic: 'aria', practises: true },
      { topic: 'forms', accepted: 2 },
    ];
    expect(becauseKnows(evidence([weak, strong]))).toContain('forms');
  });
});

it('what others confirmed counts more than what one says, and the load weighs', () => {
  const [proven, says] = [evidence([{ accepted: 3 }]), evidence([{ teaches: true }])];
  expect(expertScore(proven)).toBeGreaterThan(expertScore(says));
  expect(expertScore({ ...proven, waiting: 2 })).toBeLessThan(expertScore(says));
  expect(expertScore(evidence())).toBe(0);
});

it('a title without topics is looked at word by word', () => {
  const words = ['how', 'do', 'test', 'c++', 'with', 'screen', 'readers'];
  const pairs = ['how do', 'do test', 'test c++', 'c++ with', 'with screen', 'screen readers'];
  expect(topicsInTitle('How do I test C++ with screen readers?')).toEqual([...words, ...pairs]);
  expect(topicsInTitle('… — !!!')).toEqual([]);
});
