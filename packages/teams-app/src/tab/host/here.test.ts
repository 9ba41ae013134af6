import { describe, expect, it } from 'vitest';
import { placeHere } from './here.ts';

describe('the place around the tab', () => {
  it('is the channel, named as the bot names it', () => {
    const channel = { id: '19:c@thread.tacv2', name: 'Design', teamId: '19:t@thread.tacv2', teamName: 'Products' };
    expect(placeHere({ channel })).toMatchObject({
      kind: 'teams-channel',
      externalId: '19:t@thread.tacv2|19:c@thread.tacv2',
      name: 'Products › Design',
    });
  });

  it('is the first channel where Teams leaves its name out', () => {
    expect(placeHere({ channel: { id: '19:t@thread.tacv2', teamId: '19:t@thread.tacv2' } })?.name).toBe('General');
  });

  it('is the group chat', () => {
    expect(placeHere({ chatId: '19:chat@thread.v2' })).toMatchObject({
      kind: 'teams-chat',
      externalId: '19:chat@thread.v2',
    });
  });

  it('is none in the personal app', () => {
    expect(placeHere({})).toBeUndefined();
  });
});
