import { describe, expect, it } from 'vitest';
import { idOf, seen, workbench } from './harness.ts';

const bench = workbench();
const CHAT = 'teams/chat/captions';

describe('a chat of several people', () => {
  it('is there for those who are in it, beside their chat with the bot', async () => {
    const { left, right } = await bench.open({ left: `mara/${CHAT}`, right: `sven/${CHAT}` });
    await left.host.getByText('Mara, Tomás, Jonas, Helen').waitFor();
    await right.host.getByRole('textbox', { name: 'Write to Copse' }).waitFor();
    expect(await right.host.getByRole('button', { name: 'Caption sprint' }).count()).toBe(0);
  });

  it('meets the bot once, when somebody adds it', async () => {
    const { left, right } = await bench.open({ left: `jonas/${CHAT}`, right: `mara/${CHAT}` });
    await left.host.getByRole('button', { name: 'Add Copse to Caption sprint' }).click();
    await right.host.getByText('Hello, I am Copse').waitFor();
    expect(await right.host.getByText('Hello, I am Copse').count()).toBe(1);
  });

  it('gets a tab by choosing a community, is connected to it, and shows it to a colleague', async () => {
    const { left, right } = await bench.open({ left: `jonas/${CHAT}`, right: `mara/${CHAT}` });
    await left.host.getByRole('button', { name: 'Add a tab' }).click();
    const save = left.dialog.getByRole('button', { name: 'Save' });
    await left.dialogFrame.getByRole('radio', { name: /Accessibility guild/ }).check();
    await expect.poll(() => save.isEnabled(), { timeout: 10_000 }).toBe(true);
    await save.click();
    await left.tab.getByRole('heading', { name: 'Accessibility guild', level: 1 }).waitFor();

    const id = await idOf(bench, 'communities', 'Accessibility guild');
    const { connections } = await bench.ask<{ connections: { kind: string }[] }>('jonas', 'GET', `/communities/${id}`);
    expect(connections.map(({ kind }) => kind)).toEqual(['teams-chat']);

    await right.host.getByRole('button', { name: 'Accessibility guild' }).click();
    expect(await seen(right.tab.getByRole('heading', { name: 'Accessibility guild', level: 1 }))).toBe(true);
  });

  it('gets an answer by mention, for everybody, about its own community', async () => {
    const { left, right } = await bench.open({ left: `mara/${CHAT}`, right: `tomas/${CHAT}` });
    const field = left.host.getByRole('textbox', { name: 'Write to Caption sprint' });
    await field.fill('@Copse community');
    await field.press('Enter');
    expect(await seen(right.host.getByText('We make tools, apps and manuals'))).toBe(true);
  });

  it('lets each press their own buttons on the same card', async () => {
    const { left, right } = await bench.open({ left: `mara/${CHAT}`, right: `tomas/${CHAT}` });
    const theirs = right.host.locator('.card').last();
    await left.host.locator('.card').last().getByRole('button', { name: 'Leave' }).waitFor();
    await theirs.getByRole('button', { name: /^(Join|Take part)$/ }).click();
    await theirs.getByRole('button', { name: 'Leave' }).waitFor();
    const id = await idOf(bench, 'communities', 'Accessibility guild');
    expect(await bench.ask('tomas', 'GET', `/communities/${id}`)).toMatchObject({ standing: 'member' });
  });

  it('takes a question by mention, and shows it to everybody there', async () => {
    const { left, right } = await bench.open({ left: `mara/${CHAT}`, right: `helen/${CHAT}` });
    const field = left.host.getByRole('textbox', { name: 'Write to Caption sprint' });
    await field.fill('@Copse ask Which of the spring demos still need captions?');
    await field.press('Enter');
    await left.host.getByRole('button', { name: 'Read it, then ask' }).click();
    await left.dialog.getByRole('button', { name: /agree/ }).click();
    await left.dialog.getByText('Your question is there').waitFor();
    expect(await seen(right.host.locator('.card').getByText('Which of the spring demos still need captions?'))).toBe(
      true,
    );
  });

  it('is not overheard: what does not mention the bot stays unanswered', async () => {
    const { page, left } = await bench.open({ left: `mara/${CHAT}` });
    const cards = left.host.locator('.card');
    await cards.first().waitFor();
    const before = await cards.count();
    const field = left.host.getByRole('textbox', { name: 'Write to Caption sprint' });
    await field.fill('Who has the bench key?');
    await field.press('Enter');
    await left.host.getByText('Who has the bench key?').waitFor();
    await page.waitForTimeout(1500);
    expect(await cards.count()).toBe(before);
  });
});
