import { beforeAll, describe, expect, it } from 'vitest';
import { channelByKey } from '../src/team.ts';
import { barriers, COLOURS, idOf, type Look, seen, tabTo, workbench } from './harness.ts';

const bench = workbench();
const LOOKS: readonly Look[] = ['light', 'dark', 'contrast'];

beforeAll(async () => {
  const install = `/window/conversations/${encodeURIComponent(channelByKey('general')!.id)}/install`;
  await fetch(`${bench.running().workbench.url}${install}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'jonas' }),
  });
}, 120_000);

describe.each(LOOKS)('in the %s theme', (look) => {
  const rules = look === 'light' ? undefined : COLOURS;

  it('the chat, a channel and a chat of several have no barrier', async () => {
    const { page, left, right, go } = await bench.open({
      left: 'mara/teams/chat',
      right: 'jonas/teams/channel/general/posts',
      look,
    });
    await left.host.locator('.card').first().waitFor();
    await right.host.locator('.card').first().waitFor();
    expect(await barriers(page, rules)).toEqual([]);
    await go({ left: 'mara/teams/chat/captions', look });
    await left.host.getByText('Copse is not in this chat yet.').waitFor();
    expect(await barriers(page, rules)).toEqual([]);
  });

  it('a Confluence page with its macros has no barrier', async () => {
    const { page, left } = await bench.open({ left: 'mara/confluence/page/65601', look });
    await left.macro('copse-directory').getByText('Accessibility guild').waitFor();
    await left
      .macro('copse-practices')
      .getByText(/Caption every recorded demo/)
      .waitFor();
    expect(await barriers(page, rules)).toEqual([]);
  });

  it('the editor with every macro, a configuration panel and the export have no barrier', async () => {
    const { page, left, go } = await bench.open({ left: 'mara/confluence/page/65601/edit', look });
    await left.macro('copse-directory').getByText('Accessibility guild').waitFor();
    for (const index of [0, 1]) {
      await left.host.getByRole('button', { name: 'Configure' }).nth(index).click();
      await left.dialogFrame.getByRole('button', { name: 'Save' }).waitFor();
      expect(await barriers(page, rules)).toEqual([]);
      await left.dialog.getByRole('button', { name: 'Close' }).first().click();
    }

    await go({ left: 'mara/confluence/page/65675/edit', look });
    const line = left.host.getByRole('textbox', { name: 'Paragraph' }).last();
    await line.fill('/copse');
    const macros = await left.host.getByRole('option').locator('strong').allTextContents();
    expect(macros.length).toBeGreaterThanOrEqual(5);
    for (const macro of macros) {
      await line.fill(`/copse ${macro}`);
      await left.host.getByRole('option').first().click();
    }
    for (const frame of await left.host.locator('iframe[data-forge]').all()) {
      const says = () => frame.contentFrame().locator('body').innerText();
      await expect.poll(says, { timeout: 20_000 }).toMatch(/\w/);
    }
    expect(await barriers(page, rules)).toEqual([]);

    await go({ left: 'mara/confluence/page/65601/export', look });
    await left.dialog.locator('.sheet').getByText('Accessibility guild').first().waitFor();
    expect(await barriers(page, rules)).toEqual([]);
  });

  it('the settings of the app and the guide have no barrier', async () => {
    const { page, left } = await bench.open({ left: 'sven/confluence/settings', look });
    await left.macro('copse-settings').getByText('Lindenhof Tools').first().waitFor();
    await page.getByRole('button', { name: 'Guide' }).click();
    await page.getByRole('heading', { name: 'Try this' }).waitFor();
    expect(await barriers(page, rules)).toEqual([]);
  });
});

describe('by keyboard alone', () => {
  it('a person is chosen', async () => {
    const { page } = await bench.open({ left: 'mara/teams/chat' });
    await page.getByRole('button', { name: /Mara Vogel/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await seen(page.getByRole('button', { name: /Tomás Ferreira/ }))).toBe(true);
  });

  it('a community is found, opened and joined', async () => {
    const { page, left } = await bench.open({ left: 'tomas/teams/app/discover' });
    const search = left.tab.getByRole('searchbox');
    await search.focus();
    await page.keyboard.type('spreadsheet');
    const link = left.tab.getByRole('link', { name: /Spreadsheet help/ }).first();
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await left.tab.getByRole('heading', { name: 'Spreadsheet help', level: 1 }).waitFor();
    const join = left.tab.getByRole('button', { name: /^Join/ }).first();
    await tabTo(page, join);
    await page.keyboard.press('Enter');
    // The button is gone then, and the focus beside where it was.
    await left.tab.locator('button:focus', { hasText: 'Copy link' }).waitFor();
    const id = await idOf(bench, 'communities', 'Spreadsheet help');
    await expect
      .poll(async () => (await bench.ask<{ standing: string }>('tomas', 'GET', `/communities/${id}`)).standing, {
        timeout: 15_000,
      })
      .toBe('member');
  });
});

describe('at 320 pixels', () => {
  it('the macros need no scrolling sideways', async () => {
    const { page, left } = await bench.open({ left: 'mara/confluence/page/65601' });
    await left.macro('copse-directory').getByText('Accessibility guild').waitFor();
    await left
      .macro('copse-practices')
      .getByText(/Caption every recorded demo/)
      .waitFor();
    for (const key of ['copse-directory', 'copse-practices']) {
      await left.host
        .locator(`iframe[data-forge="${key}"]`)
        .evaluate((frame) => (frame as HTMLElement).style.setProperty('width', '320px'));
      await page.waitForTimeout(300);
      expect(
        await left
          .macro(key)
          .locator('html')
          .evaluate((root) => root.scrollWidth - root.clientWidth),
      ).toBeLessThanOrEqual(0);
    }
  });
});
