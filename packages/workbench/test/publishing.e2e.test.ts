import { beforeAll, describe, expect, it } from 'vitest';
import { barriers, idOf, seen, workbench } from './harness.ts';
import { addLine, benchWeek, type Practice, publishing } from './publishing-desk.ts';

const bench = workbench();
const { connectSpace, pageOf, pageWithMacro, practiceOf, publishFromTeams, until, writeInTeams } = publishing(bench);
const PICTURES = process.env['COPSE_PICTURES'];

beforeAll(connectSpace);

describe('a practice becomes a page', () => {
  it('at once, as the person who presses the button in Confluence', async () => {
    const id = await idOf(bench, 'practices', 'Caption every recorded demo before it is shared');
    const { left, go } = await bench.open({ left: await pageWithMacro(id) });
    const macro = left.macro('copse-practices');
    await macro.getByRole('button', { name: 'Publish to Confluence' }).click();
    await macro.getByRole('button', { name: 'Publish', exact: true }).click();
    await macro.getByText('Published in Engineering as version 1, just now.').waitFor();

    const { id: pageId } = await pageOf(id);
    await go({ left: `mara/confluence/page/${pageId}` });
    await left.host.getByRole('heading', { name: 'Caption every recorded demo before it is shared' }).waitFor();
    await left.host.getByText('Jonas Keller, ').waitFor();
    await left.host.getByText('Kept in Copse').waitFor();
    expect(await seen(left.host.getByRole('button', { name: /^Practice: in use/ }))).toBe(true);
  });

  it('when it was started in Teams, by the function that the app runs on a schedule', async () => {
    const id = await publishFromTeams('Write error messages that say what to do');
    const { id: pageId, version } = await pageOf(id);

    expect(version).toBe(1);
    expect(bench.running().workbench.site.page(pageId)).toMatchObject({ updatedBy: 'app' });
    const { left } = await bench.open({ left: `mara/confluence/page/${pageId}` });
    expect(await seen(left.host.getByText('Copse, '))).toBe(true);
  });

  it('and the next version of it is written over the page, from the line under its title', async () => {
    const id = await publishFromTeams('Invite people who use assistive technology, and pay them');
    const before = await practiceOf(id);
    await writeInTeams(id, 'Pay within a week.');
    const { id: pageId } = await pageOf(id);

    const { left } = await bench.open({ left: `jonas/confluence/page/${pageId}` });
    await left.host.locator('.byline-item').click();
    await left.dialogFrame.getByText('The practice has changed since').waitFor();
    await left.dialogFrame.getByRole('button', { name: 'Update page' }).click();
    await left.dialogFrame.getByText(`Published here as version ${before.version + 1}, just now.`).waitFor();
    expect(await seen(left.host.getByText('Pay within a week.').first())).toBe(true);
  });
});

describe('a page that people edit', () => {
  it('gives the practice a new version, by whoever edited it', async () => {
    const id = await idOf(bench, 'practices', 'Caption every recorded demo before it is shared');
    const before = await practiceOf(id);
    const { left } = await bench.open({ left: `mara/confluence/page/${(await pageOf(id)).id}` });
    await addLine(left, 'Read the captions once without sound.');

    await until(id, { state: 'published', practiceVersion: before.version + 1 });
    expect(await practiceOf(id)).toMatchObject({
      version: before.version + 1,
      body: `${before.body.trim()}\n\nRead the captions once without sound.`,
    });
    const { items } = await bench.ask<{ items: { by: { name: string } }[] }>(
      'jonas',
      'GET',
      `/practices/${id}/versions`,
    );
    expect(items[0]?.by.name).toBe('Mara Vogel');
  });

  it('and is edited in Teams as well is overwritten on neither side until the owner chooses', async () => {
    const id = await idOf(bench, 'practices', 'Write error messages that say what to do');
    const { id: pageId } = await pageOf(id);
    const before = await practiceOf(id);
    await writeInTeams(id, 'Say it in Teams.');
    const { left, go, page } = await bench.open({ left: `mara/confluence/page/${pageId}` });
    await addLine(left, 'Say it on the page.');
    await until(id, { state: 'edited-on-both-sides' });
    expect((await practiceOf(id)).body).not.toContain('on the page');

    await go({ left: `jonas/confluence/page/${pageId}` });
    await left.host.locator('.byline-item').click();
    const dialog = left.dialogFrame;
    await dialog.getByText('Changed on both sides').waitFor();
    await dialog.getByRole('button', { name: 'Choose what to keep' }).click();
    await dialog.locator('ins').last().filter({ hasText: 'the page' }).waitFor();
    await dialog.locator('del').last().filter({ hasText: 'Teams' }).waitFor();
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/choose-what-to-keep.png` });

    await dialog.getByRole('radio', { name: /One text made of both/ }).check();
    const body = dialog.getByRole('textbox', { name: 'The practice' });
    await body.fill(`${before.body}\n\nSay it on both sides.`);
    await dialog.getByRole('button', { name: 'Keep this' }).click();
    await dialog.getByText(/^Published here as version/).waitFor();

    expect((await practiceOf(id)).body).toContain('Say it on both sides.');
    const { document } = bench.running().workbench.site.page(pageId) ?? {};
    expect(JSON.stringify(document)).toContain('Say it on both sides.');
    expect(JSON.stringify(document)).not.toContain('in Teams.');
  });

  it('and that is deleted leaves the practice, which can be published anew', async () => {
    const id = await idOf(bench, 'practices', 'Invite people who use assistive technology, and pay them');
    const { id: pageId } = await pageOf(id);
    const { left, go } = await bench.open({ left: `mara/confluence/page/${pageId}` });
    await left.host.getByLabel('More actions').click();
    await left.host.getByRole('button', { name: 'Move to trash' }).click();
    await until(id, { state: 'page-gone' });

    await go({ left: await pageWithMacro(id) });
    const macro = left.macro('copse-practices');
    await macro.getByText('Somebody deleted the page').waitFor();
    await macro.getByRole('button', { name: 'Publish to Confluence' }).click();
    await macro.getByRole('button', { name: 'Publish', exact: true }).click();
    await macro.getByText(/Published in Engineering as version/).waitFor();
    expect((await pageOf(id)).id).not.toBe(pageId);
  });
});

it('any page can be made a practice, and nothing is lost without a word', async () => {
  const { site } = bench.running().workbench;
  const { id: pageId } = site.create('mara', 'First week at the bench', { blocks: [], document: benchWeek });
  const { page, left } = await bench.open({ left: `mara/confluence/page/${pageId}` });
  await left.host.getByLabel('More actions').click();
  await left.host.getByRole('button', { name: 'Make this page a practice' }).click();
  const dialog = left.dialogFrame;
  await dialog.getByText('1 macro (Roadmap): its name stands in the text.').waitFor();
  await dialog.getByText('1 panel (Never alone.): it became a quotation.').waitFor();
  await dialog.getByText('When somebody new joins the bench.').waitFor();
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/make-this-page-a-practice.png` });
  await dialog.getByRole('textbox', { name: /What it is good for/ }).fill('For everybody who works at a bench.');
  await dialog.getByRole('button', { name: 'Save as a draft' }).click();

  expect(await seen(left.tab.getByRole('heading', { name: 'First week at the bench', level: 1 }))).toBe(true);
  const id = /practices\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  expect(await bench.ask<Practice>('mara', 'GET', `/practices/${id}`)).toMatchObject({
    life: 'draft',
    body: 'When somebody new joins the bench.\n\n> Never alone.\n\n\\[Macro: Roadmap]',
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme nothing keeps anybody out', (look) => {
  it('of the page of a practice, its editor and the dialog in which one chooses', async () => {
    const id = await idOf(bench, 'practices', 'Caption every recorded demo before it is shared');
    const { id: pageId } = await pageOf(id);
    await writeInTeams(id, `In Teams, ${look}.`);
    const { page, left, go } = await bench.open({ left: `mara/confluence/page/${pageId}`, look });
    await left.host.getByRole('button', { name: /^Practice: in use/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await left.host.getByRole('button', { name: 'Edit' }).click();
    expect(await barriers(page)).toEqual([]);
    await left.host.getByRole('textbox', { name: 'Paragraph' }).last().fill(`On the page, ${look}.`);
    await left.host.getByRole('button', { name: 'Publish' }).click();
    await until(id, { state: 'edited-on-both-sides' });

    await go({ left: `jonas/confluence/page/${pageId}`, look });
    await left.host.locator('.byline-item').click();
    const dialog = left.dialogFrame;
    await dialog.getByRole('button', { name: 'Choose what to keep' }).click();
    await dialog.getByRole('radio', { name: /One text made of both/ }).check();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('radio', { name: 'The text of the page' }).check();
    await dialog.getByRole('button', { name: 'Keep this' }).click();
    await dialog.getByText(/^Published here as version/).waitFor();
    expect((await practiceOf(id)).body).toContain(`On the page, ${look}.`);
  });

  it('of publishing and of making a page a practice', async () => {
    const { site } = bench.running().workbench;
    const { id: pageId } = site.create('mara', `A page, ${look}`, { blocks: [], document: benchWeek });
    const practiceId = await idOf(bench, 'practices', 'Test with the keyboard first, mouse unplugged');
    const { page, left, go } = await bench.open({ left: await pageWithMacro(practiceId), look });
    await left.macro('copse-practices').getByRole('button', { name: 'Publish to Confluence' }).click();
    await left.macro('copse-practices').getByRole('button', { name: 'Publish', exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);

    await go({ left: `mara/confluence/page/${pageId}`, look });
    await left.host.getByLabel('More actions').click();
    expect(await barriers(page)).toEqual([]);
    await left.host.getByRole('button', { name: 'Make this page a practice' }).click();
    await left.dialogFrame.getByText('1 macro (Roadmap)').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

it('a service that goes away right after the page was created leads to no second page', async () => {
  const { workbench: host, service } = bench.running();
  const title = 'Test with the keyboard first, mouse unplugged';
  const id = await idOf(bench, 'practices', title);
  const { left } = await bench.open({ left: await pageWithMacro(id) });
  const macro = left.macro('copse-practices');
  await macro.getByRole('button', { name: 'Publish to Confluence' }).click();
  const stop = host.site.listen((event) => event === 'created' && host.connectService('http://127.0.0.1:9'));
  await macro.getByRole('button', { name: 'Publish', exact: true }).click();
  await macro.getByRole('alert').waitFor();
  stop();
  const pages = () => host.site.pages().filter((page) => page.title === title);
  expect(pages()).toHaveLength(1);

  host.connectService(service.url);
  await macro.getByRole('button', { name: 'Publish', exact: true }).click();
  await macro.getByText(/Published in Engineering as version/).waitFor();
  expect(pages()).toHaveLength(1);
  expect((await pageOf(id)).id).toBe(pages()[0]?.id);
});
