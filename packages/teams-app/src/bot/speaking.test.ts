import { describe, expect, it } from 'vitest';
import { botScene } from '../../test/bot-scene.ts';
import type { Trouble } from '../../test/channel.ts';
import { IN_CHANNEL } from '../../test/conversation.ts';

const { db, channel, mara, aCommunityInChannel } = botScene();

async function help(...troubles: Trouble[]) {
  const before = channel().asked();
  channel().goWrong(...troubles);
  const { status } = await mara().deliver(mara().activity({ text: 'help' }));
  return { status, asked: channel().asked() - before, taken: channel().sent.length };
}

describe('a reply that Teams has surely not taken', () => {
  it.each([429, 412, 500, 503])('after %s comes all the same, once', async (status) => {
    expect(await help({ status }, { status })).toEqual({ status: 200, asked: 3, taken: 1 });
  });

  it('is not said earlier than Teams wants it', async () => {
    const begun = performance.now();
    expect(await help({ status: 429, retryAfter: '1' })).toEqual({ status: 200, asked: 2, taken: 1 });
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1000);
  });

  it('is given up after four tries, and the channel told so', async () => {
    const status = 503;
    expect(await help({ status }, { status }, { status }, { status })).toEqual({ status: 502, asked: 4, taken: 0 });
  });

  it('is given up at once where nobody would wait so long', async () => {
    expect(await help({ status: 429, retryAfter: '30' })).toEqual({ status: 502, asked: 1, taken: 0 });
  });
});

describe('a reply of which nobody knows whether Teams has taken it', () => {
  it.each<[string, Trouble]>([
    ['a gateway answered', { status: 502, taken: true }],
    ['a gateway ran out of time', { status: 504, taken: true }],
    ['the connection was lost', { status: 'hang up', taken: true }],
  ])('is not said twice when %s', async (_how, trouble) => {
    expect(await help(trouble)).toEqual({ status: 502, asked: 1, taken: 1 });
  });
});

it('a question is asked once, however often Teams is in trouble over its card', async () => {
  await aCommunityInChannel();
  channel().goWrong({ status: 500 }, { status: 500 }, { status: 502 });
  const asking = mara().activity({ text: 'ask How do I caption a live talk?', ...IN_CHANNEL });
  expect((await mara().deliver(asking)).status).toBe(502);

  expect(await db().selectFrom('question').select('title').execute()).toHaveLength(1);
});
