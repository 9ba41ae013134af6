import { describe, expect, it } from 'vitest';
import { deliveryStates } from './kind.ts';
import { troubleOfMine, troubleOfOthers } from './trouble.ts';

describe('a message that did not come', () => {
  it.each(deliveryStates)('that is %s has a reason exactly where something is wrong', (state) => {
    const wrong = state === 'failed' || state === 'blocked' || state === 'expired';
    expect(troubleOfMine(state, 'late') !== undefined).toBe(wrong);
  });

  it('says to its recipient what they can do, and to its sender what others can', () => {
    expect(troubleOfMine('failed', 'not-installed')?.remedy).toContain('Add it there');
    expect(troubleOfOthers('not-installed').remedy).toContain('administrator');
  });

  it('shows nobody what Teams answered', () => {
    const answer = 'ConnectorError 500: secret in /var/run';
    expect(troubleOfMine('failed', answer)?.reason).toBe('Teams could not be reached in time.');
    expect(troubleOfOthers('toString').reason).toBe('Teams could not be reached in time');
  });
});
