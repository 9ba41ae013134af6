import { describe, expect, it } from 'vitest';
import { botScene } from '../../test/bot-scene.ts';
import type { Channel } from '../../test/channel.ts';
import { IN_CHANNEL, talkTo, TENANT, wordsOf } from '../../test/conversation.ts';

const { db, channel, mara } = botScene();

describe('an activity is turned away', () => {
  it.each<[string, (channel: Channel) => Promise<string | null>]>([
    ['without a token', async () => null],
    ['with garbage', async () => 'Bearer garbage'],
    ['with another scheme', async () => 'Basic Y29wc2U6Y29wc2U='],
    ['with a token for another bot', (c) => c.authorization({ claims: { aud: 'another-bot' } })],
    ['with a token of another issuer', (c) => c.authorization({ claims: { iss: 'https://sts.windows.net/tenant/' } })],
    [
      'with a token for another connector',
      (c) => c.authorization({ claims: { serviceurl: 'https://elsewhere.example.com/' } }),
    ],
    ['with an expired token', (c) => c.authorization({ expires: '-10m' })],
    ['with a token signed by an unknown key', (c) => c.authorization({ kid: 'unknown' })],
    ['with a forged signature', (c) => c.authorization({ key: c.forger.privateKey })],
    ['with a key that is endorsed for another channel', (c) => c.authorization({ kid: 'webchat-only' })],
  ])('%s', async (_how, authorization) => {
    const { status, body } = await mara().deliver(mara().activity({ text: 'help' }), await authorization(channel()));

    expect(status).toBe(401);
    expect(body).toBeUndefined();
    expect(channel().sent).toEqual([]);
  });

  it('with no algorithm at all', async () => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const claims = {
      iss: 'https://api.botframework.com',
      aud: channel().config.appId,
      serviceurl: channel().serviceUrl,
      exp: 4_000_000_000,
    };
    const unsigned = `Bearer ${encode({ alg: 'none', kid: 'channel' })}.${encode(claims)}.`;
    expect((await mara().deliver(mara().activity({ text: 'help' }), unsigned)).status).toBe(401);
  });

  it('when it names a connector that we do not talk to, even with a good token', async () => {
    const serviceUrl = 'https://collector.example.com/';
    const authorization = await channel().authorization({ claims: { serviceurl: serviceUrl } });
    expect((await mara().deliver(mara().activity({ text: 'help', serviceUrl }), authorization)).status).toBe(401);
  });

  it.each([
    ['is no activity', 'hello'],
    ['is of a channel that vouches for nobody', { type: 'message', channelId: 'webchat' }],
    ['is broken', '{"type":'],
  ])('when it %s', async (_how, body) => {
    expect((await mara().deliver(body)).status).toBe(400);
  });

  it('when it is too large', async () => {
    expect((await mara().deliver(JSON.stringify(mara().activity({ text: 'x'.repeat(300_000) })))).status).toBe(413);
  });

  it('and the log says so without a word of the token, the key or the person', async () => {
    const printed: string[] = [];
    const { error } = console;
    console.error = (...all: unknown[]) => printed.push(all.join(' '));
    const forged = await channel().authorization({ key: channel().forger.privateKey });
    await mara().deliver(mara().activity({ text: 'a secret' }), forged);
    console.error = error;

    expect(printed).toEqual([]);
    expect(JSON.stringify(mara().logged)).not.toMatch(/secret|Mara|BEGIN|eyJ|29:/);
    expect(mara().logged).toHaveLength(1);
  });

  it('but not for good when the keys of the channel could not be had', async () => {
    channel().fail('keys');
    const other = talkTo(undefined as never, {
      ...channel(),
      config: { ...channel().config, openIdMetadataUrl: `${channel().config.openIdMetadataUrl}?fresh` },
    });
    expect((await other.deliver(other.activity({ text: 'help' }))).status).toBe(503);
  });
});

describe('the bot', () => {
  it('answers through the connector, signed in as itself', async () => {
    const { status, card } = await mara().write('help');

    expect(status).toBe(200);
    expect(wordsOf(card)).toContain('Hello Mara');
    expect(Object.fromEntries(channel().logins[0] ?? [])).toMatchObject({
      grant_type: 'client_credentials',
      client_id: channel().config.appId,
      scope: 'https://api.botframework.com/.default',
    });
  });

  it('welcomes a person once, though Teams tells it twice', async () => {
    const added = { type: 'conversationUpdate', membersAdded: [{ id: `28:${channel().config.appId}` }] };
    await mara().deliver(mara().activity(added));
    await mara().deliver(mara().activity({ type: 'installationUpdate', action: 'add' }));

    expect(channel().sent).toHaveLength(1);
    expect(wordsOf(channel().sent[0]?.body)).toContain('What interests you?');
  });

  it('introduces itself to a team, and offers to connect a community', async () => {
    await mara().deliver(mara().activity({ type: 'installationUpdate', action: 'add', ...IN_CHANNEL }));
    expect(wordsOf(channel().sent[0]?.body)).toContain('Connect a community');
  });

  it('says nothing when the app is upgraded, or when somebody else comes', async () => {
    await mara().deliver(mara().activity({ type: 'installationUpdate', action: 'add-upgrade' }));
    await mara().deliver(mara().activity({ type: 'conversationUpdate', membersAdded: [{ id: '29:jonas' }] }));
    expect(channel().sent).toEqual([]);
  });

  it('acts once on what is delivered five times, at once or in turn', async () => {
    const activity = mara().activity({ text: 'help' });
    await Promise.all([mara().deliver(activity), mara().deliver(activity), mara().deliver(activity)]);
    await mara().deliver(activity);
    const { status } = await mara().deliver(activity);

    expect(status).toBe(200);
    expect(channel().sent).toHaveLength(1);
  });

  it('gives a repeated click the same answer', async () => {
    const value = { action: { verb: 'say', data: { words: 'help' } } };
    const click = mara().activity({ type: 'invoke', name: 'adaptiveCard/action', value });
    const [first, second] = [await mara().deliver(click), await mara().deliver(click)];
    expect(first.status).toBe(200);
    expect(second).toEqual(first);
  });

  it('answers 502 when its reply could not be sent, tells the log no text, and tries again with the next delivery', async () => {
    const activity = mara().activity({ text: 'help' });
    channel().fail('connector');
    expect((await mara().deliver(activity)).status).toBe(502);
    expect(JSON.stringify(mara().logged)).not.toContain('secret text');

    channel().fail(undefined);
    expect((await mara().deliver(activity)).status).toBe(200);
    expect(channel().sent).toHaveLength(1);
  });

  it('says something kind with a reference when core fails, and logs the reference without a name', async () => {
    const broken = talkTo(
      { identity: { signIn: () => Promise.reject(new Error('Mara Lindqvist is in this message')) } } as never,
      channel(),
    );
    const { status, card } = await broken.write('help');

    const incident = /reference (\w{6})/.exec(wordsOf(card))?.[1];
    expect(status).toBe(200);
    expect(incident).toBeDefined();
    expect(broken.logged).toMatchObject([{ level: 'error', fields: { incident, error: 'Error' } }]);
    expect(JSON.stringify(broken.logged)).not.toContain('Mara');
  });

  it('does not take an anonymous visitor of a meeting for anybody', async () => {
    const { text } = await mara().write('me', { from: { id: '29:somebody', name: 'Mara Lindqvist' } });
    expect(text).toContain('signed in');
  });

  it('knows a guest by the roster of the conversation', async () => {
    await mara().write('help');
    channel().roles.set('29:priya', 'guest');
    const priya = {
      from: { id: '29:priya', name: 'Priya Raman', aadObjectId: '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be002' },
    };
    await mara().write('help', priya);

    const people = await db().selectFrom('person').select(['name', 'guest']).orderBy('name').execute();
    expect(people).toEqual([
      { name: 'Jonas Weber', guest: false },
      { name: 'Mara Lindqvist', guest: false },
      { name: 'Priya Raman', guest: true },
    ]);
  });

  it('leaves invokes that are not its own to nobody', async () => {
    expect(
      (await mara().deliver(mara().activity({ type: 'invoke', name: 'signin/verifyState', value: {} }))).status,
    ).toBe(501);
  });

  it.each([
    ['nothing', undefined],
    ['an unknown verb', { verb: 'erase-everything', data: {} }],
    ['no id', { verb: 'join', data: {} }],
    ['an id that is none', { verb: 'join', data: { community: "'; drop table person --" } }],
    ['a foreign id', { verb: 'join', data: { community: '0198c2a0-ffff-7000-8000-000000000001' } }],
    ['a list for a text', { verb: 'save-interests', data: { interests: ['a'] } }],
    [
      'a prototype',
      { verb: 'join', data: JSON.parse('{"__proto__":{"community":"0198c2a0-ffff-7000-8000-000000000001"}}') },
    ],
    ['a megaphone', { verb: 'say', data: { words: 'x'.repeat(5000) } }],
    ['a role nobody gave', { verb: 'connect', data: { community: '0198c2a0-ffff-7000-8000-000000000001' } }],
    ['a card for an answer', { verb: 'endorse', data: { practice: { $ne: null } } }],
  ])('answers a card whose button carries %s with a kind word', async (_what, action) => {
    const value = { action };
    const { status, body } = await mara().deliver(
      mara().activity({ type: 'invoke', name: 'adaptiveCard/action', value }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(mara().logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('keeps tenants apart', async () => {
    await mara().write('help');
    const stranger = { ...IN_CHANNEL, channelData: { ...IN_CHANNEL.channelData, tenant: { id: crypto.randomUUID() } } };
    await mara().write('help', stranger);
    const organisations = await db().selectFrom('organisation').select('entra_tenant_id').execute();
    expect(organisations).toHaveLength(2);
    expect(organisations.map((one) => one.entra_tenant_id)).toContain(TENANT);
  });
});
