import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inTheChannel, post } from './channel-desk.ts';
import { barriers, idOf, seen, workbench } from './harness.ts';

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

  it('keeps what three people said in a thread, and credits each who agrees', async () => {
    const { page, left, right, go } = await inTheChannel(bench);
    const words = [
      'Who corrects the captions?',
      'Whoever gave the talk does.',
      'Within two days, or it never happens.',
    ];
    // The bot can write to people who have opened their chat with it.
    for (const person of ['jonas', 'tomas'] as const) {
      await go({ left: `${person}/teams/chat` });
      await left.host.locator('.message').first().waitFor();
    }
    const posts = 'teams/channel/accessibility/posts';
    await go({ left: `mara/${posts}`, right: `jonas/${posts}` });
    await post(left, words[0] ?? '');
    const answer = async (said: string) => {
      const thread = right.host.locator('.thread').filter({ hasText: words[0] ?? '' });
      await thread.getByRole('textbox', { name: 'Reply' }).fill(said);
      await thread.getByRole('textbox', { name: 'Reply' }).press('Enter');
      await left.host.locator('.message').filter({ hasText: said }).waitFor();
    };
    await answer(words[1] ?? '');
    await go({ left: `mara/${posts}`, right: `tomas/${posts}` });
    await answer(words[2] ?? '');

    const said = left.host.locator('.message').filter({ hasText: words[1] ?? '' });
    await said.getByRole('button', { name: 'Keep as practice' }).click();
    const dialog = left.host.locator('dialog');
    const ticked = () => dialog.getByRole('checkbox', { checked: true });
    await ticked().waitFor();
    expect(await dialog.getByRole('checkbox').count()).toBe(3);
    expect(await seen(dialog.getByText(`Jonas Keller: ${words[1] ?? ''}`))).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'picking');
    await dialog.getByText(`Mara Vogel: ${words[0] ?? ''}`).click();
    await dialog.getByText(`Tomás Ferreira: ${words[2] ?? ''}`).click();
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByText('Said by several people').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'What was learned' }).inputValue()).toBe(words.join('\n\n'));
    await dialog.locator('select').selectOption({ label: 'Accessibility guild' });
    await picture(page, 'picked');
    await dialog.getByRole('button', { name: 'Keep as draft' }).click();
    await dialog.getByText('I have asked 2 people').waitFor();

    const id = await idOf(bench, 'practices', words[0] ?? '');
    const contributors = async () => {
      type Draft = { contributors: { person: { name: string } }[] };
      const draft = await bench.ask<Draft>('mara', 'GET', `/practices/${id}`);
      return draft.contributors.map(({ person }) => person.name);
    };
    expect(await contributors()).toEqual(['Mara Vogel']);
    for (const person of ['jonas', 'tomas'] as const) {
      await go({ left: `${person}/teams/chat` });
      await left.host.getByRole('button', { name: 'Yes, credit me' }).last().click();
      await left.host.getByText('You are credited').last().waitFor();
    }
    expect(await contributors()).toEqual(['Mara Vogel', 'Jonas Keller', 'Tomás Ferreira']);
  });

  it('keeps one message of a chat that has not added Copse, and says who can change that', async () => {
    const { left } = await bench.open({ left: 'mara/teams/chat/captions' });
    const field = left.host.getByRole('textbox', { name: 'Write to Caption sprint' });
    for (const words of ['Shall we share the glossary?', 'Yes, in the wiki.']) {
      await field.fill(words);
      await field.press('Enter');
    }
    const said = left.host.locator('.message').filter({ hasText: 'Yes, in the wiki.' });
    await said.getByRole('button', { name: 'Keep as practice' }).click();
    expect(await seen(left.host.locator('dialog').getByText('anybody in this chat can allow it'))).toBe(true);
    expect(await left.host.locator('dialog').getByRole('checkbox').count()).toBe(0);
  });
});
