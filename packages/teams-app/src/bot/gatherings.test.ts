import { describe, expect, it } from 'vitest';
import { botScene } from '../../test/bot-scene.ts';
import { problemsOfCard } from '../../test/card-rules.ts';
import { IN_CHANNEL, wordsOf } from '../../test/conversation.ts';
import { VERBS } from './actions/dispatch.ts';

const { core, mara, jonas, asMember, aCommunityInChannel, indexed } = botScene();

const inDays = (days: number, hour: number) =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${String(hour).padStart(2, '0')}:00`;

/** The words of all buttons, also of those in the middle of a card. */
const titled = (card: unknown) =>
  [...JSON.stringify(card ?? {}).matchAll(/"title":"([^"]*)"/gu)].map(([, title]) => title);

/** Jonas schedules a gathering in a community that meets in a channel; Mara has joined it. */
async function aGathering(
  given: { readonly visibility?: 'members' | 'organisation'; readonly capacity?: number; readonly rule?: string } = {},
) {
  const { id: communityId } = await aCommunityInChannel();
  await mara().write('join Accessibility');
  const scheduled = await core().gatherings.scheduleGathering(jonas(), {
    communityId,
    title: 'Screen reader *round*',
    description: 'Bring a page.',
    format: 'workshop',
    mode: 'online',
    visibility: 'organisation',
    rotates: false,
    hostIds: [],
    timeZone: 'Europe/Berlin',
    startsLocal: inDays(3, 10),
    endsLocal: inDays(3, 11),
    meetingUrl: 'https://teams.example/join',
    ...given,
  });
  if (!scheduled.ok) throw new Error(scheduled.reason);
  return scheduled.value;
}

describe('gatherings in the chat with the bot', () => {
  it('says so where nothing is planned', async () => {
    const { card } = await mara().write('gatherings');
    expect(wordsOf(card)).toContain('Nothing is planned');
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
  });

  it('lists what is next, opens it in place, and takes the answer there', async () => {
    const { id } = await aGathering();
    const { card: list } = await mara().write('gatherings');
    expect(wordsOf(list)).toContain('Screen reader');
    expect(problemsOfCard(list ?? {}, VERBS)).toEqual([]);

    const { card: one } = await mara().press('show-gathering', { gathering: id, back: 'gatherings' });
    expect(titled(one)).toEqual(expect.arrayContaining(['Going', 'Maybe', 'Not going', 'Join online']));
    expect(problemsOfCard(one ?? {}, VERBS)).toEqual([]);

    const { card: going } = await mara().press('answer-gathering', { gathering: id, answer: 'going' });
    expect(wordsOf(going)).toContain('You come.');
    expect(wordsOf(going)).toContain('1 going');
    expect(titled(going)).not.toContain('Going');
    const { card: not } = await mara().press('answer-gathering', { gathering: id, answer: 'not-going' });
    expect(wordsOf(not)).toContain('You do not come.');
  });

  it('are found by their words, with their time, and open in place; in a channel only those that are for all', async () => {
    const { id } = await aGathering({ visibility: 'organisation' });
    await indexed();
    const { card } = await mara().write('is there a workshop on screen readers?');
    expect(wordsOf(card)).toMatch(/Gatherings.*Screen reader/su);
    expect(wordsOf(card)).toMatch(/\d{1,2}[:.]\d\d/u);
    expect(JSON.stringify(card)).toContain(`"gathering":"${id}"`);
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);

    expect(wordsOf((await mara().write('find bring a page', IN_CHANNEL)).card)).toContain('Screen reader');
  });

  it.each(['organisation', 'members'] as const)(
    'are unfurled from a pasted link, for readers elsewhere: %s',
    async (visibility) => {
      const { id } = await aGathering({ visibility });
      const url = `https://copse.example.com/open/gatherings/${id}`;
      const elsewhere = { conversation: { id: '19:one_two@unq.gbl.spaces', conversationType: 'personal' } };
      const { body } = await mara().invoke('composeExtension/queryLink', { url }, elsewhere);
      const words = wordsOf(body?.composeExtension?.attachments?.[0]?.content);
      expect(words).toContain('GATHERING');
      if (visibility === 'members') expect(words).not.toMatch(/Screen reader|Bring/u);
      else expect(words).toMatch(/Screen reader.*\d{1,2}[:.]\d\d.*Accessibility guild.*Bring a page/su);
    },
  );

  it('shows nothing that a steward has hidden, not even to stewards: a card is shown to others', async () => {
    const { id, gatheringId, community } = await aGathering();
    const maraHerself = await asMember(community.id);
    const role = { communityId: community.id, personId: maraHerself.personId, role: 'knowledge-steward' } as const;
    await core().communities.grantRole(jonas(), role);
    const subject = { kind: 'gathering', id: gatheringId } as const;
    const reason = 'Not so.';
    expect(await core().trust.moderate(maraHerself, { subject, action: 'hide', reason })).toMatchObject({ ok: true });
    const seen = await core().gatherings.seeGathering(maraHerself, { occurrenceId: id });
    expect(seen).toMatchObject({ value: { withheld: { text: { title: 'Screen reader *round*' } } } });
    const { card: list } = await mara().write('gatherings');
    const { card: one } = await mara().press('show-gathering', { gathering: id, back: 'gatherings' });
    for (const card of [list, one]) {
      expect(wordsOf(card)).toContain('Title hidden by a steward');
      expect(JSON.stringify(card)).not.toContain('Screen reader');
    }
  });

  it('puts whoever comes late on the waiting list, and says on which place', async () => {
    const { id } = await aGathering({ capacity: 1 });
    await core().gatherings.answerGathering(jonas(), { occurrenceId: id, answer: 'going' });
    const { card } = await mara().press('answer-gathering', { gathering: id, answer: 'going' });
    expect(wordsOf(card)).toContain('You are number 1 on the waiting list');
  });

  it('takes the same answer to all later dates of a series, once there is one', async () => {
    const { id, later } = await aGathering({ rule: 'FREQ=WEEKLY;COUNT=3' });
    const toAll = /Same for later dates/u;
    const { card: unanswered } = await mara().press('show-gathering', { gathering: id });
    expect(titled(unanswered).join()).not.toMatch(toAll);
    const { card: once } = await mara().press('answer-gathering', { gathering: id, answer: 'maybe' });
    expect([...new Set(titled(once))]).toEqual([
      'Going',
      'Not going',
      'Same for later dates',
      'Join online',
      'Open in Copse',
    ]);
    expect(problemsOfCard(once ?? {}, VERBS)).toEqual([]);
    const { card } = await mara().press('answer-gathering', { gathering: id, answer: 'maybe', later: true });
    expect(wordsOf(card)).toContain('You have said the same of all later dates.');
    const { card: last } = await mara().press('show-gathering', { gathering: later[1]?.id ?? '' });
    expect(wordsOf(last)).toContain('You may come.');
    expect(titled(last).join()).not.toMatch(toAll);
  });

  it('says that it was called off instead of taking an answer', async () => {
    const { id } = await aGathering();
    await core().gatherings.cancelDate(jonas(), { occurrenceId: id, reason: 'A holiday' });
    const { card } = await mara().press('answer-gathering', { gathering: id, answer: 'going' });
    expect(wordsOf(card)).toContain('called off');
    expect(titled(card)).not.toContain('Going');
  });

  it.each([
    {},
    { gathering: 'x' },
    { gathering: '01900000-0000-7000-8000-0000000000a1', answer: 'going' },
    { answer: 'going' },
  ])('made-up data does nothing: %j', async (data) => {
    const { card } = await mara().press('answer-gathering', data);
    expect(titled(card)).not.toContain('Going');
  });
});

describe('where others read along', () => {
  it('what is for everybody there is shown', async () => {
    await aGathering();
    const { card } = await mara().write('gatherings', IN_CHANNEL);
    expect(wordsOf(card)).toContain('Screen reader');
  });

  it('an answer shows numbers and nobody’s standing to the others', async () => {
    const { id } = await aGathering();
    const { card, posted } = (await mara().press(
      'answer-gathering',
      { gathering: id, answer: 'going' },
      IN_CHANNEL,
    )) as {
      card?: object;
      posted?: object;
    };
    expect(wordsOf(card)).toContain('You come.');
    if (posted) expect(wordsOf(posted)).not.toContain('You come.');
  });
});
