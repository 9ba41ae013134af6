import { dumpRows } from '@copse/core/testing';
import { describe, expect, it } from 'vitest';
import { botScene } from '../../test/bot-scene.ts';
import { AS_JONAS, IN_CHANNEL, IN_GROUP_CHAT } from '../../test/conversation.ts';

const { db, channel, mara, aCommunityInChannel } = botScene();

const ana = { type: 'mention', text: '<at>Ana</at>', mentioned: { id: '29:ana', name: 'Ana' } };
const stranger = { id: '29:new', name: 'Nora Newcomer', aadObjectId: crypto.randomUUID() };

/** Where a team or a chat lets its threads be read, Teams delivers what people say to each other, too. */
describe.each([
  ['a channel', IN_CHANNEL],
  ['a chat of several', IN_GROUP_CHAT],
])('what people say to each other in %s', (_where, here) => {
  it.each([
    ['a message', {}],
    ['a command', { text: 'help' }],
    ['a question', { text: 'ask How do I caption a live talk?' }],
    ['a mention of somebody else', { text: '<at>Ana</at> help', entities: [ana] }],
    ['a mention that names nobody', { text: 'help', entities: [{ type: 'mention', mentioned: null }] }],
    ['a message without a recipient', { text: 'help', recipient: undefined, entities: [{ type: 'mention' }] }],
    ['a message of somebody the bot has never met', { from: stranger }],
    ['a message of a bot', { from: { id: '28:other', role: 'bot' } }],
    ['a code that somebody pasted', { text: 'ABCD-2345' }],
  ])('(%s) is neither answered nor kept', async (_what, over) => {
    await aCommunityInChannel();
    channel().sent.length = 0;
    const before = await dumpRows(db());
    const said = { text: 'I had a terrible night.', ...here, entities: [], ...AS_JONAS, ...over };
    expect(await mara().deliver(mara().activity(said))).toEqual({ status: 200, body: undefined });
    expect(channel().sent).toEqual([]);
    expect(mara().logged).toEqual([]);
    expect(await dumpRows(db())).toEqual(before);
  });

  it('stays unheard while what is written to the bot is answered', async () => {
    await mara().write('help', { ...here, entities: [] });
    expect(channel().sent).toEqual([]);
    await mara().write('<at>Copse</at> help', here);
    expect(channel().sent).toHaveLength(1);
  });
});
