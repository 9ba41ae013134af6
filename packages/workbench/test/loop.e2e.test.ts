import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { inTheChannel, post } from './channel-desk.ts';
import { idOf, seen, workbench } from './harness.ts';
import { publishing } from './publishing-desk.ts';

const bench = workbench();
const { connectSpace, pageOf, until } = publishing(bench);
const TITLE = 'How do we caption a live talk in two languages?';

const picture = async (page: { screenshot: (to: { path: string }) => Promise<unknown> }, name: string) => {
  const folder = process.env['COPSE_PICTURES'];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
};

beforeAll(connectSpace);

it('what two people solve in a channel of Teams becomes a page in Confluence, and a third says «we use this» there', async () => {
  const { page, left: mara, right: jonas, go } = await inTheChannel(bench);
  await post(mara, `@Copse ask ${TITLE}`);
  const asked = jonas.host.locator('.card').filter({ hasText: TITLE }).last();
  await asked.getByRole('button', { name: 'Answer', exact: true }).click();
  await jonas.host.locator('dialog textarea').fill('Run **two** caption tracks, one per language.');
  await jonas.host.locator('dialog').getByRole('button', { name: 'Preview' }).click();
  await jonas.host.locator('dialog').getByRole('button', { name: 'Send answer' }).click();
  const mine = mara.host.locator('.card').filter({ hasText: TITLE }).last();
  await mine.getByRole('button', { name: 'This solved it' }).click();
  await mine.getByText('✓ Accepted').waitFor();
  await mine.getByRole('button', { name: 'Keep as practice' }).click();
  await expect.poll(() => idOf(bench, 'practices', TITLE).catch(() => undefined)).toBeDefined();
  const id = await idOf(bench, 'practices', TITLE);
  await picture(page, 'loop-1-kept');

  // Those two bring it through its life on its page in Teams.
  const place = `teams/app/home/practices/${id}`;
  await go({ left: `mara/${place}`, right: `jonas/${place}` });
  await mara.tab.getByText('from the question', { exact: false }).first().waitFor();
  await mara.tab.getByRole('button', { name: 'Propose' }).click();
  await mara.tab.getByText('Proposed. Members can endorse it now.').first().waitFor();
  // Whoever wrote it cannot endorse it: that takes somebody else.
  await bench.ask('tomas', 'POST', `/communities/${await idOf(bench, 'communities', 'Accessibility guild')}/join`);
  await go({ left: `tomas/${place}`, right: `jonas/${place}` });
  const { tab: tomas } = mara;
  await tomas.getByRole('button', { name: 'Endorse', exact: true }).click();
  await tomas
    .getByRole('dialog')
    .getByRole('button', { name: /Endorse/ })
    .click();
  await tomas.getByRole('dialog').waitFor({ state: 'detached' });
  await go({ left: `tomas/${place}`, right: `jonas/${place}` });
  await jonas.tab.getByRole('button', { name: 'Endorse for the community' }).click();
  await jonas.tab.getByRole('dialog').getByRole('button', { name: 'Endorse for the community' }).click();
  await jonas.tab.getByText('The community stands behind it now.').first().waitFor();
  await jonas.tab.getByRole('button', { name: /^Publish to Confluence/ }).click();
  await jonas.tab.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await jonas.tab.getByText('On its way.', { exact: false }).first().waitFor();
  await picture(page, 'loop-2-queued');
  await bench.running().workbench.runSchedule();
  await until(id, { state: 'published' });

  // A third, in Confluence, reads it there and tells how it goes.
  await go({ left: `tomas/confluence/page/${(await pageOf(id)).id}`, right: `jonas/${place}` });
  const reader = mara;
  await reader.host.getByRole('heading', { name: TITLE }).waitFor();
  await reader.host.getByText('caption tracks, one per language.', { exact: false }).first().waitFor();
  await picture(page, 'loop-3-published');
  await reader.host.locator('.byline-item').click();
  await reader.dialogFrame.getByRole('button', { name: 'We use this' }).click();
  await reader.dialogFrame
    .getByRole('textbox', { name: /[Tt]eam/ })
    .first()
    .fill('Embedded software');
  await reader.dialogFrame.getByRole('button', { name: 'Send' }).click();
  // Confluence tells no names, so whoever writes for the first time says theirs.
  await reader.dialogFrame.getByRole('textbox', { name: 'Your name' }).fill('Tomás Ferreira');
  await reader.dialogFrame.getByRole('button', { name: 'Continue' }).click();
  await expect
    .poll(
      async () => (await bench.ask<{ adoptions: { team: string }[] }>('jonas', 'GET', `/practices/${id}`)).adoptions,
    )
    .toMatchObject([{ team: 'Embedded software' }]);
  await go({ left: `tomas/confluence/page/${(await pageOf(id)).id}`, right: `jonas/${place}` });
  expect(await seen(jonas.tab.getByText('Embedded software').first())).toBe(true);
  await picture(page, 'loop-4-in-use');
});
