import { expect, it } from 'vitest';
import { addTopics } from './add-topics.ts';

it('takes several topics at once, tidied and each once', () => {
  expect(addTopics(['data'], ' #Plain  Language, DATA;  ;x, ünits', 8)).toEqual(['data', 'plain language', 'ünits']);
});

it('never takes more than there may be', () => {
  expect(addTopics(['aa', 'bb'], 'cc, dd', 3)).toEqual(['aa', 'bb', 'cc']);
});
