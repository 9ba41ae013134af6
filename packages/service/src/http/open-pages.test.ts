import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { openPages } from './open-pages.ts';

const id = '0198d0d0-0000-7000-8000-000000000001';

async function pageIn(settings: { teamsAppId: string | undefined }) {
  const app = Fastify();
  await openPages(app, { ...settings, hostOrigins: [], publicUrl: 'https://copse.example.com' });
  return (await app.inject(`/open/practices/${id.toUpperCase()}`)).body;
}

it('forwards into Teams by a deep link to the very page', async () => {
  const page = await pageIn({ teamsAppId: '8b1f6f0e-3c52-4e19-9a6d-20c5d0f3a7e1' });
  const link = /<a class="open" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const url = new URL(link);

  expect(url.origin + url.pathname).toBe(
    'https://teams.microsoft.com/l/entity/8b1f6f0e-3c52-4e19-9a6d-20c5d0f3a7e1/home',
  );
  expect(url.searchParams.get('webUrl')).toBe(`https://copse.example.com/open/practices/${id}`);
  expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: `practices/${id}` });
  expect(page).toContain('<meta http-equiv="refresh" content="1;url=https://teams.microsoft.com/');
});

it('opens the tab by itself where no Teams app is known', async () => {
  expect(await pageIn({ teamsAppId: undefined })).toContain(`href="/tab/index.html#/practices/${id}"`);
});
