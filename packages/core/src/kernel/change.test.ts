import { expect, it } from 'vitest';
import { change } from './change.ts';
import { accountKind, atlassianAccount, entraAccount } from './ids.ts';

it('a change moves the revision on by one and leaves what was there alone', () => {
  const before = { name: 'Ada', revision: 4 };
  const changed = change({ ...before, name: 'Bob' }, { type: 'renamed' });

  expect(changed).toEqual({ state: { name: 'Bob', revision: 5 }, events: [{ type: 'renamed' }] });
  expect(before).toEqual({ name: 'Ada', revision: 4 });
});

it('an account is named after its host', () => {
  expect(entraAccount('t', 'o')).toBe('entra:t:o');
  expect(accountKind(entraAccount('t', 'o'))).toBe('entra');
  expect(accountKind(atlassianAccount('c', '557058:a'))).toBe('atlassian');
});
