import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inTheChannel, post } from './channel-desk.ts';
import { idOf, seen, workbench } from './harness.ts';

const bench = workbench();
const TITLE = 'How do we caption a live talk in two languages?';

const picture = async (page: { screenshot: (to: { path: string }) => Promise<unknown> }, name: string) => {
  const folder = process.env['COPSE_PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
};

describe('a question in a channel', () => {
  it('is asked, answered in a dialog, and accepted on one card', async () => {
    const { page, left, right } = await inTheChannel(bench);
    await post(left, `@Copse ask ${TITLE}`);
    const theirs = right.host.locator('.card').filter({ hasText: TITLE }).last();
    await theirs.getByRole('button', { name: 'Answer', exact: true }).click();
    await right.host.locator('dialog textarea').fill('Run **two** caption tracks:\n\n- one per language');
    await right.host.locator('dialog').getByRole('button', { name: 'Preview' }).click();
    await right.host.locator('dialog').getByText('This is how it will look').waitFor();
    await picture(page, 'answer-dialog');
    await right.host.locator('dialog').getByRole('button', { name: 'Send answer' }).click();

    const mine = left.host.locator('.card').filter({ hasText: TITLE }).last();
    await mine.getByRole('button', { name: 'This solved it' }).click();
    expect(await seen(mine.getByText('✓ Accepted'))).toBe(true);
    expect(await seen(theirs.getByText('✓ Accepted'))).toBe(true);
    await picture(page, 'accepted');
  });
});

describe('the message extension', () => {
  it('puts a practice into a message', async () => {
    const { page, left } = await inTheChannel(bench);
    await left.host.getByRole('button', { name: 'Put something of Copse into the message' }).click();
    const panel = left.host.getByRole('region', { name: 'Copse in messages' });
    await panel.getByRole('button', { name: 'Practices' }).click();
    await panel.getByRole('textbox').fill('caption');
    await panel.getByRole('button', { name: /Caption every recorded demo/ }).click();
    await picture(page, 'chosen');
    await post(left, 'This helped us:');
    const message = left.host.locator('.message').filter({ hasText: 'This helped us' }).last();
    expect(await seen(message.getByText('Caption every recorded demo'))).toBe(true);
  });

  it('keeps what a colleague said, asks them, and names them only then', async () => {
    const { page, left, right, go } = await inTheChannel(bench);
    await go({ left: 'jonas/teams/chat' });
    await left.host.locator('.message').first().waitFor();
    await go({ left: 'mara/teams/channel/accessibility/posts', right: 'jonas/teams/channel/accessibility/posts' });

    const words = 'Record the captions first, then the talk.';
    await post(right, words);
    const said = left.host.locator('.message').filter({ hasText: words }).last();
    await said.getByRole('button', { name: 'Keep as practice' }).click();
    await left.host.locator('dialog').getByText('Said by somebody in the chat').waitFor();
    await left.host.locator('dialog select').selectOption({ label: 'Accessibility guild' });
    await picture(page, 'keeping');
    await left.host.locator('dialog').getByRole('button', { name: 'Keep as draft' }).click();
    await left.host.locator('dialog').getByText('is a draft now').waitFor();
    const id = await idOf(bench, 'practices', words);
    const contributors = async () => {
      type Draft = { contributors: { person: { name: string } }[] };
      const draft = await bench.ask<Draft>('mara', 'GET', `/practices/${id}`);
      return draft.contributors.map(({ person }) => person.name);
    };
    expect(await contributors()).not.toContain('Jonas Keller');

    await go({ left: 'jonas/teams/chat' });
    await left.host.getByRole('button', { name: 'Yes, credit me' }).click();
    expect(await seen(left.host.getByText('You are credited'))).toBe(true);
    await picture(page, 'credited');
    expect(await contributors()).toContain('Jonas Keller');
  });
});
