import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { anEffectTable, aSubscriber, type EffectTable } from '../testing/effects.ts';
import { sweepOutbox } from './outbox-sweep.ts';
import { createRelay, type Relay } from './relay.ts';

const db = testDatabase();
const started: Relay[] = [];
let table: EffectTable;

beforeEach(async () => {
  table = await anEffectTable(db());
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((relay) => relay.stop()));
});

const until = async (ready: () => Promise<boolean>) => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await ready()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It has not come to that within 5 s');
};

describe('a relay at work', () => {
  it('soon sees what another process has committed', async () => {
    const relay = createRelay({ db: db(), subscribers: [aSubscriber('one')], now: table.now });
    started.push(relay);
    relay.start();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const begun = performance.now();
    await table.happens(1);
    await until(async () => (await table.effects('one')).length === 1);

    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('goes on when the database was away', async () => {
    const errors: unknown[] = [];
    const onError = (error: unknown) => void errors.push(error);
    const relay = createRelay({ db: db(), subscribers: [aSubscriber('one')], now: table.now, onError });
    started.push(relay);
    await sql`ALTER TABLE outbox RENAME TO outbox_away`.execute(db());
    relay.start();
    await until(async () => errors.length > 0);
    await sql`ALTER TABLE outbox_away RENAME TO outbox`.execute(db());
    await table.happens(1);
    await until(async () => (await table.effects('one')).length === 1);

    expect(errors).toHaveLength(1);
  });

  it('finishes what it is doing when it is stopped, and does nothing after that', async () => {
    const slow = aSubscriber('one', () => new Promise((resolve) => setTimeout(resolve, 30)));
    const relay = createRelay({ db: db(), subscribers: [slow], now: table.now });
    relay.start();
    await table.happens(1, 5);
    await until(async () => (await db().selectFrom('outbox').selectAll().execute()).length === 5);
    await relay.stop();
    const done = await table.effects('one');
    await table.happens(6);
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(await table.effects('one')).toEqual(done);
  });
});

describe('the outbox', () => {
  it('lets go of what everybody had three months ago, and of nothing else', async () => {
    await table.happens(1, 3);
    const relay = createRelay({ db: db(), subscribers: [aSubscriber('one')], now: table.now });
    await relay.drain();
    table.wait(91 * 24 * 60 * 60);
    await table.happens(4, 5);
    await relay.drain();
    await table.happens(6);

    expect(await sweepOutbox(db(), table.now())).toBe(3);
    expect(await db().selectFrom('outbox').select('id').execute()).toHaveLength(3);
    expect(await db().selectFrom('handled_event').select('event_id').execute()).toHaveLength(2);
  });
});
