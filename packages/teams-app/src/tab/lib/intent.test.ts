import { describe, expect, it } from 'vitest';
import { intentKeys } from './intent.ts';

const keys = () => {
  let made = 0;
  return intentKeys(() => `key-${(made += 1)}`);
};

describe('the key of an intent', () => {
  it('stays while the same thing is tried again', () => {
    const intents = keys();
    expect(intents.keyFor({ name: 'Guild' })).toBe('key-1');
    expect(intents.keyFor({ name: 'Guild' })).toBe('key-1');
  });

  it('is new for another text', () => {
    const intents = keys();
    intents.keyFor({ name: 'Guild' });
    expect(intents.keyFor({ name: 'Guilds' })).toBe('key-2');
  });

  it('is new once the thing was done, even for the same text', () => {
    const intents = keys();
    intents.keyFor({ note: 'Thanks' });
    intents.fulfilled();
    expect(intents.keyFor({ note: 'Thanks' })).toBe('key-2');
  });
});
