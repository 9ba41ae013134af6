import { describe, expect, it } from 'vitest';
import { onClockOf, write } from './chat-desk.ts';
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
    expect(await seen(jonas.tab.getByText(/2 people in 1 group.*100.0\s% of the best possible/))).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await jonas.tab.getByRole('button', { name: 'Introduce them now' }).click();
    await expect
      .poll(async () => (await bench.ask<Mine>('mara', 'GET', '/me/introductions')).items.length, { timeout: 20_000 })
      .toBe(1);

    const { left: chat } = await bench.open({ left: 'mara/teams/chat' });
    await write(chat, 'introductions');
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
    // On her page it is said, and can be taken back and said again, by keyboard.
    const maraId = (await bench.ask<{ id: string }>('mara', 'GET', '/me')).id;
    const { left: person } = await bench.open({ left: `jonas/teams/app/home/people/${maraId}` });
    expect(await seen(person.tab.getByText('No community introduces you to Mara Vogel.', { exact: false }))).toBe(true);
    await person.tab.getByRole('button', { name: 'May be introduced' }).press('Enter');
    await person.tab.getByRole('button', { name: 'Do not introduce me to Mara Vogel…' }).press('Enter');
    await person.tab.getByRole('button', { name: 'Keep us apart' }).press('Enter');
    expect(await seen(person.tab.getByRole('button', { name: 'May be introduced' }))).toBe(true);
    const mine = await bench.ask<object>('mara', 'GET', '/me/introductions');
    expect(mine).toMatchObject({ keptApart: [], items: [{ mine: {} }] });
  });

  it('bring together those who share hours, and each reads the times by their own clock', async () => {
    // Priya is in Pune, Helen in Chicago, Tomás in Porto, Sven in Gothenburg; the first two are never both at work.
    const community = await idOf(bench, 'communities', 'Coatings and wear');
    const part = `communities/${community}/introductions`;
    for (const person of ['tomas', 'sven']) await bench.ask(person, 'POST', `/communities/${community}/join`, {});
    for (const person of ['tomas', 'sven', 'helen']) await bench.ask(person, 'PUT', `/${part}/me`, {});

    const { left: priya } = await bench.open({ left: `priya/teams/app/home/${part}` });
    expect(await seen(priya.tab.getByText('Nobody is left out', { exact: false }))).toBe(true);
    await priya.tab.getByRole('button', { name: 'I want to be introduced' }).click();
    await priya.tab.getByRole('button', { name: 'Take part' }).click();
    await priya.tab.getByRole('button', { name: 'Look at the next round' }).click();
    const plan = priya.tab.getByRole('list', { name: 'Who would meet' });
    expect(await seen(plan.getByText(/Helen Okafor · Tomás Ferreira|Tomás Ferreira · Helen Okafor/))).toBe(true);
    expect(await seen(plan.getByText(/Priya Raman · Sven Lindqvist|Sven Lindqvist · Priya Raman/))).toBe(true);
    await priya.tab.getByRole('button', { name: 'Introduce them now' }).click();
    type Timed = { readonly items: readonly { readonly times: readonly { readonly at: string }[] }[] };
    const timesOf = async (person: string) =>
      (await bench.ask<Timed>(person, 'GET', '/me/introductions')).items[0]?.times.map(({ at }) => at) ?? [];
    await expect.poll(() => timesOf('helen'), { timeout: 20_000 }).toHaveLength(3);
    const [first = '', second = ''] = await timesOf('helen');

    const { left: helen, right: tomas } = await bench.open({
      left: `helen/teams/app/home/${part}`,
      right: 'tomas/teams/chat',
    });
    const short = { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;
    const inChicago = (at: string) => onClockOf('America/Chicago', at, short, 'en-US');
    expect(await seen(helen.tab.getByText('By your clock (Chicago)'))).toBe(true);
    for (const time of [first, second]) {
      const choice = helen.tab.getByRole('checkbox', { name: inChicago(time) });
      await choice.click();
      await expect.poll(() => choice.and(helen.tab.locator(':enabled:checked')).count(), { timeout: 10_000 }).toBe(1);
    }

    await write(tomas, 'introductions');
    await tomas.host.getByRole('button', { name: 'See who, and choose a time' }).last().click();
    const long = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    const inPorto = onClockOf('Europe/Lisbon', second, { ...long, weekday: 'short', day: 'numeric', month: 'short' });
    const card = tomas.host.locator('.card').last();
    expect(await seen(card.getByText(inPorto).first())).toBe(true);
    expect(await seen(card.getByText('Helen Okafor can come').first())).toBe(true);
    await card.getByRole('button', { name: 'I can come' }).nth(1).click();
    expect(await seen(tomas.host.getByText(/You all can come/).last())).toBe(true);
    // Whoever looks again sees what both have said.
    const { left: again } = await bench.open({ left: `helen/teams/app/home/${part}` });
    expect(await seen(again.tab.getByText(`You all can come: ${inChicago(second)}`))).toBe(true);
  });
});
