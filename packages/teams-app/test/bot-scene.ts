import { type Actor, type Core, coreSubscribers, createCore, createRelay } from '@copse/core';
import { askInput, changeLifeInput, draftPracticeInput, foundCommunityInput } from '@copse/core/contracts';
import { testDatabase } from '@copse/core/testing';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Card } from '../src/bot/cards/card.ts';
import { type Channel, startChannel } from './channel.ts';
import { IN_CHANNEL, type Talk, talkTo, TENANT } from './conversation.ts';
import { talkAround } from './talk-around.ts';

const MARA = '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be001';
const JONAS = '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be009';

type Founding = Parameters<typeof foundCommunityInput.parse>[0] & object;

/** The real core on a database of its own, a channel, Mara who talks to the bot, and Jonas who was there before. */
export function botScene() {
  const db = testDatabase();
  let channel: Channel;
  let core: Core;
  let mara: Talk;
  let jonas: Actor;
  let made = 0;
  const thread = talkAround();

  beforeAll(async () => {
    channel = await startChannel();
  });
  afterAll(() => channel.close());
  beforeEach(async () => {
    channel.sent.length = 0;
    channel.fail(undefined);
    channel.goWrong();
    channel.roles.clear();
    channel.roles.set('29:mara', 'user');
    channel.roles.set('29:jonas', 'user');
    channel.size.members = 12;
    channel.without.clear();
    channel.groups.clear();
    thread.refuses('threads-not-set-up');
    thread.asked.length = 0;
    core = createCore({
      db: db(),
      newId: () => `0198c2a1-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`,
      now: () => new Date(),
      chance: (count) => randomBytes(count),
      secret: 'a secret of at least thirty-two characters',
      sealKeys: [new Uint8Array(32).fill(7)],
      administrators: [],
    });
    mara = talkTo(core, channel, { threads: thread.read });
    const proof = {
      kind: 'entra',
      tenantId: TENANT,
      objectId: JONAS,
      name: 'Jonas Weber',
      guest: false,
      administrator: false,
    } as const;
    jonas = valueOf(await core.identity.signIn(proof));
  });

  /** A community that Jonas has founded. */
  async function aCommunity(over: Partial<Founding> = {}) {
    const founding = {
      archetype: 'guild',
      name: 'Accessibility guild',
      purpose: 'Everybody can use what we build.',
      topics: ['accessibility'],
      ...over,
    };
    return valueOf(await core.communities.foundCommunity(jonas, foundCommunityInput.parse(founding)));
  }

  /** The same, connected with the channel; Mara and Jonas are members who know its code of conduct. */
  async function aCommunityInChannel(over: Partial<Founding> = {}) {
    const community = await aCommunity(over);
    const place = {
      kind: 'teams-channel',
      externalId: `${IN_CHANNEL.channelData.team.id}|${IN_CHANNEL.channelData.channel.id}`,
      name: 'Accessibility',
    } as const;
    valueOf(await core.communities.connectPlace(jonas, { communityId: community.id, ...place }));
    await asMember(community.id);
    await core.trust.acknowledgeConduct(jonas, { communityId: community.id });
    return community;
  }

  /** Mara, once she is a member who has agreed to the code of conduct. */
  async function asMember(communityId: string): Promise<Actor> {
    const actor = valueOf(
      await core.identity.signIn({
        kind: 'bot',
        tenantId: TENANT,
        objectId: MARA,
        name: 'Mara Lindqvist',
        guest: false,
      }),
    );
    await core.communities.joinCommunity(actor, { communityId });
    valueOf(await core.trust.acknowledgeConduct(actor, { communityId }));
    return actor;
  }

  return {
    db,
    channel: () => channel,
    core: () => core,
    mara: () => mara,
    jonas: () => jonas,
    /** What Microsoft Graph would tell of the conversation; until a test says otherwise, nothing. */
    thread,

    aCommunity,
    aCommunityInChannel,
    asMember,

    /** A practice of Jonas, proposed to the community. */
    async aPractice(communityId: string, over: { visibility?: 'members' | 'organisation' } = {}) {
      const draft = draftPracticeInput.parse({
        communityId,
        title: 'Test with the keyboard',
        body: 'Unplug the *mouse*.',
        ...over,
      });
      const { id } = valueOf(await core.practices.draftPractice(jonas, draft));
      return valueOf(
        await core.practices.changeLife(jonas, { practiceId: id, action: 'propose', ...changeLifeInput.parse({}) }),
      );
    },

    /** A question of somebody, Jonas unless told otherwise. */
    async aQuestion(
      communityId: string,
      over: Partial<Parameters<typeof askInput.parse>[0] & object> = {},
      by = jonas,
    ) {
      const asking = { communityId, title: 'How do we caption a live talk in two languages?', ...over };
      return valueOf(await core.questions.askQuestion(by, askInput.parse(asking)));
    },

    /** Mara's id, once she has written to the bot. */
    async maraId() {
      const { id } = await db()
        .selectFrom('person')
        .select('id')
        .where('name', '=', 'Mara Lindqvist')
        .executeTakeFirstOrThrow();
      return id;
    },

    /** Lets what was announced reach the search. */
    indexed: () =>
      createRelay({ db: db(), subscribers: coreSubscribers({ now: () => new Date() }), now: () => new Date() }).drain(),
  };
}

export function valueOf<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

export const titlesOf = (card: Card | undefined) => (card?.actions ?? []).map(({ title }) => title);
