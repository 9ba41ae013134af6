import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../src/confluence/manifest.ts';
import { idOf, type Window, workbench, seen, tabTo } from './harness.ts';

const bench = workbench();
const manifest = fileURLToPath(new URL('../../confluence-macro/manifest.yml', import.meta.url));
const macroTitles = readManifest(manifest).modules.flatMap(({ type, title }) => (type === 'macro' ? [title] : []));
const PLAYGROUND = 'mara/confluence/page/65675/edit';

async function insert({ host }: Window, words: string, macro: RegExp) {
  await host.getByRole('textbox', { name: 'Paragraph' }).last().fill(`/${words}`);
  await host.getByRole('option', { name: macro }).click();
}

describe('a Confluence page', () => {
  it('shows the directory and the practices to a reader who never set anything up', async () => {
    const { left } = await bench.open({ left: 'mara/confluence/page/65601' });
    await left.macro('copse-directory').getByText('Accessibility guild').waitFor();
    expect(await seen(left.macro('copse-practices').getByText('Caption every recorded demo before it is shared'))).toBe(
      true,
    );
  });

  it('offers every macro of the app for «/copse»', async () => {
    const { left } = await bench.open({ left: PLAYGROUND });
    await left.host.getByRole('textbox', { name: 'Paragraph' }).last().fill('/copse');
    const offered = async () => (await left.host.getByRole('option').allInnerTexts()).join('\n');
    for (const title of macroTitles) await expect.poll(offered).toContain(title);
    await expect.poll(() => left.host.getByRole('option').count()).toBe(macroTitles.length);
  });

  it('takes a macro in by keyboard alone', async () => {
    const { page, left } = await bench.open({ left: PLAYGROUND });
    await left.host.getByRole('textbox', { name: 'Paragraph' }).last().focus();
    await page.keyboard.type('/directory');
    await page.keyboard.press('Enter');
    expect(await seen(left.macro('copse-directory').getByText('Accessibility guild'))).toBe(true);
  });

  it('is configured in its own panel, published, and exported as PDF and Word', async () => {
    const { left } = await bench.open({ left: PLAYGROUND });
    await insert(left, 'copse', /^Community Show/);
    await left.host.getByRole('button', { name: 'Configure' }).last().click();
    const panel = left.dialogFrame;
    await panel.getByRole('radio', { name: /A community that I choose/ }).check();
    await panel.getByRole('radio', { name: /Test craft/ }).check();
    await panel.getByRole('radio', { name: /Everything/ }).check();
    await panel.getByRole('button', { name: 'Save' }).click();
    await left.dialog.waitFor({ state: 'detached' });
    expect(await seen(left.macro('copse-community').getByRole('heading', { name: 'Test craft' }))).toBe(true);

    await left.host.getByRole('button', { name: 'Publish' }).click();
    await left.host.getByRole('button', { name: 'Export' }).click();
    const sheet = left.dialog.locator('.sheet');
    for (const format of ['PDF', 'Word']) {
      await left.dialog.getByLabel(format).check();
      await sheet.getByText('We keep our tests few, fast and honest').waitFor();
      await sheet.getByText('Lea Brunner').first().waitFor();
    }
  });

  it('shows the gatherings of a community, answered in place by keyboard, in its own panel and in exports', async () => {
    const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await bench.ask('jonas', 'POST', '/gatherings', {
      communityId: await idOf(bench, 'communities', 'Accessibility guild'),
      title: 'Keyboard round',
      timeZone: 'Europe/Berlin',
      startsLocal: `${day}T10:00`,
      endsLocal: `${day}T11:00`,
      rule: 'FREQ=DAILY;COUNT=2',
    });
    const { page, left } = await bench.open({ left: PLAYGROUND });
    await left.host.getByRole('textbox', { name: 'Paragraph' }).last().focus();
    await page.keyboard.type('/gatherings');
    await page.keyboard.press('Enter');
    const macro = left.macro('copse-gatherings');
    await macro.getByRole('heading', { name: /^Gatherings/ }).waitFor();

    await left.host.getByRole('button', { name: 'Configure' }).last().press('Enter');
    await left.dialogFrame.getByRole('radio', { name: /A community that I choose/ }).press('Space');
    await left.dialogFrame.getByRole('radio', { name: /Accessibility guild/ }).press('Space');
    await left.dialogFrame.getByRole('button', { name: 'Save' }).press('Enter');
    await left.dialog.waitFor({ state: 'detached' });
    expect(await seen(macro.getByRole('heading', { name: 'Gatherings of Accessibility guild' }))).toBe(true);

    const rows = macro.getByRole('listitem').filter({ hasText: 'Keyboard round' });
    const row = rows.first();
    const going = row.getByRole('button', { name: 'Going', exact: true });
    await macro.getByRole('button').first().focus();
    await tabTo(page, going);
    await page.keyboard.press('Enter');
    expect(await seen(row.getByRole('button', { name: 'Going', exact: true, pressed: true }))).toBe(true);
    expect(await seen(row.getByText('1 person comes'))).toBe(true);
    await tabTo(page, row.getByRole('button', { name: '“Going” to all later ones' }));
    await page.keyboard.press('Enter');
    expect(await seen(rows.nth(1).getByRole('button', { name: 'Going', exact: true, pressed: true }))).toBe(true);
    expect(await seen(row.getByText('You have said the same of all later dates.', { exact: false }))).toBe(true);

    await left.host.getByRole('button', { name: 'Publish' }).click();
    await left.host.getByRole('button', { name: 'Export' }).click();
    const sheet = left.dialog.locator('.sheet');
    for (const format of ['PDF', 'Word']) {
      await left.dialog.getByLabel(format).check();
      await sheet.getByRole('link', { name: 'Keyboard round' }).first().waitFor();
      await sheet.getByText('10:00', { exact: false }).first().waitFor();
    }
  });

  it('turns a pasted link into the macro', async () => {
    const id = await idOf(bench, 'practices', 'One test, one reason to fail');
    const { page, left } = await bench.open({ left: PLAYGROUND });
    const line = left.host.getByRole('textbox', { name: 'Paragraph' }).last();
    await page.evaluate(
      (link) => navigator.clipboard.writeText(link),
      `${bench.running().service.url}/open/practices/${id}`,
    );
    await line.focus();
    await page.keyboard.press('Control+v');
    expect(await seen(left.macro('copse-practices').getByText('One test, one reason to fail').first())).toBe(true);
  });

  it('lets a reader join from the directory', async () => {
    const id = await idOf(bench, 'communities', 'Embedded Rust');
    const { left } = await bench.open({ left: 'mara/confluence/page/65601' });
    const row = left.macro('copse-directory').getByRole('listitem').filter({ hasText: 'Embedded Rust' }).first();
    await row.getByRole('button', { name: /Join/ }).click();
    await expect
      .poll(async () => (await bench.ask<{ standing: string }>('mara', 'GET', `/communities/${id}`)).standing, {
        timeout: 15_000,
      })
      .toBe('member');
  });

  it('opens the same thing in Teams', async () => {
    const { left } = await bench.open({ left: 'mara/confluence/page/65601' });
    await left.macro('copse-directory').getByText('Test craft').first().click();
    await left
      .macro('copse-directory')
      .getByRole('link', { name: /Teams/ })
      .or(left.macro('copse-directory').getByRole('button', { name: /Teams/ }))
      .first()
      .click();
    expect(await seen(left.tab.getByRole('heading', { name: 'Test craft', level: 1 }))).toBe(true);
  });

  it('runs under the policy that Forge sends', async () => {
    const response = await fetch(`${bench.running().workbench.url}/forge/view/index.html`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("'unsafe-eval'");
  });

  it('follows the theme of Confluence', async () => {
    const { page, left } = await bench.open({ left: 'mara/confluence/page/65601' });
    await left.macro('copse-directory').getByText('Accessibility guild').waitFor();
    const colour = () =>
      left
        .macro('copse-directory')
        .locator('h2, h3')
        .first()
        .evaluate((title) => getComputedStyle(title).color);
    const light = await colour();
    await page.getByLabel('Dark').check();
    await expect.poll(colour, { timeout: 10_000 }).not.toBe(light);
  });
});
