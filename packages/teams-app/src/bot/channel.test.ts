import { describe, expect, it } from 'vitest';
import { botScene, titlesOf } from '../../test/bot-scene.ts';
import { IN_CHANNEL, wordsOf } from '../../test/conversation.ts';

const { channel, core, mara, jonas, aCommunity, aPractice, indexed, maraId } = botScene();

describe('in a channel', () => {
  it('the mention does not count as a word', async () => {
    const { card } = await mara().write('<at>Copse</at> help', IN_CHANNEL);
    expect(wordsOf(card)).toContain('What I can do here');
  });

  it('a coordinator connects the community, and everybody sees it', async () => {
    const { id } = await aCommunity();
    await mara().write('help');
    const me = await maraId();
    await mara().press('join', { community: id });
    await core().communities.handOverRole(jonas(), { communityId: id, role: 'coordinator', toPersonId: me });
    channel().sent.length = 0;

    const chosen = await mara().press('choose-connection', {}, IN_CHANNEL);
    expect(wordsOf(chosen.card)).toContain('Accessibility guild');
    await mara().press('connect', { community: id }, IN_CHANNEL);

    const [shown] = channel().sent;
    expect(shown).toMatchObject({ method: 'PUT' });
    expect(shown?.path).toMatch(/\/activities\/card-1$/);
    expect(wordsOf(shown?.body)).toContain('now belongs to');
    expect(titlesOf((await mara().write('community', IN_CHANNEL)).card)).toEqual([
      'Take part',
      'Practices',
      'Open in Copse',
    ]);
  });

  it('somebody without the role is told who can connect it', async () => {
    const { id } = await aCommunity();
    await mara().press('join', { community: id });
    channel().sent.length = 0;
    const { card } = await mara().press('connect', { community: id }, IN_CHANNEL);
    expect(wordsOf(card)).toContain('Ask one of its coordinators');
    expect(channel().sent).toEqual([]);
  });

  it.each(['me', 'link', 'ABCD-2345'])('«%s» is kept between the two of us', async (written) => {
    const { card } = await mara().write(written, IN_CHANNEL);
    expect(wordsOf(card)).toMatch(/private chat|between the two of us/);
    expect(wordsOf(card)).not.toContain('Mara');
  });

  it('a community by invitation is not shown to those who read along', async () => {
    const { id } = await aCommunity({
      name: 'Leadership circle',
      archetype: 'leadership-circle',
      visibility: 'by-invitation',
    });
    await mara().write('help');
    const me = await maraId();
    await core().communities.inviteMember(jonas(), { communityId: id, personId: me });
    await mara().press('join', { community: id });
    await indexed();

    expect(wordsOf((await mara().write('communities')).card)).toContain('Leadership circle');
    for (const written of ['communities', 'community Leadership circle', 'find leadership', 'join Leadership circle']) {
      const { card } = await mara().write(written, IN_CHANNEL);
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
    await mara().press('join', { community: id });

    expect(wordsOf((await mara().write('practices')).card)).toContain('Test with the keyboard');
    expect(wordsOf((await mara().write('practices', IN_CHANNEL)).card)).not.toContain('Test with the keyboard');
  });

  it('joining by words tells everybody no more than that', async () => {
    await aCommunity();
    const { card } = await mara().write('join Accessibility guild', IN_CHANNEL);
    expect(wordsOf(card)).toContain('You are a member now');
    expect(titlesOf(card)).toEqual(['Take part', 'Practices', 'Open in Copse']);
  });

  it('a client without Action.Execute is sent to the private chat, since all would read the answer', async () => {
    const { card } = await mara().write('', { ...IN_CHANNEL, text: undefined, value: { verb: 'choose-connection' } });
    expect(wordsOf(card)).toContain('cannot show you an answer of your own');
  });
});
