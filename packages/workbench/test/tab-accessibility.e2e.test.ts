import type { Frame, Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriersIn, COLOURS, type Desk, frameOf, idOf, type Look, type Window, workbench } from './harness.ts';

const bench = workbench({ keepDesks: true });
const LOOKS: readonly Look[] = ['light', 'dark', 'contrast'];
const NAMES: Record<Look, string> = { light: 'Light', dark: 'Dark', contrast: 'High contrast' };
/** The ground of Fluent's themes for Teams, by which one sees that the tab has taken the theme. */
const GROUNDS: Record<Look, string> = { light: '#ffffff', dark: '#292929', contrast: '#000000' };

let ids: { guild: string; practice: string; question: string; person: string };

beforeAll(async () => {
  const guild = await idOf(bench, 'communities', 'Accessibility guild');
  for (const key of ['mara', 'jonas']) await bench.ask(key, 'POST', `/communities/${guild}/conduct/acknowledge`);
  const question = await bench.ask<{ id: string }>('mara', 'POST', '/questions', {
    communityId: guild,
    title: 'How do we announce that a table was sorted?',
    details: 'The screen reader stays **silent**.\n\n```html\n<th aria-sort="ascending">\n```',
    topics: ['screen readers'],
  });
  await bench.ask('jonas', 'POST', `/questions/${question.id}/answers`, {
    text: 'With `aria-sort`, and:\n\n1. say it once',
  });
  const { items } = await bench.ask<{ items: { id: string; name: string }[] }>('mara', 'GET', '/people?q=jonas');
  ids = {
    guild,
    practice: await idOf(bench, 'practices', 'Caption every recorded demo before it is shared'),
    question: question.id,
    person: items.find(({ name }) => name === 'Jonas Keller')!.id,
  };
}, 120_000);

interface Place {
  readonly as: string;
  readonly path: () => string;
  readonly shows: string | RegExp;
}
const at = (as: string, path: string | (() => string), shows: string | RegExp): Place => ({
  as,
  path: typeof path === 'string' ? () => path : path,
  shows,
});
const community = (part = '') => `home/communities/${ids.guild}${part}`;
const practice = (part = '') => `home/practices/${ids.practice}${part}`;
const question = (part = '') => `home/questions/${ids.question}${part}`;

const PLACES: Readonly<Record<string, Place>> = {
  home: at('mara', 'home', 'Your communities'),
  'home of a newcomer': at('tomas', 'home', 'Suggested for you'),
  discover: at('mara', 'discover', 'Embedded Rust'),
  me: at('mara', 'me', 'Linked accounts'),
  'me as administrator': at('sven', 'me', /Confluence site/),
  community: at('jonas', () => community(), 'People by role'),
  'community of others': at('tomas', () => community(), 'People by role'),
  'questions of a community': at('mara', () => community('/questions'), /table was sorted/),
  'practices of a community': at('jonas', () => community('/practices'), 'Test with the keyboard first'),
  'gatherings of a community': at('jonas', () => community('/gatherings'), /Nothing is planned yet/),
  'introductions in a community': at('jonas', () => community('/introductions'), 'Rounds'),
  'mentoring in a community': at('mara', () => community('/mentoring'), 'Circles'),
  members: at('jonas', () => community('/members'), 'Amina Haddad'),
  moderation: at('jonas', () => community('/moderation'), /[Cc]ode of conduct/),
  practice: at('mara', () => practice(), 'How we do it'),
  'practice being edited': at('jonas', () => practice('/edit'), 'What it is good for'),
  'history of a practice': at('jonas', () => practice('/history'), /[Vv]ersion/),
  gatherings: at('mara', 'home/gatherings', /Nothing is planned/),
  questions: at('mara', 'home/questions', /table was sorted/),
  question: at('mara', () => question(), /say it once/),
  'question being edited': at('mara', () => question('/edit'), /Edit “How do we/),
  'history of a question': at('mara', () => question('/history'), /History of/),
  'asking a question': at('mara', 'home/questions/ask', 'Ask a question'),
  'asking a community': at('mara', () => `home/questions/ask/${ids.guild}`, 'Ask a question'),
  search: at('mara', 'home/search/captions', /Caption every recorded demo/),
  'search without a result': at('mara', 'home/search/xylophone', 'Nothing found'),
  messages: at('mara', 'home/notifications', 'Messages'),
  'message settings': at('mara', 'home/notifications/settings', /[Qq]uiet|hours/),
  'sent messages': at('jonas', 'home/notifications/sent', 'Messages'),
  person: at('mara', () => `home/people/${ids.person}`, 'Jonas Keller'),
  'a page that is not there': at('mara', () => 'home/questions/01900000-0000-7000-8000-000000000000', /not|no /i),
};

const desks = new Map<string, Desk>();

/** One desk for each person: from page to page they go by the tab's own address, as with a link in it. */
async function show({ as, path, shows }: Place) {
  const desk = desks.get(as) ?? (await bench.open({ left: `${as}/teams/app/home`, width: 1024 }));
  desks.set(as, desk);
  const { tab, host } = desk.left;
  await desk.page.getByLabel(NAMES.light, { exact: true }).check();
  await narrow(host, '');
  await tab.locator('html').evaluate((_root, place) => (location.hash = place), `#/${path().replace(/^home\//, '')}`);
  await tab.getByText(shows).first().waitFor();
  return desk;
}

/** The workbench itself is made for a desk; Teams' narrow panes and phones show the tab at 320 pixels. */
const narrow = (host: Locator, width = '320px') =>
  host.locator('.tab-frame').evaluate((frame, to) => {
    (frame as HTMLElement).style.width = to;
    (frame as HTMLElement).style.flex = to && '0 0 100%';
  }, width);

const groundOf = (frame: Frame) =>
  frame
    .locator('.fui-FluentProvider')
    .first()
    .evaluate((root) => getComputedStyle(root).getPropertyValue('--colorNeutralBackground1').trim());

/** Goes through the themes as Teams does, without loading anything anew. */
async function inEachLook(page: Awaited<ReturnType<typeof show>>['page'], frame: Frame) {
  const found: string[] = [];
  for (const look of LOOKS) {
    await page.getByLabel(NAMES[look], { exact: true }).check();
    await expect.poll(() => groundOf(frame), { interval: 20, timeout: 10_000 }).toBe(GROUNDS[look]);
    const barriers = await barriersIn(frame, look === 'light' ? undefined : COLOURS);
    found.push(...barriers.map((barrier) => `${look}: ${barrier}`));
  }
  return found;
}

const TAB = '.tab-frame iframe';
const tooWide = ({ tab }: Window) => tab.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);

describe('a page of the tab has no barrier in any theme, and needs no scrolling sideways at 320 pixels', () => {
  it.each(Object.keys(PLACES))('%s', async (name) => {
    const { page, left } = await show(PLACES[name]!);
    expect(await inEachLook(page, await frameOf(left.host.locator(TAB)))).toEqual([]);

    await narrow(left.host);
    await expect.poll(() => tooWide(left), { timeout: 5000 }).toBeLessThanOrEqual(0);
    if (name === 'a page that is not there') bench.forgive(/404/);
  });
});

type Opens = readonly [place: string, open: (window: Window) => Promise<void>];
const press =
  (name: string | RegExp) =>
  async ({ tab }: Window) =>
    tab.getByRole('button', { name }).first().click();
const choose =
  (entry: RegExp) =>
  async ({ tab }: Window) => {
    await tab.getByRole('button', { name: 'More actions' }).first().click();
    await tab.getByRole('menuitem', { name: entry }).click();
  };

const DIALOGS: Readonly<Record<string, Opens>> = {
  'search everywhere': ['home', press(/Search/)],
  'founding a community': ['discover', press('Found a community')],
  'editing a community': ['community', choose(/^Edit/)],
  'changing its stage': ['community', choose(/stage/)],
  'closing it': ['community', choose(/^Close/)],
  inviting: ['members', press(/^Invite/)],
  'planning a gathering': ['gatherings of a community', press(/gathering/i)],
  'founding a circle': ['mentoring in a community', press('Found a circle')],
  'starting a practice': ['practices of a community', press(/practice/i)],
  'recording an adoption': ['practice', press(/We use this/)],
};

describe('a dialog of the tab has no barrier in any theme, and fits into 320 pixels', () => {
  it.each(Object.keys(DIALOGS))('%s', async (name) => {
    const [place, open] = DIALOGS[name]!;
    const { page, left } = await show(PLACES[place]!);
    await open(left);
    await left.tab.getByRole('dialog').waitFor();
    await page.waitForTimeout(250);
    expect(await inEachLook(page, await frameOf(left.host.locator(TAB)))).toEqual([]);
    await narrow(left.host);
    await expect.poll(() => tooWide(left), { timeout: 5000 }).toBeLessThanOrEqual(0);
    await left.tab.getByRole('dialog').press('Escape');
    await left.tab.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('the configuration of a tab', () => {
  it('has no barrier in any theme', async () => {
    const { left, go } = await bench.open({ left: 'jonas/teams/channel/accessibility/posts' });
    for (const look of LOOKS) {
      await go({ left: 'jonas/teams/channel/accessibility/posts', look });
      await left.host.getByRole('button', { name: 'Add a tab' }).click();
      await left.dialogFrame.getByRole('radio').first().waitFor();
      expect(await barriersIn(await frameOf(left.dialog.locator('iframe')))).toEqual([]);
    }
  });
});
