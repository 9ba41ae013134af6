import { expect, it } from 'vitest';
import { workbench } from './harness.ts';

const bench = workbench();

it('a page that is gone because Copse was renewed meanwhile offers to load everything anew', async () => {
  const { page, left } = await bench.open({ left: 'mara/teams/app/home' });
  await left.tab.getByRole('heading', { name: 'My communities' }).waitFor();
  await page.route(/\/tab\/gatherings\..*\.js$/, (route) => route.fulfill({ status: 404 }));
  await left.tab.getByRole('link', { name: 'Gatherings' }).click();
  const alert = left.tab.getByRole('alert').filter({ hasText: 'This part could not be loaded' });
  await alert.waitFor();

  await page.unroute(/\/tab\/gatherings\..*\.js$/);
  await alert.getByRole('button', { name: 'Reload Copse' }).click();
  await left.tab.getByRole('heading', { level: 1 }).waitFor();
  expect(await left.tab.getByRole('heading', { level: 1 }).innerText()).toBe('Gatherings');
  bench.forgive(/404|ChunkLoadError|Loading chunk/);
});

it('a search that cannot be loaded leaves the page as it is', async () => {
  const { page, left } = await bench.open({ left: 'mara/teams/app/home' });
  await left.tab.getByRole('heading', { name: 'My communities' }).waitFor();
  await page.route(/\/tab\/palette\..*\.js$/, (route) => route.fulfill({ status: 404 }));
  await left.tab.getByRole('button', { name: /Search/ }).click();
  await left.tab.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
  expect(await left.tab.getByRole('heading', { name: 'My communities' }).isVisible()).toBe(true);
  bench.forgive(/404|ChunkLoadError|Loading chunk/);
});
