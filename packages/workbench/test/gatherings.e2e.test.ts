import { expect, it } from 'vitest';
import { barriers, idOf, seen, workbench } from './harness.ts';

const bench = workbench();

/** The next Tuesday that is at least a week away, so that no answer is too late. */
function aTuesday(): string {
  const day = new Date(Date.now() + 7 * 86_400_000);
  while (day.getUTCDay() !== 2) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

it('a series is scheduled in one zone, answered in another, and each reads it by their own clock', async () => {
  const guild = await idOf(bench, 'communities', 'Accessibility guild');
  const { page, left, go } = await bench.open({ left: 'mara/teams/app/me' });
  await left.tab.getByRole('combobox', { name: 'Time zone' }).selectOption('America/New_York');
  await left.tab.getByRole('button', { name: /^Save/ }).first().click();
  await left.tab.getByText(/saved/i).first().waitFor();

  await go({ left: `jonas/teams/app/home/communities/${guild}/gatherings` });
  await left.tab.getByRole('button', { name: 'Schedule a gathering' }).first().click();
  await left.tab.getByRole('textbox', { name: 'Title' }).fill('Screen reader round');
  await left.tab.getByLabel('Day').fill(aTuesday());
  await left.tab.getByRole('combobox', { name: 'On the clock of' }).selectOption('America/Los_Angeles');
  await left.tab.getByRole('combobox', { name: 'How often' }).selectOption('week');
  await left.tab.getByLabel('Places').fill('1');
  expect(await seen(left.tab.getByText(/^Every week on Tuesday, by your clock/))).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await left.tab.getByRole('button', { name: 'Schedule it' }).click();
  expect(await seen(left.tab.getByRole('heading', { level: 1, name: 'Screen reader round' }))).toBe(true);
  await left.tab.getByRole('button', { name: 'Going', exact: true }).click();
  expect(await seen(left.tab.getByText('1 of 1 places taken').first())).toBe(true);

  await go({ left: 'mara/teams/app/home/gatherings' });
  const card = left.tab.getByRole('listitem').filter({ hasText: 'Screen reader round' }).first();
  expect(await seen(card.getByText(/10:00 in Los Angeles/))).toBe(true);
  expect(await seen(left.tab.getByText('Times are by your clock (New York).'))).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await card.getByRole('button', { name: 'Join the waiting list' }).click();
  expect(await seen(card.getByRole('button', { name: 'On the waiting list' }))).toBe(true);

  await go({ left: 'jonas/teams/app/home/gatherings' });
  const own = left.tab.getByRole('listitem').filter({ hasText: 'Screen reader round' }).first();
  await own.getByRole('button', { name: 'Not going' }).click();
  await go({ left: 'mara/teams/app/home/gatherings' });
  expect(await seen(card.getByRole('button', { name: 'Going', exact: true, pressed: true }))).toBe(true);
});
