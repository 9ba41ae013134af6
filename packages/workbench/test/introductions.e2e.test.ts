import { describe, expect, it } from 'vitest';
import { barriers, idOf, seen, workbench } from './harness.ts';

const bench = workbench();
type Mine = { readonly items: readonly { readonly others: readonly { readonly name: string }[] }[] };

describe('introductions', () => {
  it('are wished for, previewed, begun, and answered in the chat and on the page', async () => {
    const guild = await idOf(bench, 'communities', 'Accessibility guild');
    const part = `teams/app/home/communities/${guild}/introductions`;
    const { left: mara } = await bench.open({ left: `mara/${part}` });
    await mara.tab.getByRole('button', { name: 'I want to be introduced' }).click();
    await mara.tab.getByRole('textbox', { name: /Your team/ }).fill('Design');
    await mara.tab.getByRole('button', { name: 'Take part' }).click();
    expect(await seen(mara.tab.getByText('You are in the next round.', { exact: true }))).toBe(true);

    const { left: jonas, page } = await bench.open({ left: `jonas/${part}` });
    await jonas.tab.getByRole('button', { name: 'I want to be introduced' }).click();
    await jonas.tab.getByRole('button', { name: 'Take part' }).click();
    expect(await seen(jonas.tab.getByText('2 members want to be introduced'))).toBe(true);
    await jonas.tab.getByRole('button', { name: 'Look at the next round' }).click();
    expect(await seen(jonas.tab.getByText(/2 people in 1 group.*100.0 % of the best possible/))).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await jonas.tab.getByRole('button', { name: 'Introduce them now' }).click();
    await expect
      .poll(async () => (await bench.ask<Mine>('mara', 'GET', '/me/introductions')).items.length, { timeout: 20_000 })
      .toBe(1);

    const { left: chat } = await bench.open({ left: 'mara/teams/chat' });
    await chat.host.getByRole('textbox', { name: 'Write to Copse' }).fill('introductions');
    await chat.host.getByRole('textbox', { name: 'Write to Copse' }).press('Enter');
    await chat.host.getByRole('button', { name: 'See who, and choose a time' }).last().click();
    expect(await seen(chat.host.getByText('A question to begin with').last())).toBe(true);
    await chat.host.getByRole('button', { name: 'I can come' }).first().click();
    expect(await seen(chat.host.getByText('Mara Vogel can come').last())).toBe(true);

    const { left: back } = await bench.open({ left: `jonas/${part}` });
    await back.tab.getByRole('checkbox').first().click();
    expect(await seen(back.tab.getByText(/You all can come/))).toBe(true);
    await back.tab.getByRole('button', { name: 'Met, useful' }).click();
    expect(await seen(back.tab.getByRole('button', { name: 'Met, useful', pressed: true }))).toBe(true);
    await back.tab.getByRole('button', { name: 'Not Mara Vogel again…' }).click();
    await back.tab.getByRole('button', { name: 'Keep us apart' }).click();
    await back.tab.getByRole('button', { name: 'Look at the next round' }).waitFor();
    const mine = await bench.ask<object>('mara', 'GET', '/me/introductions');
    expect(mine).toMatchObject({ keptApart: [], items: [{ mine: {} }] });
  });
});
