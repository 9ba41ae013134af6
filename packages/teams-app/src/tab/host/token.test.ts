import { describe, expect, it } from 'vitest';
import { tokenSource } from './token.ts';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 2, 2);
const tokenUntil = (end: number, name = 'a') =>
  `${name}.${Buffer.from(JSON.stringify({ exp: Math.floor(end / 1000), name: 'Zoë' })).toString('base64url')}.signature`;

/** Teams, handing out tokens that are good for an hour, and a clock to move. */
function teams() {
  let now = start;
  let given = 0;
  const source = tokenSource(
    async () => tokenUntil(now + HOUR, `token-${(given += 1)}`),
    () => now,
  );
  return { source, pass: (milliseconds: number) => (now += milliseconds), given: () => given };
}

describe('the access token', () => {
  it('is asked for once while it is good', async () => {
    const { source, pass, given } = teams();
    const first = await source.current();
    pass(HOUR - 121_000);
    expect(await source.current()).toBe(first);
    expect(given()).toBe(1);
  });

  it('is renewed two minutes before its end', async () => {
    const { source, pass } = teams();
    const first = await source.current();
    pass(HOUR - 119_000);
    expect(await source.current()).not.toBe(first);
  });

  it('is asked for once by requests that start together', async () => {
    const { source, given } = teams();
    await Promise.all([source.current(), source.current(), source.current()]);
    expect(given()).toBe(1);
  });

  it('is asked for anew after it was refused', async () => {
    const { source, given } = teams();
    source.forget(await source.current());
    await source.current();
    expect(given()).toBe(2);
  });

  it('stays when an older one was refused', async () => {
    const { source, given } = teams();
    await source.current();
    source.forget('an-older-token');
    await source.current();
    expect(given()).toBe(1);
  });

  it('is not kept when nobody can read how long it is good', async () => {
    let given = 0;
    const source = tokenSource(async () => `opaque-${(given += 1)}`);
    await source.current();
    await source.current();
    expect(given).toBe(2);
  });

  it('can be asked for again after Teams refused', async () => {
    let asked = 0;
    const source = tokenSource(async () => {
      asked += 1;
      if (asked === 1) throw new Error('CancelledByUser');
      return tokenUntil(Date.now() + HOUR);
    });
    await expect(source.current()).rejects.toThrow('CancelledByUser');
    expect(await source.current()).toContain('.');
  });
});
