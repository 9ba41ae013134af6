import { describe, expect, it } from 'vitest';
import { type Desk, idOf, type Window, workbench, seen } from './harness.ts';

const bench = workbench({ keepDesks: true });
let desk: Desk | undefined;

/** One chat, which goes on from test to test as with a person. */
async function chat() {
  desk ??= await bench.open({ left: 'tomas/teams/chat' });
  await desk.left.host.locator('.card').first().waitFor();
  return desk.left;
}

async function say({ host }: Window, words: string) {
  const before = await host.locator('.message').count();
  const field = host.getByRole('textbox', { name: 'Write to Copse' });
  await field.fill(words);
  await field.press('Enter');
  await expect.poll(() => host.locator('.message').count(), { timeout: 15_000 }).toBeGreaterThanOrEqual(before + 2);
  return host.locator('.message').last();
}

describe('the bot, in a chat with one person', () => {
  it('welcomes once, takes interests and suggests communities', async () => {
    const { left, go } = await bench.open({ left: 'tomas/teams/chat' });
    await left.host.getByText('Welcome to Copse').waitFor();
    await left.host.locator('.card').first().getByRole('button', { name: 'Find my communities' }).click();
    await left.host.getByText('Embedded Rust').first().waitFor();
    await go({ left: 'tomas/teams/chat' });
    await left.host.locator('.card').first().waitFor();
    expect(await left.host.locator('.message').count()).toBe(1);
  });

  it.each([
    ['help', /Hello .*what are you looking for/],
    ['find captions', /Caption every recorded demo/],
    ['communities', /Communities|communities/],
    ['community Test craft', /We keep our tests few/],
    ['practices', /Test with the keyboard first|Alternative text/],
    ['me', /Lisbon|Embedded software/],
  ])('answers «%s»', async (words, expected) => {
    const left = await chat();
    const answer = await say(left, words);
    await expect.poll(() => answer.innerText(), { timeout: 10_000 }).toMatch(expected);
  });

  it('understands a plain question', async () => {
    const left = await chat();
    const answer = await say(left, 'what communities are there about accessibility?');
    expect(await seen(answer.getByText('Accessibility guild'))).toBe(true);
  });

  it('offers the nearest way on when it does not understand', async () => {
    const left = await chat();
    const answer = await say(left, 'flurb');
    expect(await seen(answer.getByRole('button').first())).toBe(true);
  });

  it('joins and leaves on the card, which changes in place', async () => {
    const id = await idOf(bench, 'communities', 'Test craft');
    const standing = async () => (await bench.ask<{ standing: string }>('tomas', 'GET', `/communities/${id}`)).standing;
    const left = await chat();
    const answer = await say(left, 'community Test craft');
    const messages = await left.host.locator('.message').count();

    await answer.getByRole('button', { name: 'Join' }).click();
    await answer.getByRole('button', { name: 'Leave' }).click();
    await expect.poll(standing, { timeout: 10_000 }).toBe('none');
    expect(await left.host.locator('.message').count()).toBe(messages);
  });

  it('opens the community in the tab', async () => {
    const left = await chat();
    const answer = await say(left, 'community Green workshop');
    await answer.getByRole('link', { name: 'Open in Copse' }).click();
    expect(await seen(left.tab.getByRole('heading', { name: 'Green workshop', level: 1 }))).toBe(true);
  });
});
