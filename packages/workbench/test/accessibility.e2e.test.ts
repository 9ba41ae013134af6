import { beforeAll, describe, expect, it } from 'vitest';
import { barriers, idOf, type Look, type View, workbench, seen } from './harness.ts';
import { channelByKey } from '../src/team.ts';

const bench = workbench();
const LOOKS: readonly Look[] = ['light', 'dark', 'contrast'];
let places: Record<string, View & { readonly shows: string | RegExp }>;

beforeAll(async () => {
  const guild = await idOf(bench, 'communities', 'Accessibility guild');
  const captions = await idOf(bench, 'practices', 'Caption every recorded demo before it is shared');
  const { workbench: host } = bench.running();
  const jonas = { key: 'jonas' };
  await fetch(`${host.url}/window/conversations/${encodeURIComponent(channelByKey('general')!.id)}/install`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: jonas.key }),
  });
  const inTab = (left: string, shows: string | RegExp) => ({ left, shows });
  places = {
    home: inTab('mara/teams/app/home', 'Suggested for you'),
    discover: inTab('mara/teams/app/discover', 'Embedded Rust'),
    me: inTab('mara/teams/app/me', 'Linked accounts'),
    community: inTab(`jonas/teams/app/home/communities/${guild}`, 'People by role'),
    members: inTab(`jonas/teams/app/home/communities/${guild}/members`, 'Amina Haddad'),
    practices: inTab(`jonas/teams/app/home/communities/${guild}/practices`, 'Test with the keyboard first'),
    practice: inTab(`mara/teams/app/home/practices/${captions}`, 'How we do it'),
    'practice being edited': inTab(`jonas/teams/app/home/practices/${captions}/edit`, 'What it is good for'),
    'practice history': inTab(`jonas/teams/app/home/practices/${captions}/history`, /[Vv]ersion/),
  };
});

const PLACES = [
  'home',
  'discover',
  'me',
  'community',
  'members',
  'practices',
  'practice',
  'practice being edited',
  'practice history',
];

describe.each(LOOKS)('in the %s theme', (look) => {
  it.each(PLACES)('the page «%s» of the tab has no barrier', async (name) => {
    const place = places[name]!;
    const { page, left } = await bench.open({ ...place, look });
    await left.tab.getByText(place.shows).first().waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('the chat and a channel have no barrier', async () => {
    const { page, left, right } = await bench.open({
      left: 'mara/teams/chat',
      right: 'jonas/teams/channel/general/posts',
      look,
    });
    await left.host.locator('.card').first().waitFor();
    await right.host.locator('.card').first().waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('a Confluence page with its macros has no barrier', async () => {
    const { page, left } = await bench.open({ left: 'mara/confluence/page/65601', look });
    await left.macro('copse-directory').getByText('Accessibility guild').waitFor();
    await left
      .macro('copse-practices')
      .getByText(/Caption every recorded demo/)
      .waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('the editor, a configuration panel and the export have no barrier', async () => {
    const { page, left, go } = await bench.open({ left: 'mara/confluence/page/65601/edit', look });
    await left.macro('copse-directory').getByText('Accessibility guild').waitFor();
    await left.host.getByRole('button', { name: 'Configure' }).first().click();
    await left.dialogFrame.getByRole('button', { name: 'Save' }).waitFor();
    expect(await barriers(page)).toEqual([]);

    await go({ left: 'mara/confluence/page/65601/export', look });
    await left.dialog.locator('.sheet').getByText('Accessibility guild').first().waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('the settings of the app and the guide have no barrier', async () => {
    const { page, left } = await bench.open({ left: 'sven/confluence/settings', look });
    await left.macro('copse-settings').getByText('Lindenhof Tools').first().waitFor();
    await page.getByRole('button', { name: 'Guide' }).click();
    await page.getByRole('heading', { name: 'Try this' }).waitFor();
    expect(await barriers(page)).toEqual([]);
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
    await link.waitFor();
    for (let step = 0; step < 30; step += 1) {
      if (await link.evaluate((element) => element.ownerDocument.activeElement === element)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await left.tab.getByRole('heading', { name: 'Spreadsheet help', level: 1 }).waitFor();
    const join = left.tab.getByRole('button', { name: /^Join/ }).first();
    for (let step = 0; step < 30; step += 1) {
      if (await join.evaluate((element) => element.ownerDocument.activeElement === element)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    const id = await idOf(bench, 'communities', 'Spreadsheet help');
    await expect
      .poll(async () => (await bench.ask<{ standing: string }>('tomas', 'GET', `/communities/${id}`)).standing, {
        timeout: 15_000,
      })
      .toBe('member');
  });
});

describe('at 320 pixels', () => {
  it.each(PLACES)('the page «%s» needs no scrolling sideways', async (name) => {
    const place = places[name]!;
    const { page, left } = await bench.open({ ...place, width: 1024 });
    await left.tab.getByText(place.shows).first().waitFor();
    // The workbench itself is made for a desk; Teams' narrow panes and phones show the tab at this width.
    await left.host
      .locator('.tab-frame')
      .evaluate((frame) => (frame as HTMLElement).style.setProperty('width', '320px'));
    await left.host
      .locator('.tab-frame')
      .evaluate((frame) => (frame as HTMLElement).style.setProperty('flex', '0 0 100%'));
    await page.waitForTimeout(400);
    const overflow = () => left.tab.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    await expect.poll(overflow, { timeout: 5000 }).toBeLessThanOrEqual(0);
  });

  it('the macros need none either', async () => {
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
