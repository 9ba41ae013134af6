import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import { findPerson } from '../src/organisation.ts';
import { type EverythingOptions, startEverything } from '../src/start-everything.ts';

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

/** As Debian names them; the first is the same engine without the browser's own windows, a third of the work. */
const CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

export type Everything = Awaited<ReturnType<typeof startEverything>>;
export type Look = 'light' | 'dark' | 'contrast';

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['COPSE_CHROMIUM'] ?? CHROMIUMS.find(existsSync) ?? 'chromium',
    args: FLAGS,
  });

/** A whole Copse on free ports, on this database or on a fresh one that holds the sample organisation. */
export async function startFresh(
  database?: EverythingOptions['database'],
): Promise<Everything & { readonly end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'copse-e2e-'));
  const everything = await startEverything({
    folder,
    servicePort: 0,
    workbenchPort: 0,
    ...(database && { database }),
    onProgress: () => undefined,
  });
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
  `/?left=${left}${right ? `&right=${right}` : ''}&look=${look}`;

/** What every desk of tests and pictures is like. */
export const deskOptions = (url: string, { width = 1280, height = 900 }: View): BrowserContextOptions => ({
  baseURL: url,
  viewport: { width, height },
  permissions: ['clipboard-read', 'clipboard-write'],
  timezoneId: 'Europe/Zurich',
  locale: 'en-GB',
  reducedMotion: 'reduce',
});

export const windowOf = (page: Page, side: string): Window => {
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

/** Asks the API as one of the sample people, to prepare a scene or to see what came of it. */
export const askAs =
  ({ workbench, service }: Pick<Everything, 'workbench' | 'service'>) =>
  async <Answer>(person: string, method: string, path: string, body?: unknown): Promise<Answer> => {
    const who = findPerson(person);
    if (!who) throw new Error(`There is no sample person ${person}.`);
    const response = await fetch(`${service.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await workbench.issuer.entraToken(who)}`,
        // An edit is of whatever version there is.
        'if-match': '*',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as Answer;
  };

interface Listed {
  readonly items: readonly { readonly id: string; readonly name?: string; readonly title?: string }[];
}

/** The id of a sample community or practice, by its name or title. */
export async function idOf(
  { ask }: { readonly ask: ReturnType<typeof askAs> },
  kind: 'communities' | 'practices' | 'questions',
  named: string,
  as = 'mara',
): Promise<string> {
  const { items } = await ask<Listed>(as, 'GET', `/${kind}?limit=100`);
  const found = items.find(({ name, title }) => name === named || title === named);
  if (!found) throw new Error(`The sample has no ${kind} called ${named}.`);
  return found.id;
}
