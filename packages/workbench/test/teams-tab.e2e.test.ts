import { describe, expect, it } from 'vitest';
import { idOf, workbench, seen } from './harness.ts';

const bench = workbench();

describe('a person in the Teams tab', () => {
  it('is signed in without a question and sees what suits them', async () => {
    const { left } = await bench.open({ left: 'tomas/teams/app/home' });
    await left.tab.getByRole('heading', { name: 'Suggested for you' }).waitFor();
    expect(await seen(left.tab.getByText('Embedded Rust').first())).toBe(true);
  });

  it('finds a community by a word with a typing error', async () => {
    const { left } = await bench.open({ left: 'tomas/teams/app/discover' });
    await left.tab.getByRole('searchbox').fill('acessibility');
    const first = left.tab.getByRole('list', { name: 'Communities' }).getByRole('listitem').first();
    expect(await seen(first.filter({ hasText: 'Accessibility guild' }))).toBe(true);
  });

  it('opens a community by deep link, joins it, and finds it at home', async () => {
    const id = await idOf(bench, 'communities', 'Embedded Rust');
    const { left, go } = await bench.open({ left: `tomas/teams/app/home/communities/${id}` });
    await left.tab.getByRole('heading', { name: 'Embedded Rust', level: 1 }).waitFor();
    await left.tab.getByRole('button', { name: /^Join/ }).first().click();
    await expect
      .poll(async () => (await bench.ask<{ standing: string }>('tomas', 'GET', `/communities/${id}`)).standing)
      .toBe('member');

    await go({ left: 'tomas/teams/app/home' });
    await left.tab.getByRole('heading', { name: 'My communities' }).waitFor();
    await left.tab.getByText('Embedded Rust').first().waitFor();
  });

  it('reads a practice and endorses it', async () => {
    const id = await idOf(bench, 'practices', 'Alternative text: say what the picture is for');
    const { left } = await bench.open({ left: `mara/teams/app/home/practices/${id}` });
    await left.tab.getByRole('heading', { name: /Alternative text/, level: 1 }).waitFor();
    await left.tab.getByRole('button', { name: 'Endorse', exact: true }).click();
    await left.tab.getByRole('dialog').getByLabel('Why?').fill('It made our manual shorter.');
    await left.tab.getByRole('dialog').getByRole('button', { name: 'Endorse' }).click();
    await left.tab.getByRole('dialog').waitFor({ state: 'detached' });
    await left.tab.getByText('It made our manual shorter.').waitFor();
    const { endorsements } = await bench.ask<{ endorsements: unknown[] }>('mara', 'GET', `/practices/${id}`);
    expect(endorsements).toHaveLength(2);
  });

  it('founds a community in four steps and becomes its coordinator', async () => {
    const { left } = await bench.open({ left: 'mara/teams/app/discover' });
    const { tab } = left;
    await tab.getByRole('button', { name: 'Found a community' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^Guild/ }).check();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByLabel('Name').fill('Grip and ergonomics');
    await dialog.getByLabel('Purpose').fill('We find out how tools fit the hands of everybody who holds them.');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('radio', { name: /Open to all/ }).waitFor();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByRole('button', { name: 'Found the community' }).click();
    await tab.getByRole('heading', { name: 'Grip and ergonomics', level: 1 }).waitFor();
    expect(await seen(tab.getByRole('heading', { name: 'Coordinator' }))).toBe(true);
  });

  it('copies a link that opens the same community for a colleague', async () => {
    const id = await idOf(bench, 'communities', 'Test craft');
    const { page, left } = await bench.open({ left: `mara/teams/app/home/communities/${id}` });
    await left.tab.getByRole('button', { name: 'Copy link' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()), { timeout: 10_000 })
      .toContain(encodeURIComponent(JSON.stringify({ subEntityId: `communities/${id}` })));
  });

  it('is told plainly about a community that is not for them', async () => {
    const id = await idOf(bench, 'communities', 'Leads circle', 'jonas');
    const { left } = await bench.open({ left: `tomas/teams/app/home/communities/${id}` });
    await left.tab.getByRole('heading', { level: 1 }).or(left.tab.getByRole('alert')).first().waitFor();
    expect(await left.tab.getByText('Leads circle').count()).toBe(0);
    bench.forgive(/404/);
  });

  it('sees as a guest of a partner only what reaches partners', async () => {
    const { left } = await bench.open({ left: 'priya/teams/app/discover' });
    await left.tab.getByText('Green workshop').first().waitFor();
    expect(await left.tab.getByText('Parents at Lindenhof').count()).toBe(0);
  });

  it('changes with the theme of Teams at once', async () => {
    const { page, left } = await bench.open({ left: 'mara/teams/app/home' });
    await left.tab.getByRole('heading', { name: 'My communities' }).waitFor();
    const ground = () =>
      left.tab.locator('body').evaluate((body) => {
        const shown = [...body.querySelectorAll('*')].find(
          (element) => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)',
        );
        return shown ? getComputedStyle(shown).backgroundColor : '';
      });
    const light = await ground();
    await page.getByLabel('Dark').check();
    await expect.poll(ground).not.toBe(light);
  });
});
