import { beforeAll, describe, expect, it } from 'vitest';
import { barriersIn, frameOf, idOf, type Window, workbench } from './harness.ts';

const bench = workbench();
const TAB = '.tab-frame iframe';
let guild: string;

beforeAll(async () => {
  guild = await idOf(bench, 'communities', 'Accessibility guild');
}, 120_000);

/** A community as its coordinator, who has the most parts of it to go to. */
async function openCommunity(width: number) {
  const desk = await bench.open({ left: `jonas/teams/app/home/communities/${guild}` });
  await desk.left.host.locator('.tab-frame').evaluate((frame, pixels) => {
    (frame as HTMLElement).style.cssText += `;width:${pixels}px;flex:0 0 100%`;
  }, width);
  await desk.left.tab.getByText('People by role').waitFor();
  return desk;
}

const tabsOf = ({ tab }: Window) => tab.getByRole('tablist', { name: 'Parts of Accessibility guild' });
const moreOf = ({ tab }: Window) => tab.getByRole('button', { name: /^\d more$/ });

describe('the parts of a community', () => {
  it('stand beside each other where there is room', async () => {
    const { left } = await openCommunity(1000);
    expect(await tabsOf(left).getByRole('tab').count()).toBe(8);
    expect(await moreOf(left).count()).toBe(0);
  });

  it('keep one line on a phone: what finds no room is behind a button', async () => {
    const { left } = await openCommunity(320);
    await moreOf(left).waitFor();
    const shown = await tabsOf(left).getByRole('tab').count();
    expect(await moreOf(left).innerText()).toBe(`${8 - shown} more`);
    const box = await tabsOf(left).boundingBox();
    expect(box?.height).toBeLessThan(60);
  });

  it('are all reached on a phone by keyboard alone, without a barrier', async () => {
    const { page, left } = await openCommunity(320);
    await moreOf(left).waitFor();
    await tabsOf(left).getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await left.tab.getByRole('menuitem', { name: /^Members/ }).waitFor();
    expect(await barriersIn(await frameOf(left.host.locator(TAB)))).toEqual([]);

    await page.keyboard.type('M');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await left.tab.getByRole('searchbox', { name: 'Search members' }).waitFor();
    const open = tabsOf(left).getByRole('tab', { selected: true });
    expect(await open.innerText()).toMatch(/^Members/);
    expect(await barriersIn(await frameOf(left.host.locator(TAB)))).toEqual([]);
  });
});

it('the guide of the workbench waits behind its button where it would cover the windows', async () => {
  const { page } = await bench.open({ left: 'mara/teams/app/home', width: 700 });
  await page.goto('/');
  const guide = page.getByRole('complementary', { name: 'Guide' });
  await page.getByRole('button', { name: 'Guide', exact: true }).waitFor();
  expect(await guide.count()).toBe(0);
  await page.getByRole('button', { name: 'Guide', exact: true }).click();
  await guide.waitFor();

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/');
  await guide.waitFor();
});
