import { describe, expect, it } from 'vitest';
import { idOf, workbench, seen } from './harness.ts';

const bench = workbench();

describe('a channel of a team', () => {
  it('meets the bot once, when it is added to the team', async () => {
    const { left, go } = await bench.open({ left: 'jonas/teams/channel/general/posts' });
    await left.host.getByRole('button', { name: /^Add Copse/ }).click();
    await left.host.getByText('Hello, I am Copse').waitFor();
    await go({ left: 'mara/teams/channel/general/posts' });
    await left.host.getByText('Hello, I am Copse').waitFor();
    expect(await left.host.getByText('Hello, I am Copse').count()).toBe(1);
  });

  it('gets a tab by choosing a community, and is connected to it', async () => {
    const { left } = await bench.open({ left: 'jonas/teams/channel/accessibility/posts' });
    await left.host.getByRole('button', { name: 'Add a tab' }).click();
    const save = left.dialog.getByRole('button', { name: 'Save' });
    expect(await save.isDisabled()).toBe(true);

    await left.dialogFrame.getByRole('radio', { name: /Accessibility guild/ }).check();
    await expect.poll(() => save.isEnabled(), { timeout: 10_000 }).toBe(true);
    await save.click();
    await left.host.getByRole('button', { name: 'Accessibility guild' }).waitFor();
    await left.tab.getByRole('heading', { name: 'Accessibility guild', level: 1 }).waitFor();

    const id = await idOf(bench, 'communities', 'Accessibility guild');
    const { connections } = await bench.ask<{ connections: { name: string }[] }>('jonas', 'GET', `/communities/${id}`);
    expect(connections.map(({ name }) => name)).toEqual(['Engineering commons › Accessibility']);
  });

  it('shows its tab to a colleague at once, and loses it again', async () => {
    const { left, right } = await bench.open({
      left: 'jonas/teams/channel/accessibility/posts',
      right: 'mara/teams/channel/accessibility/posts',
    });
    await right.host.getByRole('button', { name: 'Accessibility guild' }).click();
    expect(await seen(right.tab.getByRole('heading', { name: 'Accessibility guild', level: 1 }))).toBe(true);

    await left.host.getByRole('button', { name: 'Accessibility guild' }).click();
    await left.host.getByRole('button', { name: 'Settings of this tab' }).click();
    await left.dialog.getByRole('button', { name: 'Remove tab' }).click();
    await right.host.getByRole('button', { name: 'Accessibility guild' }).waitFor({ state: 'detached' });
  });

  it('asks the bot by mention, and everybody reads the answer', async () => {
    const { left, right } = await bench.open({
      left: 'mara/teams/channel/accessibility/posts',
      right: 'tomas/teams/channel/accessibility/posts',
    });
    const post = left.host.getByRole('textbox', { name: /Start a post/ });
    await post.fill('@Copse community');
    await post.press('Enter');
    expect(await seen(right.host.getByText('We make tools, apps and manuals'))).toBe(true);
  });

  it('lets a newcomer join from the card, where everybody sees their own buttons', async () => {
    const { left, right } = await bench.open({
      left: 'mara/teams/channel/accessibility/posts',
      right: 'tomas/teams/channel/accessibility/posts',
    });
    const card = right.host.locator('.card').last();
    await left.host.locator('.card').last().getByRole('button', { name: 'Leave' }).waitFor();
    expect(await card.getByRole('button', { name: 'Leave' }).count()).toBe(0);

    await card.getByRole('button', { name: /^(Join|Take part)$/ }).click();
    await card.getByRole('button', { name: 'Leave' }).waitFor();
    await card.getByText('12', { exact: true }).waitFor();
    const id = await idOf(bench, 'communities', 'Accessibility guild');
    expect(await bench.ask('tomas', 'GET', `/communities/${id}`)).toMatchObject({ standing: 'member' });
  });

  it('is not overheard: what does not mention the bot stays unanswered', async () => {
    const { page, left } = await bench.open({ left: 'mara/teams/channel/test-craft/posts' });
    const post = left.host.getByRole('textbox', { name: /Start a post/ });
    await post.fill('Who has the bench key?');
    await post.press('Enter');
    await left.host.getByText('Who has the bench key?').waitFor();
    await page.waitForTimeout(1500);
    expect(await left.host.locator('.card').count()).toBe(0);
  });
});
