import { describe, expect, it } from 'vitest';
import { askProblems, emptyQuestion } from './ask-form.ts';

const asked = { ...emptyQuestion('c1'), title: 'How do you caption recordings?' };

describe('a question that is about to be asked', () => {
  it('needs a community and a sentence, and nothing else', () => {
    expect(askProblems(asked)).toEqual({});
  });

  it('says what is missing beside the field', () => {
    expect(askProblems({ ...emptyQuestion(''), title: '  why?      ' })).toEqual({
      communityId: 'Choose the community that you ask.',
      title: 'Ask in one sentence of at least ten characters.',
    });
  });

  it('carries the name of whoever asks until they hide it', () => {
    expect(emptyQuestion('c1').anonymous).toBe(false);
  });
});
