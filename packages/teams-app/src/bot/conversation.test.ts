import { type Actor, type Core, coreSubscribers, createCore, createRelay } from '@copse/core';
import { changeLifeInput, draftPracticeInput, foundCommunityInput } from '@copse/core/contracts';
import { testDatabase } from '@copse/core/testing';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problemsOfCard } from '../../test/card-rules.ts';
import { type Channel, startChannel } from '../../test/channel.ts';
import { IN_CHANNEL, type Talk, talkTo, TENANT, wordsOf } from '../../test/conversation.ts';
import { VERBS } from './actions/dispatch.ts';
import type { Card } from './cards/card.ts';

const db = testDatabase();
const JONAS = '1f6f1a52-7e0c-4b39-8a5d-7a2f1c9be009';
let channel: Channel;
let core: Core;
let mara: Talk;
let jonas: Actor;
let made = 0;

beforeAll(async () => {
  channel = await startChannel();
});
afterAll(() => channel.close());
beforeEach(async () => {
  channel.sent.length = 0;
  channel.roles.set('29:mara', 'user');
  core = createCore({
    db: db(),
    newId: () => `0198c2a1-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`,
    now: () => new Date(),
    chance: (count) => randomBytes(count),
    secret: 'a secret of at least thirty-two characters',
    administrators: [],
  });
  mara = talkTo(core, channel);
  jonas = valueOf(
    await core.identity.signIn({
      kind: 'entra',
      tenantId: TENANT,
      objectId: JONAS,
      name: 'Jonas Weber',
      guest: false,
      administrator: false,
    }),
  );
});

function valueOf<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

type Founding = Parameters<typeof foundCommunityInput.parse>[0] & object;

/** A community that Jonas has founded. */
const aCommunity = async (over: Partial<Founding> = {}) =>
  valueOf(
    await core.communities.foundCommunity(
      jonas,
      foundCommunityInput.parse({
        archetype: 'guild',
        name: 'Accessibility guild',
        purpose: 'Everybody can use what we build.',
        topics: ['accessibility'],
        ...over,
      }),
    ),
  );

async function aPractice(communityId: string, over: { visibility?: 'members' | 'organisation' } = {}) {
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
}

const indexed = () =>
  createRelay({ db: db(), subscribers: coreSubscribers({ now: () => new Date() }), now: () => new Date() }).drain();
const titlesOf = (card: Card | undefined) => (card?.actions ?? []).map(({ title }) => title);

describe('in a private chat', () => {
  it.each([
    'help',
    'communities',
    'find accessibility',
    'practices',
    'me',
    'link',
    'community',
    'join',
    'find',
    'mumble',
  ])('«%s» is answered with a card that Teams can show, in an empty organisation too', async (written) => {
    const { status, card } = await mara.write(written);
    expect(status).toBe(200);
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
  });

  it('a question in plain words finds communities', async () => {
    await aCommunity();
    await indexed();
    const { card } = await mara.write('What communities are there about accessibility?');
    expect(wordsOf(card)).toContain('Accessibility guild');
  });

  it('words that are no command suggest the nearest', async () => {
    const { card } = await mara.write('comunities');
    expect(titlesOf(card)).toEqual(['Yes, communities', 'Search for “comunities”', 'See what I can do']);
  });

  it('joining by name makes a member, and joining again says so', async () => {
    const { id } = await aCommunity();
    const first = await mara.write('join accessibility guild');
    expect(wordsOf(first.card)).toContain('You are a member now');
    expect(titlesOf(first.card)).toEqual(['Practices', 'Open in Copse', 'Leave']);

    const again = await mara.write('join Accessibility guild');
    expect(wordsOf(again.card)).toContain('You are a member already');
    expect(valueOf(await core.communities.seeCommunity(jonas, { communityId: id })).memberCount).toBe(2);
  });

  it('a name that two communities may have is asked back', async () => {
    await aCommunity({ name: 'Data craft north' });
    await aCommunity({ name: 'Data craft south' });
    const { card } = await mara.write('join Data craft');
    expect(wordsOf(card)).toContain('Which one do you mean');
    expect(wordsOf(card)).toContain('Data craft north');
  });

  it('a name that nothing has leads to the search', async () => {
    const { card } = await mara.write('community Underwater basket weaving');
    expect(wordsOf(card)).toContain('I know no community called');
  });

  it('interests are saved, and communities that fit are shown', async () => {
    await aCommunity();
    const { card } = await mara.press('save-interests', { interests: 'Accessibility, mentoring; #Testing' });
    expect(wordsOf(card)).toContain('Accessibility guild');
    const saved = await db()
      .selectFrom('person')
      .select('interests')
      .where('name', '=', 'Mara Lindqvist')
      .executeTakeFirst();
    expect(saved?.interests).toEqual(['accessibility', 'mentoring', 'testing']);
  });

  it('a wrong linking code is refused with a way on', async () => {
    const { card } = await mara.write('link ABCD-2345');
    expect(wordsOf(card)).toContain('That is not a code I know');
    expect(titlesOf(card)).toContain('Enter a code');
  });

  it('a code that Confluence shows links the two accounts', async () => {
    await mara.write('help');
    const organisation = await db().selectFrom('organisation').select('id').executeTakeFirstOrThrow();
    const site = { cloudId: 'cloud-1', siteUrl: 'https://harbour.example' };
    await db()
      .insertInto('site')
      .values({
        cloud_id: site.cloudId,
        organisation_id: organisation.id,
        url: site.siteUrl,
        linked_at: new Date(),
        linked_by: null,
      })
      .execute();
    const reader = valueOf(await core.identity.signIn({ kind: 'atlassian', ...site, accountId: '557058:mara' }));
    const { code } = valueOf(await core.identity.issueLinkCode(reader));

    const { card } = await mara.write(code.toLowerCase());
    expect(wordsOf(card)).toContain('Your accounts belong together now');
    const signedInAgain = valueOf(await core.identity.signIn({ kind: 'atlassian', ...site, accountId: '557058:mara' }));
    expect(valueOf(await core.identity.seeMe(signedInAgain)).accounts).toHaveLength(2);
  });
});

describe('a pressed button', () => {
  it('joins, and the card changes in place', async () => {
    const { id } = await aCommunity();
    const { answer, card } = await mara.press('join', { community: id });
    expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(wordsOf(card)).toContain('You are a member now');
    expect(channel.sent).toEqual([]);
  });

  it('pressed five times at once joins once', async () => {
    const { id } = await aCommunity();
    await mara.write('help');
    await Promise.all(Array.from({ length: 5 }, () => mara.press('join', { community: id })));
    expect(valueOf(await core.communities.seeCommunity(jonas, { communityId: id })).memberCount).toBe(2);
  });

  it('asks before somebody leaves what they could not simply come back to', async () => {
    const { id } = await aCommunity({ visibility: 'on-request' });
    await mara.press('join', { community: id });
    const { items } = valueOf(await core.communities.listRequests(jonas, { communityId: id, limit: 5 }));
    await core.communities.admitMember(jonas, { communityId: id, personId: items[0]?.person.id ?? '' });

    const asked = await mara.press('leave', { community: id });
    expect(titlesOf(asked.card)).toEqual(['Leave', 'Stay']);
    const left = await mara.press('leave', { community: id, sure: true });
    expect(wordsOf(left.card)).toContain('You have left');
    expect(titlesOf(left.card)).toContain('Ask to join');
  });

  it('takes a request back', async () => {
    const { id } = await aCommunity({ visibility: 'on-request' });
    const { card } = await mara.press('join', { community: id });
    expect(titlesOf(card)).toContain('Withdraw request');
    const back = await mara.press('leave', { community: id, sure: true });
    expect(wordsOf(back.card)).toContain('has been withdrawn');
  });

  it('endorses a practice and takes the endorsement back', async () => {
    const { id } = await aCommunity();
    const practice = await aPractice(id);
    await mara.press('join', { community: id });

    const endorsed = await mara.press('endorse', { practice: practice.id });
    expect(wordsOf(endorsed.card)).toContain('Your endorsement counts');
    expect(titlesOf(endorsed.card)).toContain('Take back endorsement');
    const back = await mara.press('endorse', { practice: practice.id, takeBack: true });
    expect(titlesOf(back.card)).toContain('Endorse');
  });

  it('tells somebody who is no member why they cannot endorse', async () => {
    const { id } = await aCommunity();
    const practice = await aPractice(id);
    const { card } = await mara.press('endorse', { practice: practice.id });
    expect(card?.body[0]).toMatchObject({ type: 'Container', style: 'warning' });
  });

  it('of a client without Action.Execute works as a message', async () => {
    const { id } = await aCommunity();
    const { card } = await mara.write('', { text: undefined, value: { verb: 'join', community: id } });
    expect(wordsOf(card)).toContain('You are a member now');
  });
});

describe('in a channel', () => {
  const mention = { entities: [{ type: 'mention', text: '<at>Copse</at>', mentioned: { id: '28:copse' } }] };

  it('the mention does not count as a word', async () => {
    const entities = [{ type: 'mention', text: '<at>Copse</at>', mentioned: { id: `28:${channel.config.appId}` } }];
    const { card } = await mara.write('<at>Copse</at> help', { ...IN_CHANNEL, entities });
    expect(wordsOf(card)).toContain('What I can do here');
  });

  it('a coordinator connects the community, and everybody sees it', async () => {
    const { id } = await aCommunity();
    await mara.write('help');
    const me = await db()
      .selectFrom('person')
      .select('id')
      .where('name', '=', 'Mara Lindqvist')
      .executeTakeFirstOrThrow();
    await mara.press('join', { community: id });
    await core.communities.handOverRole(jonas, { communityId: id, role: 'coordinator', toPersonId: me.id });
    channel.sent.length = 0;

    const chosen = await mara.press('choose-connection', {}, IN_CHANNEL);
    expect(wordsOf(chosen.card)).toContain('Accessibility guild');
    await mara.press('connect', { community: id }, IN_CHANNEL);

    const [shown] = channel.sent;
    expect(shown).toMatchObject({ method: 'PUT' });
    expect(shown?.path).toMatch(/\/activities\/card-1$/);
    expect(wordsOf(shown?.body)).toContain('now belongs to');
    expect(titlesOf((await mara.write('community', { ...IN_CHANNEL, ...mention })).card)).toEqual([
      'Take part',
      'Practices',
      'Open in Copse',
    ]);
  });

  it('somebody without the role is told who can connect it', async () => {
    const { id } = await aCommunity();
    await mara.press('join', { community: id });
    channel.sent.length = 0;
    const { card } = await mara.press('connect', { community: id }, IN_CHANNEL);
    expect(wordsOf(card)).toContain('Ask one of its coordinators');
    expect(channel.sent).toEqual([]);
  });

  it.each(['me', 'link', 'ABCD-2345'])('«%s» is kept between the two of us', async (written) => {
    const { card } = await mara.write(written, IN_CHANNEL);
    expect(wordsOf(card)).toMatch(/private chat|between the two of us/);
    expect(wordsOf(card)).not.toContain('Mara');
  });

  it('a community by invitation is not shown to those who read along', async () => {
    const { id } = await aCommunity({
      name: 'Leadership circle',
      archetype: 'leadership-circle',
      visibility: 'by-invitation',
    });
    await mara.write('help');
    const me = await db()
      .selectFrom('person')
      .select('id')
      .where('name', '=', 'Mara Lindqvist')
      .executeTakeFirstOrThrow();
    await core.communities.inviteMember(jonas, { communityId: id, personId: me.id });
    await mara.press('join', { community: id });
    await indexed();

    expect(wordsOf((await mara.write('communities')).card)).toContain('Leadership circle');
    for (const written of ['communities', 'community Leadership circle', 'find leadership', 'join Leadership circle']) {
      const { card } = await mara.write(written, IN_CHANNEL);
      expect(
        wordsOf(card).replaceAll(
          /Search for “[^”]*”|find leadership|called “[^”]*”|“[^”]*”|find Leadership circle/g,
          '',
        ),
      ).not.toContain('Leadership circle');
    }
  });

  it('a practice for members only is not shown where its community does not meet', async () => {
    const { id } = await aCommunity();
    await aPractice(id, { visibility: 'members' });
    await mara.press('join', { community: id });

    expect(wordsOf((await mara.write('practices')).card)).toContain('Test with the keyboard');
    expect(wordsOf((await mara.write('practices', IN_CHANNEL)).card)).not.toContain('Test with the keyboard');
  });

  it('joining by words tells everybody no more than that', async () => {
    await aCommunity();
    const { card } = await mara.write('join Accessibility guild', IN_CHANNEL);
    expect(wordsOf(card)).toContain('You are a member now');
    expect(titlesOf(card)).toEqual(['Take part', 'Practices', 'Open in Copse']);
  });

  it('a client without Action.Execute is sent to the private chat, since all would read the answer', async () => {
    const { card } = await mara.write('', { ...IN_CHANNEL, text: undefined, value: { verb: 'choose-connection' } });
    expect(wordsOf(card)).toContain('cannot show you an answer of your own');
  });
});
