import { describe, expect, it } from 'vitest';
import { placeOf, readActivity, senderOf, wordsOf } from './activity.ts';
import { isAllowedServiceUrl } from './bot-config.ts';

const TENANT = '7d0c9f3a-51a4-4f4a-9d63-0b8f7a1c2e10';
const OBJECT = '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be001';

const anActivity = (over: Readonly<Record<string, unknown>> = {}) => {
  const read = readActivity({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: '29:mara', name: 'Mara', aadObjectId: OBJECT },
    recipient: { id: '28:bot', name: 'Copse' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...over,
  });
  if (!read) throw new Error('not an activity');
  return read;
};

const team = { id: '19:team@thread.tacv2', name: 'Commons' };

describe('where something was written', () => {
  it('is a private chat', () => {
    expect(placeOf(anActivity())).toEqual({ kind: 'personal' });
  });

  it('is a channel, by team and channel, whatever the thread', () => {
    const conversation = { id: '19:abc@thread.tacv2;messageid=12', conversationType: 'channel' };
    const channel = { id: '19:abc@thread.tacv2', name: 'Tests' };
    expect(placeOf(anActivity({ conversation, channelData: { tenant: { id: TENANT }, team, channel } }))).toEqual({
      kind: 'teams-channel',
      externalId: '19:team@thread.tacv2|19:abc@thread.tacv2',
      name: 'Commons › Tests',
      url: 'https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/channel',
    });
  });

  it("is a team's first channel when Teams names none", () => {
    const conversation = { id: team.id, conversationType: 'channel' };
    expect(placeOf(anActivity({ conversation, channelData: { tenant: { id: TENANT }, team } }))).toMatchObject({
      externalId: `${team.id}|${team.id}`,
      name: 'Commons › General',
    });
  });

  it('is the channel that was chosen at the installation', () => {
    const conversation = { id: team.id, conversationType: 'channel' };
    const settings = { selectedChannel: { id: '19:chosen@thread.tacv2' } };
    expect(
      placeOf(anActivity({ conversation, channelData: { tenant: { id: TENANT }, team, settings } })),
    ).toMatchObject({
      externalId: `${team.id}|19:chosen@thread.tacv2`,
    });
  });

  it('is a group chat, with a name of ours where it has none', () => {
    const conversation = { id: '19:chat@thread.v2', conversationType: 'groupChat' };
    expect(placeOf(anActivity({ conversation }))).toEqual({
      kind: 'teams-chat',
      externalId: '19:chat@thread.v2',
      name: 'This chat',
    });
  });
});

describe('the words of a message', () => {
  const mention = (text: string, id = '28:bot') => ({ type: 'mention', text, mentioned: { id, name: 'x' } });

  it.each([
    ['<at>Copse</at> help', [mention('<at>Copse</at>')], 'help'],
    ['help <at>Copse</at>', [mention('<at>Copse</at>')], 'help'],
    [
      '<at>Copse</at> find <at>Jonas Weber</at>',
      [mention('<at>Copse</at>'), mention('<at>Jonas Weber</at>', '29:jonas')],
      'find Jonas Weber',
    ],
    ['<div><p>find&nbsp;R&amp;D</p></div>', [], 'find R&D'],
    ['  find \n\n screen   readers ', [], 'find screen readers'],
    ['find &amp;lt;b&amp;gt;', [], 'find &lt;b&gt;'],
  ])('%j is «%s»', (text, entities, words) => {
    expect(wordsOf(anActivity({ text, entities }))).toBe(words);
  });
});

describe('who wrote it', () => {
  it('is named by tenant and object id, in one spelling', () => {
    expect(senderOf(anActivity({ from: { id: '29:mara', aadObjectId: OBJECT.toUpperCase() } }))).toEqual({
      teamsId: '29:mara',
      tenantId: TENANT,
      objectId: OBJECT,
      name: undefined,
    });
  });

  it.each([{ from: { id: '29:guest' } }, { from: { id: '28:other', aadObjectId: OBJECT, role: 'bot' } }])(
    'is nobody for %j',
    (over) => {
      expect(senderOf(anActivity(over))).toBeUndefined();
    },
  );

  it('must be a real id', () => {
    expect(readActivity({ ...anActivity(), from: { id: '29:mara', aadObjectId: 'me:too' } })).toBeUndefined();
  });
});

describe('a connector is talked to', () => {
  const allowed = ['https://smba.trafficmanager.net/', 'http://127.0.0.1:4600/connector'];

  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/',
    'http://127.0.0.1:4600/connector',
    'http://127.0.0.1:4600/connector/',
  ])('at %s', (url) => expect(isAllowedServiceUrl(url, allowed)).toBe(true));

  it.each([
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/https://smba.trafficmanager.net/',
    'https://user@smba.trafficmanager.net/',
    'http://smba.trafficmanager.net/',
    'http://127.0.0.1:4600/connector-of-somebody-else',
    'http://127.0.0.1:4601/connector',
    'not an address',
    '',
  ])('but not at %s', (url) => expect(isAllowedServiceUrl(url, allowed)).toBe(false));
});
