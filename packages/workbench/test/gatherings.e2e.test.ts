import { expect, it } from 'vitest';
import { barriers, type Desk, idOf, seen, workbench } from './harness.ts';

const bench = workbench();

/** The next Tuesday that is at least a week away, so that no answer is too late. */
function aTuesday(): string {
  const day = new Date(Date.now() + 7 * 86_400_000);
  while (day.getUTCDay() !== 2) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** On the page of a profile. */
async function livesIn({ left }: Pick<Desk, 'left'>, zone: string): Promise<void> {
  const zones = left.tab.getByRole('combobox', { name: 'Time zone' });
  if ((await zones.inputValue()) === zone) return;
  await zones.selectOption(zone);
  await left.tab.getByRole('button', { name: /^Save/ }).first().click();
  await left.tab.getByText(/saved/i).first().waitFor();
}

it('a series is scheduled in one zone, answered in another, and each reads it by their own clock', async () => {
  const guild = await idOf(bench, 'communities', 'Accessibility guild');
  const { page, left, go } = await bench.open({ left: 'mara/teams/app/me' });
  await livesIn({ left }, 'America/New_York');

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
  await left.tab.getByRole('button', { name: '“Going” to all of them' }).click();
  expect(await seen(left.tab.getByText(/You have said the same of all later dates/).first())).toBe(true);

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

it('a series is changed as a whole, and what was typed survives that somebody else saved first', async () => {
  const guild = await idOf(bench, 'communities', 'Accessibility guild');
  const { id } = await bench.ask<{ readonly id: string }>('jonas', 'POST', '/gatherings', {
    communityId: guild,
    title: 'Contrast clinic',
    timeZone: 'Europe/Berlin',
    startsLocal: `${aTuesday()}T10:00`,
    endsLocal: `${aTuesday()}T11:00`,
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
  });
  const opened = async () => {
    const { page, left } = await bench.open({ left: `jonas/teams/app/home/gatherings/${id}` });
    await left.tab.getByRole('button', { name: 'Manage the gathering' }).click();
    await left.tab.getByRole('menuitem', { name: 'Change the whole series' }).click();
    const field = (name: string) => left.tab.getByRole('dialog').getByRole('textbox', { name, exact: true });
    return { page, left, field, save: () => left.tab.getByRole('button', { name: 'Save', exact: true }).click() };
  };
  const slow = await opened();
  await slow.field('Title').fill('Contrast circle');
  expect(await slow.left.tab.getByRole('combobox', { name: 'How often' }).inputValue()).toBe('fortnight');
  expect(await barriers(slow.page)).toEqual([]);

  const quick = await opened();
  await quick.left.tab.getByRole('combobox', { name: 'Where' }).selectOption('on-site');
  await quick.field('Place').fill('Room 5');
  await quick.save();
  expect(await seen(quick.left.tab.getByText('The series is changed.').first())).toBe(true);

  await slow.save();
  expect(await seen(slow.left.tab.getByText(/Somebody else saved while you were writing/))).toBe(true);
  bench.forgive(/412/);
  expect(await slow.field('Title').inputValue()).toBe('Contrast circle');
  expect(await slow.field('Place').inputValue()).toBe('Room 5');
  await slow.save();
  expect(await seen(slow.left.tab.getByRole('heading', { level: 1, name: 'Contrast circle' }))).toBe(true);
  expect(await seen(slow.left.tab.getByText('Room 5').first())).toBe(true);

  // One date of it is called off, and put back.
  const { tab } = slow.left;
  const manage = async (item: string, action: string) => {
    await tab.getByRole('button', { name: 'Manage the gathering' }).click();
    await tab.getByRole('menuitem', { name: item }).click();
    await tab.getByRole('dialog').getByRole('button', { name: action }).click();
  };
  await manage('Call off this date', 'Call it off');
  expect(await seen(tab.getByText('It was called off.'))).toBe(true);
  await manage('Put this date back', 'Put it back');
  expect(await seen(tab.getByRole('button', { name: 'Going', exact: true }))).toBe(true);
  expect(await tab.getByText('It was called off.').count()).toBe(0);
});

it('a proposed time goes into the form, and a series takes turns between times', async () => {
  const guild = await idOf(bench, 'communities', 'Accessibility guild');
  // Five who live by one clock, far from Los Angeles.
  for (const one of ['tomas', 'sven']) await bench.ask(one, 'POST', `/communities/${guild}/join`);
  const desk = await bench.open({ left: 'mara/teams/app/me' });
  for (const one of ['mara', 'tomas', 'sven']) {
    await desk.go({ left: `${one}/teams/app/me` });
    await livesIn(desk, 'Europe/Zurich');
  }
  const { page, left, go } = desk;
  await go({ left: `jonas/teams/app/home/communities/${guild}/gatherings` });
  await left.tab.getByRole('button', { name: 'Schedule a gathering' }).first().click();
  const dialog = left.tab.getByRole('dialog');
  const turns = dialog.getByText(/take turns/);
  await dialog.getByRole('button', { name: 'Propose times that are fair' }).press('Enter');
  const proposal = dialog.getByRole('button', { name: /^Take it: / }).first();
  await proposal.waitFor();
  expect(await turns.count()).toBe(0);
  const before = await dialog.getByLabel(/^Day/).inputValue();
  await proposal.press('Enter');
  expect(await dialog.getByLabel(/^Day/).inputValue()).not.toBe(before);
  expect(await dialog.getByRole('button', { name: /^Taken: / }).count()).toBe(1);
  await dialog.getByRole('combobox', { name: 'How often' }).selectOption('week');
  expect(await seen(turns.first())).toBe(true);
  await dialog.getByRole('button', { name: 'Take turns between these times' }).press('Enter');
  expect(await seen(dialog.getByRole('button', { name: 'Taken: turns', pressed: true }))).toBe(true);
  expect(await dialog.getByRole('button', { name: /^Taken: / }).count()).toBe(1);
  expect(await seen(dialog.getByText(/in 2 turns/))).toBe(true);
  expect(await barriers(page)).toEqual([]);

  await dialog.getByRole('textbox', { name: 'Title' }).fill('Colour round');
  await dialog.getByRole('button', { name: 'Schedule it' }).click();
  expect(await seen(left.tab.getByRole('heading', { level: 1, name: 'Colour round (turn 1 of 2)' }))).toBe(true);
  const burden = left.tab.getByRole('region', { name: 'Whose hours it takes' });
  expect(await seen(burden.getByText('On the next 12 dates, all turns together', { exact: false }))).toBe(true);
  expect(await seen(burden.getByText(/^Zurich, \d+ people$/))).toBe(true);
  expect(await seen(burden.getByText(/^6 of 12 /).first())).toBe(true);
  expect(await burden.getByText(/Los Angeles/).count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  await left.tab.getByRole('link', { name: /^Turn 2: / }).press('Enter');
  expect(await seen(left.tab.getByRole('heading', { level: 1, name: 'Colour round (turn 2 of 2)' }))).toBe(true);
  expect(await seen(left.tab.getByRole('link', { name: /^Turn 1: / }))).toBe(true);
  expect(await left.tab.getByRole('button', { name: 'Let it take turns' }).count()).toBe(0);

  // One that runs takes turns from its third date on.
  const day = aTuesday();
  const series = await bench.ask<{ id: string; later: { id: string }[] }>('jonas', 'POST', '/gatherings', {
    communityId: guild,
    title: 'Contrast round',
    timeZone: 'Europe/Zurich',
    startsLocal: `${day}T10:00`,
    endsLocal: `${day}T11:00`,
    rule: 'FREQ=WEEKLY',
  });
  await go({ left: `jonas/teams/app/home/gatherings/${series.later[1]?.id}` });
  await left.tab.getByRole('button', { name: 'Let it take turns' }).press('Enter');
  const turning = left.tab.getByRole('dialog', { name: 'Let it take turns' });
  await turning.getByRole('combobox', { name: 'How many times in turn' }).selectOption('3');
  expect(await seen(turning.getByText(/^Turn 3: Tuesday, /))).toBe(true);
  expect(await turning.getByRole('radio', { name: 'Stay on Tuesdays' }).isChecked()).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await turning.getByRole('button', { name: 'Take turns' }).click();
  expect(await seen(left.tab.getByRole('heading', { level: 1, name: 'Contrast round (turn 1 of 3)' }))).toBe(true);
  await go({ left: `jonas/teams/app/home/gatherings/${series.id}` });
  expect(await seen(left.tab.getByText('After this it takes turns between 3 times', { exact: false }))).toBe(true);
  expect(await seen(left.tab.getByRole('link', { name: /^Turn 3: / }))).toBe(true);
  await go({ left: `jonas/teams/app/home/gatherings/${series.later[1]?.id}` });
  await left.tab.getByRole('button', { name: 'End the turns' }).press('Enter');
  const ending = left.tab.getByRole('dialog', { name: 'End the turns' });
  await ending.getByLabel(/^From/).fill('15:00');
  await ending.getByLabel(/^To/).fill('16:00');
  expect(await barriers(page)).toEqual([]);
  await ending.getByRole('button', { name: 'End the turns' }).click();
  expect(await seen(left.tab.getByRole('heading', { level: 1, name: 'Contrast round', exact: true }))).toBe(true);
  expect(await seen(left.tab.getByText(/15:00.*16:00/).first())).toBe(true);
  await go({ left: `jonas/teams/app/home/gatherings/${series.id}` });
  expect(await seen(left.tab.getByText('After this it is at another time:', { exact: false }))).toBe(true);
});

it('a meeting in Teams is created with the gathering, and when that fails nothing is lost and it can be tried again', async () => {
  const guild = await idOf(bench, 'communities', 'Accessibility guild');
  const { page, left } = await bench.open({ left: `jonas/teams/app/home/communities/${guild}/gatherings` });
  const scheduleOne = async (title: string) => {
    await left.tab.getByRole('button', { name: 'Schedule a gathering' }).first().click();
    await left.tab.getByRole('textbox', { name: 'Title' }).fill(title);
    await left.tab.getByRole('checkbox', { name: 'Create a Teams meeting' }).check();
    expect(await left.tab.getByRole('textbox', { name: 'Link of the meeting' }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await left.tab.getByRole('button', { name: 'Schedule it' }).click();
    expect(await seen(left.tab.getByRole('heading', { level: 1, name: title }))).toBe(true);
  };
  const join = left.tab.getByRole('link', { name: 'Join the meeting online' });
  await scheduleOne('Contrast hour');
  expect(await join.getAttribute('href')).toMatch(/^https:\/\/teams\.microsoft\.com\//u);
  expect(bench.running().workbench.meetings.all()).toMatchObject([{ organiser: 'jonas', subject: 'Contrast hour' }]);

  await left.tab.getByRole('link', { name: 'Accessibility guild' }).first().click();
  bench.running().workbench.meetings.refuseNext(403, 'Forbidden');
  await scheduleOne('Keyboard hour');
  expect(await seen(left.tab.getByText('It has no meeting in Teams'))).toBe(true);
  expect(await seen(left.tab.getByText(/An administrator has to allow Copse/))).toBe(true);
  expect(await barriers(page)).toEqual([]);
  bench.forgive(/409/);
  await left.tab.getByRole('button', { name: 'Create a Teams meeting' }).click();
  await join.waitFor();
  expect(bench.running().workbench.meetings.all()).toHaveLength(2);
});

it('a series that runs is moved to a fair time without losing its rhythm', async () => {
  const guild = await idOf(bench, 'communities', 'Accessibility guild');
  const { id } = await bench.ask<{ readonly id: string }>('jonas', 'POST', '/gatherings', {
    communityId: guild,
    title: 'Fair round',
    timeZone: 'Europe/Berlin',
    startsLocal: `${aTuesday()}T22:00`,
    endsLocal: `${aTuesday()}T23:00`,
    rule: 'FREQ=WEEKLY;BYDAY=TU',
  });
  const { page, left } = await bench.open({ left: `jonas/teams/app/home/gatherings/${id}` });
  await left.tab.getByRole('button', { name: 'Manage the gathering' }).click();
  await left.tab.getByRole('menuitem', { name: 'Change the whole series' }).click();
  const dialog = left.tab.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Propose times that are fair' }).click();
  await dialog
    .getByRole('button', { name: /^Take it: / })
    .first()
    .click();
  expect(await dialog.getByRole('button', { name: /^Taken: / }).count()).toBe(1);
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  expect(await seen(left.tab.getByText('The series is changed.').first())).toBe(true);
  // The date of its first week is another one now.
  const { items } = await bench.ask<{
    readonly items: readonly { readonly title: string; readonly startsAt: string }[];
  }>('jonas', 'GET', `/occurrences?communityId=${guild}&limit=100`);
  const dates = items.filter(({ title }) => title === 'Fair round').map(({ startsAt }) => Date.parse(startsAt));
  const [first = 0, second = 0] = dates;
  expect(Math.abs(first - Date.parse(`${aTuesday()}T21:00Z`))).toBeLessThan(6 * 86_400_000);
  expect(first).not.toBe(Date.parse(`${aTuesday()}T21:00Z`));
  expect(Math.round((second - first) / 86_400_000)).toBe(7);
});
