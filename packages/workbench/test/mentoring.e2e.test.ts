import { describe, expect, it } from 'vitest';
import { onClockOf, write } from './chat-desk.ts';
import { barriers, idOf, seen, workbench } from './harness.ts';

const bench = workbench();
interface Mine {
  readonly seekers: readonly object[];
  readonly mentorships: readonly { readonly sessions: readonly { readonly heldOn: string }[] }[];
}
const GOAL = 'I want to review pages on my own, and know what to look for first.';

describe('mentoring', () => {
  it('is offered in Teams, asked for by name on a Confluence page, agreed to in the chat, and noted by either', async () => {
    const guild = await idOf(bench, 'communities', 'Accessibility guild');
    const part = `app/home/communities/${guild}/mentoring`;
    const { left: jonas } = await bench.open({ left: `jonas/teams/${part}` });
    await jonas.tab.getByRole('button', { name: 'Be a mentor' }).click();
    await jonas.tab.getByRole('textbox', { name: 'A word about yourself' }).fill('I like to look at one real page.');
    await jonas.tab.getByRole('button', { name: 'Offer it' }).click();
    expect(await seen(jonas.tab.getByText('has room for somebody'))).toBe(true);

    const { page, left: mara } = await bench.open({ left: 'mara/confluence/page/65675/edit', look: 'dark' });
    await mara.host.getByRole('textbox', { name: 'Paragraph' }).last().fill('/mentors');
    await mara.host.getByRole('option', { name: /Mentors and experts/ }).click();
    await mara.host.getByRole('button', { name: 'Configure' }).last().click();
    await mara.dialogFrame.getByRole('radio', { name: /A community that I choose/ }).check();
    await mara.dialogFrame.getByRole('radio', { name: /Accessibility guild/ }).check();
    await mara.dialogFrame.getByRole('button', { name: 'Save' }).click();
    const macro = mara.macro('copse-mentors');
    expect(await seen(macro.getByText('I like to look at one real page.'))).toBe(true);
    // The one whose line is read is asked, by keyboard: the words have the focus at once, and Escape leads back.
    const ask = macro.getByRole('button', { name: 'Ask Jonas Keller' });
    await ask.press('Enter');
    await macro.getByRole('textbox', { name: /What would you like/ }).press('Escape');
    expect(await ask.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
    await ask.press('Enter');
    await macro.getByRole('textbox', { name: /What would you like/ }).fill(GOAL);
    expect(await barriers(page)).toEqual([]);
    await macro.getByRole('button', { name: 'Ask Jonas Keller' }).last().press('Enter');
    expect(await seen(macro.getByText('You look for a mentor here.'))).toBe(true);

    await expect
      .poll(async () => (await bench.ask<Mine>('jonas', 'GET', '/me/mentoring')).seekers.length, {
        timeout: 20_000,
      })
      .toBe(1);
    const { left: chat } = await bench.open({ left: 'jonas/teams/chat' });
    await write(chat, 'mentoring');
    expect(await seen(chat.host.getByText('They wished for you.').last())).toBe(true);
    await chat.host.getByRole('button', { name: 'Yes, gladly' }).last().click();
    await chat.host.getByRole('button', { name: 'We met today' }).last().click();
    expect(await seen(chat.host.getByText('1 meeting').last())).toBe(true);

    const { left: me } = await bench.open({ left: `mara/teams/${part}` });
    expect(await seen(me.tab.getByText(/Your mentor · Accessibility guild/))).toBe(true);
    expect(await seen(me.tab.getByText(/1 meeting/))).toBe(true);
  });

  it('brings together two who share working hours across zones, and notes the day that it is for whoever notes it', async () => {
    const community = await idOf(bench, 'communities', 'Coatings and wear');
    const part = `teams/app/home/communities/${community}/mentoring`;
    await bench.ask('tomas', 'POST', `/communities/${community}/join`, {});
    const { page, left: priya, right: tomas } = await bench.open({ left: 'priya/teams/chat', right: `tomas/${part}` });
    expect(await seen(tomas.tab.getByText('Nobody learns who said no.', { exact: false }))).toBe(true);
    await write(priya, 'mentoring');
    await priya.host.getByRole('button', { name: 'Be a mentor' }).last().press('Enter');
    const dialog = priya.host.locator('dialog');
    await dialog.getByRole('textbox', { name: 'What you can help with' }).fill('coatings');
    await dialog.locator('select').nth(1).selectOption({ label: 'Coatings and wear' });
    await dialog.getByRole('button', { name: 'Be a mentor' }).press('Enter');
    expect(await seen(dialog.getByText('Your offer stands.', { exact: false }))).toBe(true);
    await page.keyboard.press('Escape');
    await tomas.tab.getByRole('button', { name: 'Look for a mentor' }).click();
    await tomas.tab.getByRole('textbox', { name: /What would you like/ }).fill(GOAL);
    await tomas.tab.getByRole('dialog').getByRole('button', { name: 'Look for a mentor' }).click();
    const mine = (person: string) => bench.ask<Mine>(person, 'GET', '/me/mentoring');
    await expect.poll(async () => (await mine('priya')).seekers.length, { timeout: 20_000 }).toBe(1);

    const { left: chat } = await bench.open({ left: 'priya/teams/chat' });
    await write(chat, 'mentoring');
    expect(await seen(chat.host.getByText(/You two share \d+ working hours a week/).last())).toBe(true);
    await chat.host.getByRole('button', { name: 'Yes, gladly' }).last().click();
    await chat.host.getByRole('button', { name: 'We met today' }).last().click();
    expect(await seen(chat.host.getByText('1 meeting').last())).toBe(true);
    const inPune = onClockOf('Asia/Kolkata', new Date().toISOString(), { dateStyle: 'short' }, 'en-CA');
    expect((await mine('tomas')).mentorships.flatMap(({ sessions }) => sessions)).toMatchObject([{ heldOn: inPune }]);

    const { left: back } = await bench.open({ left: `tomas/${part}` });
    const day = onClockOf('UTC', `${inPune}T12:00:00Z`, { dateStyle: 'medium' });
    expect(await seen(back.tab.getByRole('list', { name: 'What you noted' }).getByText(day))).toBe(true);
  });
});
