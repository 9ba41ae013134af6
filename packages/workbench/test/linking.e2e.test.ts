import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { workbench, seen } from './harness.ts';

const bench = workbench();
const CODE = /[A-Z0-9]{4}-[A-Z0-9]{4}/;

const codeIn = async (shown: Locator) => (await shown.first().innerText()).match(CODE)?.[0] ?? '';

interface Me {
  readonly accounts: readonly { readonly kind: string }[];
}

describe('one person with two accounts', () => {
  it('starts in Teams and ends in Confluence', async () => {
    const { left, right } = await bench.open({ left: 'tomas/teams/app/me', right: 'tomas/confluence/page/65601' });
    await left.tab.getByRole('button', { name: 'Make a code' }).click();
    const code = await codeIn(left.tab.getByText(CODE));

    const macro = right.macro('copse-directory');
    await macro.getByRole('button', { name: 'Link my Teams account' }).click();
    await macro.getByLabel('I have a code from Teams').fill(code);
    await macro.getByRole('button', { name: 'Link', exact: true }).click();
    await expect
      .poll(async () => (await bench.ask<Me>('tomas', 'GET', '/me')).accounts.map(({ kind }) => kind).sort(), {
        timeout: 15_000,
      })
      .toEqual(['atlassian', 'entra']);
  });

  it('starts in Confluence and ends in Teams', async () => {
    const { left, right } = await bench.open({ left: 'priya/teams/app/me', right: 'priya/confluence/page/65601' });
    const macro = right.macro('copse-directory');
    await macro.getByRole('button', { name: 'Link my Teams account' }).click();
    await macro.getByRole('button', { name: 'Make a code for Teams' }).click();
    const code = await codeIn(macro.getByText(CODE));

    await left.tab.getByLabel('Or enter a code from Confluence').fill(code);
    await left.tab.getByRole('button', { name: 'Link accounts' }).click();
    await expect
      .poll(async () => (await bench.ask<Me>('priya', 'GET', '/me')).accounts.map(({ kind }) => kind).sort(), {
        timeout: 15_000,
      })
      .toEqual(['atlassian', 'entra']);
  });
});

describe('a Confluence site', () => {
  it('is unlinked in Teams and linked again by a code of the administrator', async () => {
    const { left, right, go } = await bench.open({ left: 'sven/teams/app/me', right: 'sven/confluence/settings' });
    await right.macro('copse-settings').getByText('Linked', { exact: true }).waitFor();
    await left.tab
      .getByRole('button', { name: /Unlink/ })
      .first()
      .click();
    await left.tab
      .getByRole('dialog')
      .getByRole('button', { name: /Unlink/ })
      .click();
    await left.tab.getByRole('dialog').waitFor({ state: 'detached' });

    await go({ left: 'sven/teams/app/me', right: 'sven/confluence/settings' });
    await left.tab
      .getByRole('button', { name: /code for a .*site|Make a site code|Link a Confluence site|Make a code for/i })
      .first()
      .click();
    const code = await codeIn(left.tab.getByText(CODE));
    const settings = right.macro('copse-settings');
    await settings.getByRole('textbox').first().fill(code);
    await settings.getByRole('button', { name: /^Link/ }).click();
    expect(await seen(settings.getByText('Linked', { exact: true }))).toBe(true);
  });
});
