import { join } from 'node:path';
import { testDatabase } from '@copse/core/testing';
import axe from 'axe-core';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { addressOf, askAs, type Desk, deskOptions, launchBrowser, startFresh, type View, windowOf } from './running.ts';

export { type Desk, idOf, type Look, type View, type Window } from './running.ts';

/** teams-js asks Microsoft's CDN for its list of hosts and does without; a machine in a test has no such name. */
const EXPECTED_NOISE = /net::ERR_(NAME_NOT_RESOLVED|INTERNET_DISCONNECTED|NETWORK_CHANGED|ABORTED)/;

interface WorkbenchOptions {
  /** Desks stay open until the file ends, for a test that goes on where another one left. */
  readonly keepDesks?: boolean;
}

/**
 * With COPSE_FAILURES naming a folder, leaves there a picture of every page at which a test failed.
 *
 * Starts everything once for a test file. Each desk is a browser of its own; a test in which the page threw, or wrote
 * an error to its console, fails.
 */
export function workbench({ keepDesks = false }: WorkbenchOptions = {}) {
  const database = testDatabase({ keepBetweenTests: true });
  let everything: Awaited<ReturnType<typeof startFresh>> | undefined;
  let browser: Browser | undefined;
  let troubles: string[] = [];

  beforeAll(async () => {
    [everything, browser] = await Promise.all([startFresh({ url: database.url() }), launchBrowser()]);
  });
  afterEach(async ({ task }) => {
    const pictures = process.env['COPSE_FAILURES'];
    for (const context of browser?.contexts() ?? []) {
      const [page] = context.pages();
      if (pictures && task.result?.state === 'fail') {
        await page?.screenshot({ path: join(pictures, `${task.name.replaceAll(/\W+/g, '-')}.png`) });
      }
      if (!keepDesks) await context.close();
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
      const context = await running().browser.newContext(deskOptions(running().workbench.url, view));
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => troubles.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED_NOISE.test(message.text())) troubles.push(message.text());
      });
      const go = async (next: View) => void (await page.goto(`${addressOf(next)}&guide=off`));
      await go(view);
      return { page, left: windowOf(page, 'left'), right: windowOf(page, 'right'), go };
    },
    /** Asks the API as one of the sample people, to prepare a scene or to see what came of it. */
    ask: <Answer>(person: string, method: string, path: string, body?: unknown) =>
      askAs(running())<Answer>(person, method, path, body),
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

const MOST_TABS = 40;

/** Goes there as somebody without a mouse does. Throws where Tab does not lead there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < MOST_TABS; step += 1) {
    if (await target.evaluate((element) => element.ownerDocument.activeElement === element)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

/** What a theme can break; the rest of a page is the same in each. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on the page and in its frames, in one readable line each. Names of rules leave out the others.
 */
export async function barriers(page: Page, rules?: readonly string[]): Promise<string[]> {
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
  return barriersIn(page.mainFrame(), rules);
}

/** The frame of an `iframe` on the page. */
export async function frameOf(element: Locator): Promise<Frame> {
  const frame = await (await element.first().elementHandle())?.contentFrame();
  if (!frame) throw new Error('There is no frame.');
  return frame;
}

/** Milliseconds in which a page comes to rest: a dialog that closes gives it back to screen readers. */
const REST = 500;

/** Colours change over a moment, even where no motion is wanted. */
const colourChange = (frame: Frame) =>
  frame.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const changes = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.allSettled(changes.map(({ finished }) => finished));
  });

/**
 * What axe finds in one frame, and in those within it, as a page of its own. Names of rules leave out the others. What is
 * gone a moment later was a page between two states, which is no barrier.
 */
export async function barriersIn(frame: Frame, rules?: readonly string[]): Promise<string[]> {
  await bringAxe(frame);
  await colourChange(frame);
  const passing = await violationsIn(frame, rules);
  if (passing.length === 0) return passing;
  await frame.waitForTimeout(REST);
  await bringAxe(frame);
  return violationsIn(frame, rules);
}

const violationsIn = (frame: Frame, rules: readonly string[] | undefined) =>
  frame.evaluate(async (only) => {
    const here = globalThis as unknown as { axe: typeof axe };
    const { violations } = await here.axe.run(
      // Fluent's focus sentinels are hidden and focusable on purpose: a false alarm.
      { exclude: [['[data-tabster-dummy]'], ['iframe', '[data-tabster-dummy]']] },
      { resultTypes: ['violations'], ...(only ? { runOnly: [...only] } : {}) },
    );
    return violations.flatMap(({ id, help, nodes }) =>
      nodes
        .slice(0, 4)
        .map(
          ({ target, failureSummary }) =>
            `${id}: ${help} @ ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`,
        ),
    );
  }, rules);

/** Half a megabyte of script, so once for each frame; those of the other origin are asked by the one above them. */
async function bringAxe(frame: Frame): Promise<void> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) {
    await frame.evaluate(`${axe.source}; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`);
  }
  for (const within of frame.childFrames()) await bringAxe(within);
}
