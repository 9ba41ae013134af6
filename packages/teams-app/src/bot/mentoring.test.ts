import { bringMentors } from '@copse/core/testing';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { botScene, titlesOf } from '../../test/bot-scene.ts';
import { problemsOfCard } from '../../test/card-rules.ts';
import { IN_CHANNEL, TENANT, wordsOf } from '../../test/conversation.ts';
import { VERBS } from './actions/dispatch.ts';

const { db, core, mara, jonas, aCommunityInChannel } = botScene();

/** Mara offers to be a mentor, and Jonas looks for one. */
async function maraIsAsked(): Promise<void> {
  const { id: communityId } = await aCommunityInChannel();
  await mara().write('join Accessibility');
  const me = (await db().selectFrom('person').select('id').where('name', '=', 'Mara Lindqvist').executeTakeFirst())?.id;
  const actor = { ...jonas(), personId: me as never };
  const offer = { communityId, topics: ['wcag'], room: 1, rhythm: 'monthly', note: '', pausedUntil: null } as const;
  await core().learning.offerMentoring(actor, { ...offer, topics: [...offer.topics] });
  const wanted = {
    communityId,
    goal: 'I want to *review* pages on my own.',
    topics: ['wcag'],
    rhythm: 'monthly',
  } as const;
  await core().learning.requestMentor(jonas(), { ...wanted, topics: [...wanted.topics] });
  await bringMentors(db(), communityId, randomUUID);
}
const dataOf = (card: unknown, title: string): Record<string, unknown> => {
  const found = JSON.stringify(card).match(new RegExp(`"title":"${title}","verb":"[a-z-]+","data":(\\{[^}]*\\})`, 'u'));
  return JSON.parse(found?.[1] ?? '{}') as Record<string, unknown>;
};

describe('mentoring in the chat with the bot', () => {
  it('says what it is to somebody who has none', async () => {
    const { card } = await mara().write('mentoring');
    expect(wordsOf(card)).toContain('You have no mentoring yet');
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
  });

  it('shows who asks, takes the yes in place, and notes that the two met once however often it is pressed', async () => {
    await maraIsAsked();
    const { card: asked } = await mara().write('mentoring');
    expect(wordsOf(asked)).toContain('Jonas Weber');
    expect(problemsOfCard(asked ?? {}, VERBS)).toEqual([]);

    const { card: agreed } = await mara().press('answer-seeker', dataOf(asked, 'Yes, gladly'));
    expect(wordsOf(agreed)).toContain('Jonas Weber hears of it');
    expect(problemsOfCard(agreed ?? {}, VERBS)).toEqual([]);
    const met = dataOf(agreed, 'We met today');
    await mara().press('we-met', met);
    const { card: noted } = await mara().press('we-met', met);
    expect(wordsOf(noted)).toContain('1 meeting');
  });

  it('is looked for in a dialog: what is wrong is said, nothing typed is lost, and the community is not offered again', async () => {
    const { id: community } = await aCommunityInChannel();
    await mara().write('join Accessibility');
    const { card: empty } = await mara().write('mentoring');
    expect(JSON.stringify(empty)).toContain('"dialog":"look-for-mentor"');
    const opened = await mara().dialog('fetch', { dialog: 'look-for-mentor' });
    expect(problemsOfCard(opened.card ?? {}, VERBS)).toEqual([]);
    expect(wordsOf(opened.card)).toContain('Accessibility');

    const typed = { dialog: 'look-for-mentor', step: 'send', community, topics: 'wcag, forms', rhythm: 'monthly' };
    const short = await mara().dialog('submit', { ...typed, goal: 'Pages' });
    expect(wordsOf(short.card)).toContain('Say in 10 to 500 characters');
    expect(JSON.stringify(short.card)).toContain('"value":"wcag, forms"');
    const done = await mara().dialog('submit', { ...typed, goal: 'I want to review pages on my own.' });
    expect(done.says).toContain('You hear of it as soon as a mentor says yes');
    expect(wordsOf((await mara().write('mentoring')).card)).toContain('I want to review pages on my own.');
    const again = await mara().dialog('fetch', { dialog: 'look-for-mentor' });
    expect(wordsOf(again.card)).toContain('There is no community in which you could look');
    const forced = await mara().dialog('submit', { ...typed, goal: 'I want to review pages on my own.' });
    expect(forced.says).toBeUndefined();
  });

  it('is offered in a dialog, and only where one takes part', async () => {
    const { id: community } = await aCommunityInChannel();
    const typed = {
      dialog: 'be-mentor',
      step: 'send',
      community,
      topics: 'wcag',
      room: '2',
      rhythm: 'monthly',
      note: '',
    };
    await mara().press('leave', { community, sure: true });
    const outside = await mara().dialog('submit', typed);
    expect(outside.says).toBeUndefined();
    expect(await db().selectFrom('mentor_offer').select('room').execute()).toEqual([]);

    await mara().write('join Accessibility');
    const opened = await mara().dialog('fetch', { dialog: 'be-mentor' });
    expect(problemsOfCard(opened.card ?? {}, VERBS)).toEqual([]);
    expect((await mara().dialog('submit', typed)).says).toContain('Your offer stands');
    expect(wordsOf((await mara().write('mentoring')).card)).toContain('0 of 2 places taken');
    const offers = await db().selectFrom('mentor_offer').select(['room', 'topics', 'rhythm']).execute();
    expect(offers).toEqual([{ room: 2, topics: ['wcag'], rhythm: 'monthly' }]);
  });

  it('notes the day that it is where the person is', async () => {
    // One of the two is on another day than UTC at any hour.
    const timeZone = new Date().getUTCHours() >= 10 ? 'Pacific/Kiritimati' : 'Pacific/Pago_Pago';
    await maraIsAsked();
    const me = await db().selectFrom('person').select('id').where('name', '=', 'Mara Lindqvist').executeTakeFirst();
    await core().identity.editProfile({ ...jonas(), personId: me?.id as never }, { timeZone });
    const { card } = await mara().press('answer-seeker', dataOf((await mara().write('mentoring')).card, 'Yes, gladly'));
    await mara().press('we-met', dataOf(card, 'We met today'));
    const mine = await core().learning.seeMyMentoring(jonas());
    const [mentorship] = mine.ok ? mine.value.mentorships : [];
    const there = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
    expect(mentorship?.sessions.map(({ heldOn }) => heldOn)).toEqual([there]);
    expect(there).not.toBe(new Date().toISOString().slice(0, 10));
  });

  it('tells nothing of it where others read along', async () => {
    await maraIsAsked();
    const { card } = await mara().write('mentoring', IN_CHANNEL);
    expect(wordsOf(card)).toContain('for you alone');
    expect(wordsOf(card)).not.toContain('Jonas');
    expect(titlesOf(card)).toEqual([]);
  });

  it('shows one’s circles with whose turn it is, and notes a meeting once: what the other one typed stays', async () => {
    const { id: communityId } = await aCommunityInChannel();
    await mara().write('join Accessibility');
    const rhythm = 'every-two-weeks' as const;
    const about = { title: 'Page *reviewers*', purpose: 'To review pages together.', topics: [] };
    const founding = { communityId, ...about, rhythm, size: 6, meetings: 3 };
    const founded = await core().learning.foundCircle(jonas(), founding);
    const circle = founded.ok ? founded.value.id : '';
    const me = await db().selectFrom('person').select('id').where('name', '=', 'Mara Lindqvist').executeTakeFirst();
    await core().learning.joinCircle({ ...jonas(), personId: me?.id as never }, { circleId: circle });
    for (const number of [3, 4, 5, 6]) {
      const who = { kind: 'entra', tenantId: TENANT, objectId: randomUUID(), name: `Peer ${number}` } as const;
      const peer = await core().identity.signIn({ ...who, guest: false, administrator: false });
      if (!peer.ok) throw new Error(peer.reason);
      await core().communities.joinCommunity(peer.value, { communityId });
      await core().learning.joinCircle(peer.value, { circleId: circle });
    }
    const { card: forming } = await mara().write('mentoring');
    expect(wordsOf(forming)).toContain('forming, 6 of 6 places taken');
    expect(problemsOfCard(forming ?? {}, VERBS)).toEqual([]);
    await core().learning.beginCircle(jonas(), { circleId: circle });
    const { card } = await mara().write('mentoring');
    expect(wordsOf(card)).toContain('Meeting 1 of 3 · led by Jonas Weber');
    expect(JSON.stringify(card)).toContain(`"circle":"${circle}","number":1`);
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);

    const opened = await mara().dialog('fetch', { dialog: 'note-circle', circle, number: 1 });
    expect(problemsOfCard(opened.card ?? {}, VERBS)).toEqual([]);
    const typed = { dialog: 'note-circle', circle, number: 1, note: 'We looked at forms.' };
    for (const [heldOn, says] of [
      ['2020-01-01', 'That day is before you began'],
      ['2999-01-01', 'That day has not come yet'],
      ['', 'Choose the day on which you met'],
    ] as const) {
      const refused = await mara().dialog('submit', { ...typed, heldOn });
      expect(wordsOf(refused.card)).toContain(says);
      expect(JSON.stringify(refused.card)).toContain('"value":"We looked at forms."');
    }
    const heldOn = new Date().toISOString().slice(0, 10);
    await core().learning.noteCircleMeeting(jonas(), {
      circleId: circle,
      number: 1,
      heldOn,
      note: 'Jonas was quicker.',
    });
    const late = await mara().dialog('submit', { ...typed, heldOn });
    expect(wordsOf(late.card)).toContain('“Jonas was quicker.”');
    expect(JSON.stringify(late.card)).toContain('"value":"We looked at forms."');
    expect(problemsOfCard(late.card ?? {}, VERBS)).toEqual([]);

    const done = await mara().dialog('submit', { ...typed, heldOn, number: 2 });
    expect(done.says).toContain('Noted, for the peers of this circle alone');
    expect(wordsOf((await mara().write('mentoring')).card)).toMatch(/Meeting 3 of 3 · about \d+ \w+ \d{4} · led by/u);
    const stranger = await mara().dialog('submit', { ...typed, circle: randomUUID(), heldOn });
    expect(stranger.says).toContain('no longer works');
  });

  it('does nothing for a payload that was written by hand', async () => {
    await maraIsAsked();
    const { card } = await mara().press('answer-seeker', { request: randomUUID(), accept: true });
    expect(wordsOf(card)).toContain('answered or withdrawn');
    expect(wordsOf((await mara().press('we-met', { mentorship: 'x' })).card)).toContain('no longer works');
    expect(await db().selectFrom('mentorship').select('id').execute()).toEqual([]);
  });
});
