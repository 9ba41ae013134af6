import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findPerson } from '../src/organisation.ts';
import { startEverything } from '../src/start-everything.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** teams-js asks Microsoft's CDN for its list of hosts and does without; a machine in a test has no such name. */
const EXPECTED_NOISE = /net::ERR_(NAME_NOT_RESOLVED|INTERNET_DISCONNECTED|NETWORK_CHANGED|ABORTED)/;

export type Everything = Awaited<ReturnType<typeof startEverything>>;
export type Look = 'light' | 'dark' | 'contrast';

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['COPSE_CHROMIUM'] ?? process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });

/** A whole Copse on free ports, with a fresh database that holds the sample organisation. */
export async function startFresh(): Promise<Everything & { readonly end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'copse-e2e-'));
  const everything = await startEverything({ folder, servicePort: 0, workbenchPort: 0, onProgress: () => undefined });
  return {
    ...everything,
    async end() {
      await everything.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface View {
  /** `person/app/place`, as in the workbench's address. */
  readonly left: string;
  readonly right?: string;
  readonly look?: Look;
  readonly width?: number;
  readonly height?: number;
}

/** One window of an open workbench. */
export interface Window {
  /** The host's own part: rail, chat, page tree, editor. */
  readonly host: Locator;
  /** The Teams tab, which is the service's production bundle. */
  readonly tab: FrameLocator;
  /** A macro on the page, by its key in the manifest. */
  readonly macro: (key: string) => FrameLocator;
  readonly dialog: Locator;
  /** The page inside of the window's open dialog. */
  readonly dialogFrame: FrameLocator;
}

export interface Desk {
  readonly page: Page;
  readonly left: Window;
  readonly right: Window;
  readonly go: (view: View) => Promise<void>;
}

export const addressOf = ({ left, right, look = 'light' }: View) =>
  `/?left=${left}${right ? `&right=${right}` : ''}&look=${look}&guide=off`;

const windowOf = (page: Page, side: string): Window => {
  const host = page.locator(`.pane[data-side="${side}"]`);
  const dialog = host.locator('dialog[open]');
  return {
    host,
    tab: host.locator('.tab-frame iframe').first().contentFrame(),
    macro: (key) => host.locator(`iframe[data-forge="${key}"]`).first().contentFrame(),
    dialog,
    dialogFrame: dialog.locator('iframe').first().contentFrame(),
  };
};

/**
 * With COPSE_FAILURES naming a folder, leaves there a picture of every page at which a test failed.
 *
 * Starts everything once for a test file. Each desk is a browser of its own; a test in which the page threw, or wrote
 * an error to its console, fails.
 */
export function workbench() {
  let everything: Awaited<ReturnType<typeof startFresh>> | undefined;
  let browser: Browser | undefined;
  let troubles: string[] = [];

  beforeAll(async () => {
    [everything, browser] = await Promise.all([startFresh(), launchBrowser()]);
  });
  afterEach(async ({ task }) => {
    const pictures = process.env['COPSE_FAILURES'];
    for (const context of browser?.contexts() ?? []) {
      const [page] = context.pages();
      if (pictures && task.result?.state === 'fail') {
        await page?.screenshot({ path: join(pictures, `${task.name.replaceAll(/\W+/g, '-')}.png`) });
      }
      await context.close();
    }
    const seen = troubles;
    troubles = [];
    expect(seen).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await everything?.end();
  });

  const running = () => {
    if (!everything || !browser) throw new Error('The workbench runs inside of tests only.');
    return { ...everything, browser };
  };

  return {
    running,
    async open(view: View): Promise<Desk> {
      const context = await running().browser.newContext({
        baseURL: running().workbench.url,
        viewport: { width: view.width ?? 1280, height: view.height ?? 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
        timezoneId: 'Europe/Zurich',
        locale: 'en-GB',
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => troubles.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED_NOISE.test(message.text())) troubles.push(message.text());
      });
      const go = async (next: View) => void (await page.goto(addressOf(next)));
      await go(view);
      return { page, left: windowOf(page, 'left'), right: windowOf(page, 'right'), go };
    },
    /** Asks the API as one of the sample people, to prepare a scene or to see what came of it. */
    async ask<Answer>(person: string, method: string, path: string, body?: unknown): Promise<Answer> {
      const { workbench: bench, service } = running();
      const who = findPerson(person);
      if (!who) throw new Error(`There is no sample person ${person}.`);
      const response = await fetch(`${service.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await bench.issuer.entraToken(who)}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return (text ? JSON.parse(text) : undefined) as Answer;
    },
    /** A test that means to break something says which console errors it expects. */
    forgive: (expected: RegExp) => {
      troubles = troubles.filter((trouble) => !expected.test(trouble));
    },
  };
}

/** Waits until it can be seen, for `expect(await seen(…)).toBe(true)`; says what was missing otherwise. */
export async function seen(what: Locator): Promise<true> {
  await what.waitFor();
  return true;
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly name?: string; readonly title?: string }[];
}

/** The id of a sample community or practice, by its name or title. */
export async function idOf(
  bench: Pick<ReturnType<typeof workbench>, 'ask'>,
  kind: 'communities' | 'practices',
  named: string,
  as = 'mara',
): Promise<string> {
  const { items } = await bench.ask<Listed>(as, 'GET', `/${kind}?limit=100`);
  const found = items.find(({ name, title }) => name === named || title === named);
  if (!found) throw new Error(`The sample has no ${kind} called ${named}.`);
  return found.id;
}

/** What axe finds on the page and in its frames, in one readable line each. */
export async function barriers(page: Page): Promise<string[]> {
  // A macro's frame is transparent. axe takes what it cannot see through for white, so it is told the page's ground.
  for (const frame of await page.locator('iframe[data-forge]').all()) {
    const ground = await frame.evaluate((element) => {
      const behind = element.closest('dialog, .window');
      return behind ? getComputedStyle(behind).backgroundColor : '';
    });
    await frame
      .contentFrame()
      .locator('body')
      .evaluate((body, colour) => body.style.setProperty('background', colour), ground);
  }
  // Fluent's focus sentinels are hidden and focusable on purpose: a false alarm.
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-tabster-dummy]')
    .exclude(['iframe', '[data-tabster-dummy]'])
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 4)
      .map(
        ({ target, failureSummary }) =>
          `${id}: ${help} @ ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`,
      ),
  );
}
