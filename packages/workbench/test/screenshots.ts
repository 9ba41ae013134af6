/**
 * Takes pictures of every page, card, macro and theme, wide and narrow, from a fresh sample organisation. By hand:
 *
 *   npx node packages/workbench/test/screenshots.ts <folder> [only pictures whose name contains this]
 *   npx node packages/workbench/test/screenshots.ts docs/images --readme
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import {
  addressOf,
  askAs,
  deskOptions,
  idOf,
  launchBrowser,
  type Look,
  startFresh,
  type View,
  type Window,
  windowOf,
} from './running.ts';

const args = process.argv.slice(2);
const forReadme = args.includes('--readme');
const [folder = 'screenshots', only = ''] = args.filter((arg) => !arg.startsWith('--'));
const LOOKS: readonly Look[] = ['light', 'dark', 'contrast'];

interface Picture extends View {
  readonly name: string;
  readonly guide?: boolean;
  /** The picture of this name in the README, in the look that it has there. */
  readonly readme?: readonly [name: string, look: Look];
  /** What is done before the picture is taken. */
  readonly act?: (left: Window, right: Window, page: Page) => Promise<void>;
}

const everything = await startFresh();
const browser = await launchBrowser();
const ask = askAs(everything);
const [guild, captions, speakers, leads] = await Promise.all([
  idOf({ ask }, 'communities', 'Accessibility guild'),
  idOf({ ask }, 'practices', 'Caption every recorded demo before it is shared'),
  idOf({ ask }, 'questions', 'How do we caption a demo in which two people speak at once?'),
  idOf({ ask }, 'communities', 'Leads circle', 'jonas'),
]);

const say =
  (...lines: readonly string[]) =>
  async ({ host }: Window) => {
    await host.locator('.card').first().waitFor();
    for (const line of lines) {
      const before = await host.locator('.message').count();
      const field = host.getByRole('textbox', { name: 'Write to Copse' });
      await field.fill(line);
      await field.press('Enter');
      await host
        .locator('.message')
        .nth(before + 1)
        .waitFor();
    }
  };
const post =
  (words: string) =>
  async ({ host }: Window, _right: Window, page: Page) => {
    const add = host.getByRole('button', { name: /^Add Copse/ });
    await page.waitForTimeout(800);
    if (await add.isVisible()) await add.click();
    const field = host.getByRole('textbox', { name: /Start a post/ });
    await field.fill(words);
    await field.press('Enter');
    await host.locator('.card').last().waitFor();
  };
const inChat =
  (words: string) =>
  async ({ host }: Window, _right: Window, page: Page) => {
    const add = host.getByRole('button', { name: /^Add Copse/ });
    await page.waitForTimeout(800);
    if (await add.isVisible()) await add.click();
    await host.locator('.card').first().waitFor();
    const before = await host.locator('.card').count();
    const field = host.getByRole('textbox', { name: /^Write to/ });
    await field.fill(words);
    await field.press('Enter');
    await host.locator('.card').nth(before).waitFor();
  };
/** A question that was found, opened in the bot's answer. */
const question = async (left: Window) => {
  await say('find captions')(left);
  await left.host.locator('.card').last().getByText('How do we caption').first().click();
  await left.host.locator('.card').last().getByText('Give each speaker').waitFor();
  await left.host
    .locator('.card')
    .last()
    .evaluate((card) => card.closest('.message')?.scrollIntoView({ block: 'start' }));
};
/** A link of ours turns into a macro; then the page is published. */
const paste =
  (path: string) =>
  async ({ host, macro }: Window, _right: Window, page: Page) => {
    await page.evaluate((link) => navigator.clipboard.writeText(link), everything.service.url + path);
    await host.getByRole('textbox', { name: 'Paragraph' }).last().focus();
    await page.keyboard.press('Control+v');
    await macro('copse-practices').getByText('How we do it').waitFor();
    await host.getByRole('button', { name: 'Publish' }).click();
    await macro('copse-practices').getByText('How we do it').waitFor();
  };
const configure =
  (index: number) =>
  async ({ host, dialogFrame }: Window) => {
    await host.getByRole('button', { name: 'Configure' }).nth(index).click();
    await dialogFrame.getByRole('button', { name: 'Save' }).waitFor();
  };

const pictures: readonly Picture[] = [
  { name: 'workbench', left: 'tomas/teams/app/home', guide: true },
  { name: 'workbench-1024', left: 'tomas/teams/app/home', width: 1024, height: 760 },
  { name: 'workbench-1024-guide', left: 'tomas/teams/app/home', width: 1024, height: 760, guide: true },
  {
    name: 'workbench-people',
    left: 'mara/teams/app/home',
    act: async ({ host }) => host.getByRole('button', { name: /Mara/ }).click(),
  },
  { name: 'tab-home', left: 'mara/teams/app/home', readme: ['teams-home', 'light'] },
  { name: 'tab-discover', left: 'mara/teams/app/discover' },
  { name: 'tab-me', left: 'mara/teams/app/me', height: 1800 },
  { name: 'tab-me-administrator', left: 'sven/teams/app/me', height: 2400 },
  {
    name: 'tab-community',
    left: `jonas/teams/app/home/communities/${guild}`,
    height: 1700,
    readme: ['teams-community', 'light'],
  },
  { name: 'tab-questions', left: 'mara/teams/app/questions' },
  { name: 'tab-question', left: `mara/teams/app/home/questions/${speakers}`, height: 1300 },
  { name: 'tab-ask', left: 'mara/teams/app/home/questions/ask', height: 1100 },
  { name: 'tab-search', left: 'mara/teams/app/home/search/captions', readme: ['teams-search', 'light'] },
  { name: 'tab-messages', left: 'mara/teams/app/home/notifications/settings', height: 1300 },
  { name: 'tab-moderation', left: `jonas/teams/app/home/communities/${guild}/moderation` },
  { name: 'tab-members', left: `jonas/teams/app/home/communities/${guild}/members`, height: 1300 },
  { name: 'tab-practices', left: `jonas/teams/app/home/communities/${guild}/practices` },
  {
    name: 'tab-practice',
    left: `mara/teams/app/home/practices/${captions}`,
    height: 1900,
    readme: ['teams-practice', 'dark'],
  },
  { name: 'tab-practice-edit', left: `jonas/teams/app/home/practices/${captions}/edit`, height: 1500 },
  { name: 'tab-practice-history', left: `jonas/teams/app/home/practices/${captions}/history` },
  { name: 'tab-not-for-you', left: `tomas/teams/app/home/communities/${leads}` },
  {
    name: 'tab-found',
    left: 'mara/teams/app/discover',
    act: async ({ tab }) => {
      await tab.getByRole('button', { name: 'Found a community' }).click();
      await tab.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'channel-configure',
    left: 'jonas/teams/channel/accessibility/posts',
    act: async ({ host, dialogFrame }) => {
      await host.getByRole('button', { name: 'Add a tab' }).click();
      await dialogFrame.getByRole('radio').first().waitFor();
    },
  },
  { name: 'channel', left: 'jonas/teams/channel/test-craft/posts', act: post('@Copse find flaky tests'), height: 1000 },
  { name: 'chat', left: 'mara/teams/chat/captions', act: inChat('@Copse find captions'), height: 1000 },
  {
    name: 'bot-answer',
    left: 'tomas/teams/chat',
    act: say('what communities are there about accessibility?'),
    readme: ['teams-bot', 'light'],
  },
  { name: 'bot-question', left: 'mara/teams/chat', act: question, height: 1000, readme: ['teams-question', 'light'] },
  { name: 'bot-questions', left: 'jonas/teams/chat', act: say('questions'), height: 1100 },
  { name: 'bot-welcome', left: 'priya/teams/chat', act: say() },
  { name: 'bot-help', left: 'tomas/teams/chat', act: say('help') },
  { name: 'bot-find', left: 'mara/teams/chat', act: say('find captions'), height: 1000 },
  { name: 'bot-communities', left: 'helen/teams/chat', act: say('communities'), height: 1100 },
  { name: 'bot-community', left: 'tomas/teams/chat', act: say('community Test craft') },
  { name: 'bot-practices', left: 'jonas/teams/chat', act: say('practices'), height: 1100 },
  { name: 'bot-me', left: 'mara/teams/chat', act: say('me') },
  { name: 'bot-link', left: 'tomas/teams/chat', act: say('link') },
  { name: 'bot-unknown', left: 'tomas/teams/chat', act: say('flurb') },
  { name: 'page', left: 'mara/confluence/page/65601', height: 2200, readme: ['confluence-page', 'light'] },
  {
    name: 'page-practice',
    left: 'mara/confluence/page/65675/edit',
    act: paste(`/open/practices/${captions}`),
    height: 1300,
    readme: ['confluence-practice', 'light'],
  },
  { name: 'page-community', left: 'mara/confluence/page/65638', height: 1500 },
  { name: 'page-edit', left: 'mara/confluence/page/65601/edit', height: 1500 },
  {
    name: 'page-insert',
    left: 'mara/confluence/page/65675/edit',
    act: async ({ host }) => host.getByRole('textbox', { name: 'Paragraph' }).last().fill('/copse'),
  },
  { name: 'page-configure-directory', left: 'mara/confluence/page/65601/edit', act: configure(0) },
  { name: 'page-configure-practices', left: 'mara/confluence/page/65601/edit', act: configure(1) },
  { name: 'page-configure-community', left: 'mara/confluence/page/65638/edit', act: configure(0) },
  { name: 'page-export', left: 'mara/confluence/page/65601/export', height: 1300 },
  { name: 'settings', left: 'sven/confluence/settings' },
  { name: 'side-by-side', left: 'mara/teams/chat', right: 'mara/confluence/page/65601', width: 1600 },
];

/** The narrowest that Teams and Confluence show: the frame alone, at the width of a small phone. */
async function narrow(page: Page, frame: string) {
  const shown = page.locator(frame).first();
  await shown.evaluate((element) => {
    element.style.cssText += ';width:320px;min-width:320px;height:1400px;flex:none;align-self:flex-start';
  });
  await page.waitForTimeout(500);
  return shown;
}

mkdirSync(resolve(folder), { recursive: true });
const context = await browser.newContext(deskOptions(everything.workbench.url, { left: '' }));
const page = await context.newPage();
const [left, right] = [windowOf(page, 'left'), windowOf(page, 'right')];
for (const look of LOOKS) {
  const wanted = forReadme
    ? pictures.filter(({ readme }) => readme?.[1] === look)
    : pictures.filter(({ name }) => name.includes(only));
  for (const picture of wanted) {
    const { name, guide = false, act } = picture;
    const { width = 1280, height = 860 } = forReadme ? { width: 1280, height: 840 } : picture;
    await page.setViewportSize({ width, height });
    await page.goto(addressOf({ ...picture, look }) + (guide ? '' : '&guide=off'));
    try {
      await page.waitForLoadState('networkidle', { timeout: 4000 }).catch(() => undefined);
      if (picture.left.includes('/app/')) await left.tab.locator('h1').first().waitFor();
      await act?.(left, right, page);
      await page.waitForTimeout(900);
    } catch (error) {
      console.log(`${name} (${look}): ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
    await page.screenshot({ path: join(folder, forReadme ? `${picture.readme?.[0]}.png` : `${name}-${look}.png`) });
    if (!forReadme && look === 'light' && name.startsWith('tab-')) {
      const frame = await narrow(page, '.tab-frame iframe');
      await frame.screenshot({ path: join(folder, `${name}-narrow.png`) }).catch(() => undefined);
    }
  }
}
await browser.close();
await everything.end();
process.exit(0);
