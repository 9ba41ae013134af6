import { describe, expect, it } from 'vitest';
import { botScene, titlesOf, valueOf } from '../../test/bot-scene.ts';
import { problemsOfCard } from '../../test/card-rules.ts';
import { wordsOf } from '../../test/conversation.ts';
import { VERBS } from './actions/dispatch.ts';

const { db, core, mara, jonas, aCommunity, indexed } = botScene();

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
    const { status, card } = await mara().write(written);
    expect(status).toBe(200);
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
  });

  it.each([
    ['help gatherings', 'How gatherings work', 'All times are by your own clock', 'Gatherings'],
    ['help introductions', 'How introductions work', 'Nobody is left out', 'My introductions'],
    ['How do I become a mentor?', 'How mentoring works', 'Nobody learns who said no', 'My mentoring'],
  ])('«%s» is answered step by step, with the button that begins', async (written, title, step, button) => {
    const { card } = await mara().write(written);
    expect(wordsOf(card)).toContain(title);
    expect(wordsOf(card)).toContain(step);
    expect(titlesOf(card)).toContain(button);
    expect(problemsOfCard(card ?? {}, VERBS)).toEqual([]);
  });

  it('a question in plain words finds communities', async () => {
    await aCommunity();
    await indexed();
    const { card } = await mara().write('What communities are there about accessibility?');
    expect(wordsOf(card)).toContain('Accessibility guild');
  });

  it('asked for communities, shows communities and not whoever has the topic', async () => {
    await aCommunity();
    await core().identity.editProfile(jonas(), { interests: ['accessibility'] });
    await indexed();
    for (const asked of ['communities about accessibility', 'What communities are there about accessibility?']) {
      const shown = wordsOf((await mara().write(asked)).card);
      expect(shown).toContain('Accessibility guild');
      expect(shown).not.toContain('Jonas');
    }
  });

  it('what was found stands in groups, and says what there is none of', async () => {
    await aCommunity();
    await core().identity.editProfile(jonas(), { interests: ['accessibility', 'metrology'] });
    await indexed();
    const found = wordsOf((await mara().write('find accessibility')).card);
    expect(found).toMatch(/Communities.*Accessibility guild.*People.*Jonas/s);

    const instead = wordsOf((await mara().write('communities about metrology')).card);
    expect(instead).toMatch(/No community is about that.*People.*Jonas/s);
  });

  it('who is called so comes before what only mentions them', async () => {
    await aCommunity({ purpose: 'Jonas began it' });
    await indexed();
    expect(wordsOf((await mara().write('find jonas')).card)).toMatch(/People.*Jonas.*Communities/s);
  });

  it('words that are no command suggest the nearest', async () => {
    const { card } = await mara().write('comunities');
    expect(titlesOf(card)).toEqual(['Yes, communities', 'Search for “comunities”', 'See what I can do']);
  });

  it('joining by name makes a member, and joining again says so', async () => {
    const { id } = await aCommunity();
    const first = await mara().write('join accessibility guild');
    expect(wordsOf(first.card)).toContain('You are a member now');
    expect(titlesOf(first.card)).toEqual(['Practices', 'Open in Copse', 'Leave']);

    const again = await mara().write('join Accessibility guild');
    expect(wordsOf(again.card)).toContain('You are a member already');
    expect(valueOf(await core().communities.seeCommunity(jonas(), { communityId: id })).memberCount).toBe(2);
  });

  it('a name that two communities may have is asked back', async () => {
    await aCommunity({ name: 'Data craft north' });
    await aCommunity({ name: 'Data craft south' });
    const { card } = await mara().write('join Data craft');
    expect(wordsOf(card)).toContain('Which one do you mean');
    expect(wordsOf(card)).toContain('Data craft north');
  });

  it('a name that nothing has leads to the search', async () => {
    const { card } = await mara().write('community Underwater basket weaving');
    expect(wordsOf(card)).toContain('I know no community called');
  });

  it('interests are saved, and communities that fit are shown', async () => {
    await aCommunity();
    const { card } = await mara().press('save-interests', { interests: 'Accessibility, mentoring; #Testing' });
    expect(wordsOf(card)).toContain('Accessibility guild');
    const saved = await db()
      .selectFrom('person')
      .select('interests')
      .where('name', '=', 'Mara Lindqvist')
      .executeTakeFirst();
    expect(saved?.interests).toEqual(['accessibility', 'mentoring', 'testing']);
  });

  it('a wrong linking code is refused with a way on', async () => {
    const { card } = await mara().write('link ABCD-2345');
    expect(wordsOf(card)).toContain('That is not a code I know');
    expect(titlesOf(card)).toContain('Enter a code');
  });

  it('a code that Confluence shows links the two accounts', async () => {
    await mara().write('help');
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
    const reader = valueOf(await core().identity.signIn({ kind: 'atlassian', ...site, accountId: '557058:mara' }));
    const { code } = valueOf(await core().identity.issueLinkCode(reader));

    const { card } = await mara().write(code.toLowerCase());
    expect(wordsOf(card)).toContain('Your accounts belong together now');
    const signedInAgain = valueOf(
      await core().identity.signIn({ kind: 'atlassian', ...site, accountId: '557058:mara' }),
    );
    expect(valueOf(await core().identity.seeMe(signedInAgain)).accounts).toHaveLength(2);
  });
});
