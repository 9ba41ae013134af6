import type { Host } from './connect.ts';

/** Where the tab stands, in the words of core's connections. */
export type PlaceHere = {
  readonly kind: 'teams-channel' | 'teams-chat';
  readonly externalId: string;
  readonly name: string;
  readonly url?: string;
};

/** The channel or group chat around the tab, named exactly as the bot names it; `undefined` in the personal app. */
export function placeHere({ channel, chatId }: Pick<Host, 'channel' | 'chatId'>): PlaceHere | undefined {
  if (channel) {
    const teamId = channel.teamId ?? channel.id;
    const name = channel.name ?? (teamId === channel.id ? 'General' : undefined);
    return {
      kind: 'teams-channel',
      externalId: `${teamId}|${channel.id}`,
      name: [channel.teamName, name].filter(Boolean).join(' › ') || 'This channel',
      url: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}/channel`,
    };
  }
  return chatId ? { kind: 'teams-chat', externalId: chatId, name: 'This chat' } : undefined;
}
