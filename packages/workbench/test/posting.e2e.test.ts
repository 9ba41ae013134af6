import { describe, expect, it } from 'vitest';
import { inTheChannel } from './channel-desk.ts';
import { barriersIn, frameOf, idOf, seen, workbench } from './harness.ts';

const bench = workbench();
const CHANNEL = 'Engineering commons › Accessibility';
const MUTED = 'Who captions what is said from the floor?';
const WEBHOOK =
  'https://prod-17.westeurope.logic.azure.com/workflows/1f2e/triggers/manual/paths/invoke?sig=secret-of-it';

describe('what a community posts where it meets', () => {
  it('is chosen by those who look after it, and holds for the next question', async () => {
    await inTheChannel(bench);
    const guild = await idOf(bench, 'communities', 'Accessibility guild');
    const ask = (title: string) =>
      bench.ask('mara', 'POST', '/questions', {
        communityId: guild,
        title,
        details: '',
        topics: ['captions'],
        visibility: 'organisation',
      });

    const { page, left: jonas } = await bench.open({ left: `jonas/teams/app/home/communities/${guild}` });
    const posting = jonas.tab.getByRole('region', { name: 'What Copse posts there' });
    expect(await seen(posting.getByText(`Posted to ${CHANNEL} by the Copse bot.`))).toBe(true);
    expect(await barriersIn(await frameOf(page.locator('.tab-frame iframe')))).toEqual([]);

    const questions = posting.getByRole('switch', { name: 'Every new question' });
    await questions.click();
    expect(await seen(jonas.tab.getByText('New questions are not posted.').last())).toBe(true);
    await ask(MUTED);
    // Whom a question is told, and where, is decided together: wait until that has been.
    await expect
      .poll(async () => JSON.stringify(await bench.ask('mara', 'GET', '/me/broadcasts')), { timeout: 20_000 })
      .toContain(MUTED);
    await questions.click();
    expect(await seen(jonas.tab.getByText('New questions are posted.').last())).toBe(true);
    await ask('Where do we keep the caption files?');

    const { left: channel } = await bench.open({ left: 'helen/teams/channel/accessibility/posts' });
    expect(await seen(channel.host.getByText('Where do we keep the caption files?').first())).toBe(true);
    expect(await channel.host.getByText(MUTED).count()).toBe(0);

    const { left: mara } = await bench.open({ left: 'mara/teams/app/home/notifications/sent' });
    const posted = mara.tab.getByRole('list', { name: 'Where it was posted' });
    expect(await seen(posted.getByText(`Sent in ${CHANNEL}`))).toBe(true);
    expect(await posted.count()).toBe(1);
  });

  it('goes by a webhook once the bot has no channel, and its address is shown to nobody', async () => {
    const guild = await idOf(bench, 'communities', 'Accessibility guild');
    const { left: jonas } = await bench.open({ left: `jonas/teams/app/home/communities/${guild}` });
    const posting = jonas.tab.getByRole('region', { name: 'What Copse posts there' });
    const address = jonas.tab.getByRole('textbox', { name: /Address/ });
    const keep = jonas.tab.getByRole('button', { name: 'Keep the address' });
    await posting.getByRole('button', { name: 'Post by a webhook…' }).click();
    await address.fill('https://example.com/hook');
    await keep.click();
    expect(await seen(jonas.tab.getByRole('dialog').getByRole('alert'))).toBe(true);
    bench.forgive(/422|400/);
    expect(await address.inputValue()).toBe('https://example.com/hook');
    await address.fill(WEBHOOK);
    await keep.click();
    expect(await seen(posting.getByText(/The webhook.*waits/))).toBe(true);

    await jonas.tab.getByRole('button', { name: `Disconnect ${CHANNEL}` }).click();
    expect(await seen(posting.getByText(/^Posted by the webhook/))).toBe(true);
    expect(JSON.stringify(await bench.ask('jonas', 'GET', `/communities/${guild}/posting`))).not.toContain('secret');
    await posting.getByRole('button', { name: 'Forget the address' }).click();
    expect(await seen(posting.getByText(/^Nothing is posted yet/))).toBe(true);

    // Whoever takes part without looking after it is not asked to choose.
    const { left: helen } = await bench.open({ left: `helen/teams/app/home/communities/${guild}` });
    await helen.tab.getByRole('region', { name: 'Where we meet' }).waitFor();
    expect(await helen.tab.getByRole('region', { name: 'What Copse posts there' }).count()).toBe(0);
  });
});
