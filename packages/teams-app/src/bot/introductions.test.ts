import { carryOutRound } from '@copse/core/testing';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { botScene, titlesOf } from '../../test/bot-scene.ts';
import { problemsOfCard } from '../../test/card-rules.ts';
import { IN_CHANNEL, wordsOf } from '../../test/conversation.ts';
import { VERBS } from './actions/dispatch.ts';

const { db, core, mara, jonas, aCommunityInChannel } = botScene();

/** Mara and Jonas are introduced to each other in the community that Jonas has founded. */
async function areIntroduced() {
  const { id: communityId } = await aCommunityInChannel();
  await mara().write('join Accessibility');
  const { id } = await db()
    .selectFrom('person')
    .select('id')
    .where('name', '=', 'Mara Lindqvist')
    .executeTakeFirstOrThrow();
  const actor = { ...jonas(), personId: id as never };
  for (const person of [actor, jonas()]) {
    const wished = await core().introductions.wishIntroductions(person, { communityId });
    if (!wished.ok) throw new Error(wished.reason);
  }
  const begun = await core().introductions.beginRound(jonas(), { communityId });
  if (!begun.ok) throw new Error(begun.reason);
  await carryOutRound(db(), begun.value.id, randomUUID);
  const introduction = await db().selectFrom('introduction').select('id').executeTakeFirstOrThrow();
  return { introduction: introduction.id, community: communityId };
}

const pressedFor = (card: unknown, title: string): Record<string, unknown> => {
  const found = JSON.stringify(card).match(new RegExp(`"title":"${title}","verb":"[a-z-]+","data":(\\{[^}]*\\})`, 'u'));
  return JSON.parse(found?.[1] ?? '{}') as Record<string, unknown>;
};

describe('introductions in the chat with the bot', () => {
  it('says how to begin to somebody who has none', async () => {
    const { card } = await mara().write('introductions');
    expect(wordsOf(card)).toContain('You have not been introduced to anybody yet');
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
  });

  it('introduces them with a question and times that suit both, and takes the answer in place', async () => {
    const { introduction } = await areIntroduced();
    const { card } = await mara().press('show-introduction', { introduction });
    expect(wordsOf(card)).toContain('Meet Jonas Weber');
    expect(wordsOf(card)).toMatch(/A question to begin with.*\?/su);
    expect(titlesOf(card)).toContain('Write to Jonas Weber');
    expect(JSON.stringify(card)).toContain('8%3Aorgid%3A');
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);

    const { card: suited } = await mara().press('suit-introduction', pressedFor(card, 'I can come'));
    expect(wordsOf(suited)).toContain('Mara Lindqvist can come');
    await core().introductions.suitIntroduction(jonas(), { introductionId: introduction, suits: [0] });
    const { card: agreed } = await mara().press('show-introduction', { introduction });
    expect(wordsOf(agreed)).toContain('You all can come');
    expect(problemsOfCard(agreed ?? {}, VERBS)).toEqual([]);
    const { card: taken } = await mara().press('suit-introduction', pressedFor(agreed, 'I cannot come'));
    expect(wordsOf(taken)).not.toContain('You all can come');
  });

  it('takes whether they have met, and tells the other one nothing of it', async () => {
    const { introduction } = await areIntroduced();
    const { card } = await mara().press('show-introduction', { introduction });
    const { card: told } = await mara().press('tell-introduction', pressedFor(card, 'Met, useful'));
    expect(wordsOf(told)).toContain('it counts among five or more');
    const rows = await db().selectFrom('introduced').select(['met', 'useful']).orderBy('met').execute();
    expect(rows).toEqual([
      { met: 'met', useful: true },
      { met: null, useful: null },
    ]);
    const theirs = await core().introductions.seeIntroduction(jonas(), { introductionId: introduction });
    expect(theirs).toMatchObject({ ok: true, value: { mine: {} } });
  });

  it('pauses in one community and goes on', async () => {
    await areIntroduced();
    const { card } = await mara().write('introductions');
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
    const { card: paused } = await mara().press('pause-introductions', pressedFor(card, 'Pause for four weeks'));
    expect(wordsOf(paused)).toMatch(/paused until \d{1,2} [A-Z][a-z]+ \d{4}/u);
    const { card: on } = await mara().press('pause-introductions', pressedFor(paused, 'Go on'));
    expect(wordsOf(on)).not.toContain('paused until');
  });

  it('tells nothing where others read along, nor to somebody who is not in it', async () => {
    const { introduction } = await areIntroduced();
    const { card } = await mara().write('introductions', IN_CHANNEL);
    expect(wordsOf(card)).toContain('for you alone');
    expect(wordsOf(card)).not.toContain('Jonas');
    await db().deleteFrom('introduced').where('introduction_id', '=', introduction).execute();
    expect(wordsOf((await mara().press('show-introduction', { introduction })).card)).toContain('I cannot find');
  });

  it('does nothing for a payload that was written by hand', async () => {
    const { introduction } = await areIntroduced();
    for (const [verb, data] of [
      ['show-introduction', { introduction: 'x' }],
      ['tell-introduction', { introduction, met: 'perhaps' }],
      ['pause-introductions', { community: 7 }],
    ] as const) {
      expect(wordsOf((await mara().press(verb, data)).card)).toContain('no longer works');
    }
    const { card } = await mara().press('suit-introduction', { introduction, suits: '9' });
    expect(wordsOf(card)).toContain('was not proposed');
  });
});
