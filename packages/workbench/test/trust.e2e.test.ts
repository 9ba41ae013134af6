import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../src/load-sample.ts';
import { barriersIn, frameOf, idOf, seen, workbench } from './harness.ts';

const bench = workbench();
const TITLE = 'Whom do I tell that I cannot read the signs?';
const REASON = 'A colleague may need help today.';
let guild: string;

/** Helen asks without her name. */
async function helenAsks(): Promise<string> {
  const body = { communityId: guild, title: TITLE, topics: ['signs'], anonymous: true };
  return (await bench.ask<{ id: string }>('helen', 'POST', '/questions', body)).id;
}

describe('trust', () => {
  beforeAll(async () => {
    guild = await idOf(bench, 'communities', 'Accessibility guild');
    for (const person of ['mara', 'jonas', 'helen']) {
      await bench.ask(person, 'POST', `/communities/${guild}/conduct/acknowledge`);
    }
  });

  it('two stewards find out together who asked, and whoever asked reads who they are and why', async () => {
    const id = await helenAsks();
    const { left: jonas } = await bench.open({ left: `jonas/teams/app/home/questions/${id}` });
    expect(await jonas.tab.getByText('Helen Okafor').count()).toBe(0);
    await jonas.tab.getByRole('button', { name: 'More about the question' }).click();
    await jonas.tab.getByRole('menuitem', { name: 'Find out who wrote it…' }).click();
    await jonas.tab.getByRole('dialog').getByRole('textbox').fill(REASON);
    await jonas.tab.getByRole('dialog').getByRole('button').first().click();
    await jonas.tab.getByRole('dialog').waitFor({ state: 'detached' });

    const moderation = `teams/app/home/communities/${guild}/moderation`;
    const { left: mara, right: helen } = await bench.open({
      left: `mara/${moderation}`,
      right: `helen/teams/app/home/questions/${id}`,
    });
    await helen.tab.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    expect(await helen.tab.getByText(REASON).count()).toBe(0);
    const asked = mara.tab.getByRole('list', { name: 'Names asked for' });
    await asked.getByRole('button', { name: /Agree/ }).click();
    await mara.tab.getByRole('dialog').getByRole('button').first().click();
    expect(await seen(asked.getByText('Helen Okafor'))).toBe(true);

    const { left: back, page } = await bench.open({ left: `helen/teams/app/home/questions/${id}` });
    expect(await seen(back.tab.getByText('Two stewards know that you wrote this'))).toBe(true);
    expect(await seen(back.tab.getByText(/Jonas Keller.*and Mara Vogel.*agreed/))).toBe(true);
    expect(await seen(back.tab.getByText(REASON))).toBe(true);
    expect(await barriersIn(await frameOf(page.locator('.tab-frame iframe')))).toEqual([]);
    const { left: other } = await bench.open({ left: `jonas/teams/app/home/questions/${id}` });
    await other.tab.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    expect(await other.tab.getByText(REASON).count()).toBe(0);
  });

  it('what somebody reports is hidden by a steward, and its author is told why', async () => {
    const id = await helenAsks();
    await bench.ask('jonas', 'POST', `/questions/${id}/answers`, { text: 'Look more closely, then.' });
    const { left: helen } = await bench.open({ left: `helen/teams/app/home/questions/${id}` });
    await helen.tab.getByRole('button', { name: 'More about the answer of Jonas Keller' }).click();
    await helen.tab.getByRole('menuitem', { name: 'Report…' }).click();
    await helen.tab.getByRole('radio', { name: 'It is unkind' }).check();
    await helen.tab.getByRole('button', { name: 'Send report' }).click();
    await helen.tab.getByRole('dialog').waitFor({ state: 'detached' });

    const { left: mara } = await bench.open({ left: `mara/teams/app/home/communities/${guild}/moderation` });
    const reported = mara.tab.getByRole('region', { name: 'Reported' });
    expect(await seen(reported.getByText('Look more closely, then.'))).toBe(true);
    expect(await reported.getByText('Helen').count()).toBe(0);
    await reported.getByRole('button', { name: 'Hide' }).click();
    await mara.tab.getByRole('dialog').getByRole('textbox').fill('It does not help whoever asked.');
    await mara.tab.getByRole('dialog').getByRole('button').first().click();
    expect(await seen(mara.tab.getByText('It does not help whoever asked.').last())).toBe(true);

    const { left: jonas } = await bench.open({ left: 'jonas/teams/app/home/notifications' });
    expect(await seen(jonas.tab.getByText('A steward says: “It does not help whoever asked.”'))).toBe(true);
    const { left: reader } = await bench.open({ left: `tomas/teams/app/home/questions/${id}` });
    expect(await seen(reader.tab.getByText('A steward has hidden this answer.'))).toBe(true);
    expect(await reader.tab.getByText('Look more closely, then.').count()).toBe(0);
  });

  it('what a gathering says, and what came of it, is hidden from its readers and not from its stewards', async () => {
    const [title, recap] = ['Whose fault it was', 'Tomás did it.'];
    const held = { title, timeZone: 'Europe/Berlin', startsLocal: '2026-01-13T10:00', hosts: ['jonas'] };
    const gatherings = [{ externalId: 'fault', community: 'accessibility', description: 'Come and see.', ...held }];
    await loadBundle(bench.running().database.url, JSON.stringify({ format: 'copse-bundle/1', gatherings }));
    const path = `/occurrences?communityId=${guild}&past=true&limit=100`;
    const { items } = await bench.ask<{ items: { id: string; title: string }[] }>('jonas', 'GET', path);
    const id = items.find((one) => one.title === title)?.id ?? '';
    await bench.ask('jonas', 'PUT', `/occurrences/${id}/recap`, { recap, outcomes: ['Tomás pays'] });

    const { page, left, go } = await bench.open({ left: `tomas/teams/app/home/gatherings/${id}` });
    await left.tab.getByRole('button', { name: 'More about the recap' }).click();
    await left.tab.getByRole('menuitem', { name: 'Report…' }).click();
    await left.tab.getByRole('radio', { name: 'It is unkind' }).check();
    await left.tab.getByRole('button', { name: 'Send report' }).click();
    await left.tab.getByRole('dialog').waitFor({ state: 'detached' });

    await go({ left: `mara/teams/app/home/communities/${guild}/moderation` });
    const reported = left.tab.getByRole('region', { name: 'Reported' });
    expect(await seen(reported.getByText(`${recap} Tomás pays`))).toBe(true);
    await reported.getByRole('link', { name: title }).click();
    for (const menu of ['More about the recap', 'More about the gathering']) {
      await left.tab.getByRole('button', { name: menu }).click();
      await left.tab.getByRole('menuitem', { name: 'Hide…' }).click();
      await left.tab.getByRole('dialog').getByRole('textbox').fill('We look for causes.');
      await left.tab.getByRole('dialog').getByRole('button').first().click();
      await left.tab.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(await seen(left.tab.getByText('A steward has hidden the title and the description'))).toBe(true);
    expect(await seen(left.tab.getByText('A steward has hidden this', { exact: true }))).toBe(true);
    expect(await seen(left.tab.getByRole('heading', { name: title, level: 1 }))).toBe(true);
    expect(await seen(left.tab.getByText(recap))).toBe(true);

    await go({ left: `tomas/teams/app/home/gatherings/${id}` });
    expect(await seen(left.tab.getByRole('heading', { name: 'Title hidden by a steward', level: 1 }))).toBe(true);
    expect(await seen(left.tab.getByText('A steward has hidden this recap.'))).toBe(true);
    expect(await left.tab.getByText(/Tomás did it|Tomás pays|Come and see|Whose fault/).count()).toBe(0);
    expect(await barriersIn(await frameOf(page.locator('.tab-frame iframe')))).toEqual([]);
  });
});
