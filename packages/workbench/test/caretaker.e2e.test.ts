import { describe, expect, it } from 'vitest';
import { loadBundle } from '../src/load-sample.ts';
import { barriersIn, frameOf, idOf, seen, workbench } from './harness.ts';

const bench = workbench();
const NAME = 'Quiet room';
const WORDS = 'Strictly between us';

/** As an import leaves it behind: a community by invitation whose coordinator is no longer with the organisation. */
const BUNDLE = {
  format: 'copse-bundle/1',
  communities: [
    {
      externalId: 'quiet-room',
      archetype: 'leadership-circle',
      name: NAME,
      purpose: 'To speak about what is hard at work.',
      charter: WORDS,
      visibility: 'by-invitation',
    },
  ],
  memberships: [{ community: 'quiet-room', person: 'mara' }],
};

describe('a community that nobody coordinates', () => {
  it('is found by an administrator, who reads nothing in it, gives a member the role, and no longer sees it', async () => {
    await loadBundle(bench.running().database.url, JSON.stringify(BUNDLE));
    const id = await idOf(bench, 'communities', NAME);
    const { page, left: sven, go } = await bench.open({ left: 'sven/teams/app/me' });
    const waiting = sven.tab.getByRole('region', { name: 'Communities without a coordinator' });
    expect(await seen(waiting.getByText('1 member'))).toBe(true);
    await waiting.getByRole('link', { name: NAME }).click();

    await sven.tab.getByRole('heading', { name: NAME, level: 1 }).waitFor();
    expect(await seen(sven.tab.getByText('Nobody coordinates this community'))).toBe(true);
    expect(await sven.tab.getByText(WORDS).count()).toBe(0);
    expect(await sven.tab.getByRole('tab').count()).toBe(0);
    expect(await barriersIn(await frameOf(page.locator('.tab-frame iframe')))).toEqual([]);

    await sven.tab.getByRole('button', { name: 'Manage Mara Vogel' }).click();
    await sven.tab.getByRole('menuitem', { name: 'Give a role…' }).click();
    await sven.tab.getByRole('dialog').getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Coordinator' });
    await sven.tab.getByRole('button', { name: 'Save role' }).click();
    expect(await seen(sven.tab.getByText('Mara Vogel looks after this community now'))).toBe(true);

    await go({ left: 'sven/teams/app/me' });
    expect(await seen(sven.tab.getByText('Every community has somebody who looks after it.'))).toBe(true);
    await go({ left: `sven/teams/app/home/communities/${id}` });
    await sven.tab.getByText('Community', { exact: true }).first().waitFor();
    expect(await sven.tab.getByText(NAME).count()).toBe(0);
    bench.forgive(/404/);

    await go({ left: `mara/teams/app/home/communities/${id}` });
    expect(await seen(sven.tab.getByText(WORDS))).toBe(true);
    expect(await seen(sven.tab.getByRole('heading', { name: 'Coordinator' }))).toBe(true);
  });
});

it('an administrator marks an account that nobody is behind, and takes that back; nobody else can', async () => {
  const { items } = await bench.ask<{ items: { id: string }[] }>('sven', 'GET', '/people?q=Helen%20Okafor');
  const helen = items[0]?.id ?? '';
  const { page, left, go } = await bench.open({ left: `sven/teams/app/home/people/${helen}` });
  await left.tab.getByRole('button', { name: 'Mark as a service account' }).click();
  expect(await seen(left.tab.getByText('Helen Okafor is a service account now.').first())).toBe(true);

  await go({ left: `mara/teams/app/home/people/${helen}` });
  expect(await seen(left.tab.getByText(/· Service account ·/))).toBe(true);
  expect(await left.tab.getByText('For administrators').count()).toBe(0);

  await go({ left: `sven/teams/app/home/people/${helen}` });
  const undo = left.tab.getByRole('button', { name: 'This is a person' });
  await undo.waitFor();
  expect(await barriersIn(await frameOf(page.locator('.tab-frame iframe')))).toEqual([]);
  await undo.click();
  expect(await seen(left.tab.getByText('Helen Okafor is a person now.').first())).toBe(true);
  expect(await left.tab.getByText(/· Service account ·/).count()).toBe(0);
});
