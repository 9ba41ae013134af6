import { expect, it } from 'vitest';
import { barriers, idOf, seen, tabTo, type Window, workbench } from './harness.ts';

const bench = workbench();
const PLAYGROUND = 'mara/confluence/page/65675/edit';
const PICTURES = process.env['COPSE_PICTURES'];

async function insert({ host }: Window, words: string, macro: RegExp) {
  await host.getByRole('textbox', { name: 'Paragraph' }).last().fill(`/${words}`);
  await host.getByRole('option', { name: macro }).click();
}

/** Whoever writes in a community for the first time is shown its code of conduct; the button is there only then. */
async function agree(left: Window, macro: string, sign: string) {
  const agreed = left.macro(macro).getByRole('button', { name: 'I agree' });
  const done = left.macro(macro).getByText(sign).first();
  await agreed.or(done).first().waitFor();
  if (await agreed.isVisible()) await agreed.click();
  await done.waitFor();
}

it('a question is asked without a name, answered and accepted on a page', async () => {
  const { page, left, go } = await bench.open({ left: PLAYGROUND });
  await insert(left, 'questions', /^Questions/);
  const macro = left.macro('copse-questions');
  const ask = macro.getByRole('button', { name: /^Ask / });
  // Where the space has no community one chooses; the choice is there a moment after the form.
  const chooses = (await ask.textContent()) === 'Ask the community';
  await ask.click();
  if (chooses) await macro.getByLabel('Ask in').selectOption({ label: 'Accessibility guild' });
  await macro.getByLabel('Your question').fill('How do we announce that a table was sorted?');
  await macro.getByLabel('Details').fill('The screen reader stays **silent**.');
  await macro.getByLabel(/Hide my name/).check();
  expect(await barriers(page)).toEqual([]);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/ask.png` });
  await macro.getByRole('button', { name: 'Ask', exact: true }).click();
  await agree(left, 'copse-questions', 'No answer yet');
  expect(await seen(macro.getByText(/Asker \(you: only you see this\)/))).toBe(true);

  await macro.getByRole('button', { name: 'Answer' }).click();
  await macro.getByLabel('Your answer').fill('With a live region:\n\n1. Add `aria-live`\n2. Say it once');
  await macro.getByRole('button', { name: 'Send the answer' }).click();
  await agree(left, 'copse-questions', '1 answer');
  await macro.getByRole('button', { name: 'This solved it' }).click();
  expect(await seen(macro.getByRole('listitem').getByText('Accepted'))).toBe(true);
  expect(await barriers(page)).toEqual([]);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/question.png`, fullPage: true });

  await macro.getByRole('button', { name: 'Keep as practice' }).click();
  expect(await seen(macro.getByText(/is a draft now/))).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  const tooWide = () => macro.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  await expect.poll(tooWide).toBe(0);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/narrow.png` });
  await page.setViewportSize({ width: 1280, height: 900 });

  await macro.getByRole('button', { name: 'All questions' }).click();
  const row = macro.getByRole('button', { name: 'How do we announce that a table was sorted?' });
  expect(await seen(row)).toBe(true);
  await page.getByLabel('Dark').check();
  expect(await barriers(page)).toEqual([]);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/list-dark.png`, fullPage: true });

  const id = await idOf(bench, 'questions', 'How do we announce that a table was sorted?');
  const asked = await bench.ask<{ author: object }>('jonas', 'GET', `/questions/${id}`);
  expect(JSON.stringify(asked.author)).not.toMatch(/mara/i);
  await go({ left: PLAYGROUND });
});

it('the button asks from any page, and shows what was asked before', async () => {
  const { page, left } = await bench.open({ left: PLAYGROUND });
  await insert(left, 'ask', /^Ask the community/);
  const macro = left.macro('copse-ask');
  await macro.getByRole('button', { name: /^Ask / }).focus();
  await page.keyboard.press('Enter');
  await macro.getByLabel('Your question').fill('How can a sorted table be announced?');
  await macro.getByRole('region', { name: 'Asked before' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/similar.png` });
  await page.keyboard.press('Escape');
  expect(await seen(macro.getByRole('button', { name: /^Ask / }))).toBe(true);
});

it('both macros are set up in their own panels; a pasted link shows its question; exports carry the answers', async () => {
  const communityId = await idOf(bench, 'communities', 'Accessibility guild');
  await bench.ask('mara', 'POST', `/communities/${communityId}/conduct/acknowledge`, {});
  const asked = await bench.ask<{ id: string }>('mara', 'POST', '/questions', {
    communityId,
    title: 'Which contrast do icons need?',
  });
  const { page, left } = await bench.open({ left: PLAYGROUND });
  await insert(left, 'questions', /^Questions/);
  await left.host.getByRole('button', { name: 'Configure' }).last().click();
  await left.dialogFrame.getByRole('radio', { name: 'Questions of a community' }).check();
  await left.dialogFrame.getByRole('radio', { name: /Accessibility guild/ }).check();
  expect(await barriers(page)).toEqual([]);
  await left.dialogFrame.getByRole('button', { name: 'Save' }).click();
  await left.dialog.waitFor({ state: 'detached' });
  const macro = left.macro('copse-questions');
  expect(await seen(macro.getByRole('heading', { name: 'Questions in Accessibility guild' }))).toBe(true);

  // Asking and answering by keyboard alone.
  const { keyboard } = page;
  await macro.getByRole('heading', { name: 'Questions in Accessibility guild' }).click();
  await tabTo(page, macro.getByRole('button', { name: /^Ask / }));
  await keyboard.press('Enter');
  await tabTo(page, macro.getByLabel('Your question'));
  await keyboard.type('Do icons need a name?');
  await tabTo(page, macro.getByRole('button', { name: 'Ask', exact: true }));
  await keyboard.press('Enter');
  await tabTo(page, macro.getByRole('button', { name: 'Answer' }));
  await keyboard.press('Enter');
  await tabTo(page, macro.getByLabel('Your answer'));
  await keyboard.type('Unless they only decorate.');
  await tabTo(page, macro.getByRole('button', { name: 'Send the answer' }));
  await keyboard.press('Enter');
  expect(await seen(macro.getByRole('listitem').getByText('Unless they only decorate.'))).toBe(true);
  await tabTo(page, macro.getByRole('button', { name: 'All questions' }));
  await keyboard.press('Enter');
  expect(await seen(macro.getByRole('button', { name: 'Do icons need a name?' }))).toBe(true);

  await left.host.getByRole('button', { name: 'Publish' }).click();
  await left.host.getByRole('button', { name: 'Export' }).click();
  for (const format of ['PDF', 'Word']) {
    await left.dialog.getByLabel(format).check();
    expect(await seen(left.dialog.locator('.sheet').getByText('Which contrast do icons need?'))).toBe(true);
  }
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/export.png` });

  const again = await bench.open({ left: PLAYGROUND });
  const line = again.left.host.getByRole('textbox', { name: 'Paragraph' }).last();
  await again.page.evaluate(
    (link) => navigator.clipboard.writeText(link),
    `${bench.running().service.url}/open/questions/${asked.id}`,
  );
  await line.focus();
  await again.page.keyboard.press('Control+v');
  const pasted = again.left.macro('copse-questions');
  expect(await seen(pasted.getByRole('heading', { name: 'Which contrast do icons need?' }).first())).toBe(true);
});
