import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrganisationId } from '../kernel/ids.ts';
import { testDatabase } from '../testing/database.ts';
import { nextId } from '../testing/scene.ts';
import { type Database, openDatabase } from './database.ts';
import { appendEvents } from './outbox.ts';
import { retryGivenUp, sweepOutbox } from './outbox-sweep.ts';
import { createRelay, type Relay } from './relay.ts';
import { MAX_TRIES } from './relaying.ts';
import type { Subscriber } from './subscriber.ts';

const db = testDatabase();
const organisationId = '01900000-0000-7000-8000-0000000000e1' as OrganisationId;
let moment = new Date('2026-03-02T09:00:00Z');
const now = () => moment;
const wait = (seconds: number) => (moment = new Date(moment.getTime() + seconds * 1000));
const started: Relay[] = [];
const others: Kysely<Database>[] = [];

beforeEach(async () => {
  moment = new Date('2026-03-02T09:00:00Z');
  await sql`CREATE TABLE IF NOT EXISTS effect (who text, note integer, at bigint GENERATED ALWAYS AS IDENTITY)`.execute(
    db(),
  );
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((relay) => relay.stop()));
  await Promise.all(others.splice(0).map((other) => other.destroy()));
});

const happens = (from: number, to = from, type = 'thing.happened') =>
  db()
    .transaction()
    .execute((tx) =>
      appendEvents(
        tx,
        { organisationId, at: moment, newId: nextId },
        Array.from({ length: to - from + 1 }, (_, index) => ({ type, note: from + index })),
      ),
    );

/** Writes down which events it had; `mishap` may throw before or after. */
const aSubscriber = (
  name: string,
  mishap: (note: number) => void | Promise<void> = () => {},
  on = ['thing.happened'],
): Subscriber => ({
  name,
  on,
  async handle(tx, { note }) {
    await sql`INSERT INTO effect (who, note) VALUES (${name}, ${note})`.execute(tx);
    await mishap(note as number);
  },
});
const effects = async (who: string) =>
  (await sql<{ note: number }>`SELECT note FROM effect WHERE who = ${who} ORDER BY at`.execute(db())).rows.map(
    ({ note }) => note,
  );
const aRelay = (subscribers: readonly Subscriber[], errors: unknown[] = [], on = db()) =>
  createRelay({ db: on, subscribers, now, onError: (error) => errors.push(error) });
const anotherDatabase = () => {
  const other = openDatabase({ url: db.url(), connections: 3 });
  others.push(other);
  return other;
};
const until = async (ready: () => Promise<boolean>) => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await ready()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It has not come to that within 5 s');
};
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the relay', () => {
  it('hands every fact to every subscriber that listens to it, in order', async () => {
    const relay = aRelay([aSubscriber('one'), aSubscriber('two'), aSubscriber('three', undefined, ['other.happened'])]);
    await happens(1, 250);

    expect(await relay.drain()).toBe(250);
    expect(await effects('one')).toEqual(upTo(250));
    expect(await effects('two')).toEqual(upTo(250));
    expect(await effects('three')).toEqual([]);
  });

  it('has nothing to do afterwards', async () => {
    const relay = aRelay([aSubscriber('one')]);
    await happens(1, 3);
    await relay.drain();

    expect(await relay.drain()).toBe(0);
    expect(await effects('one')).toEqual([1, 2, 3]);
  });

  it('gives the subscriber the fact as it was announced', async () => {
    const seen: unknown[] = [];
    const relay = aRelay([
      { name: 'one', on: ['thing.happened'], handle: async (_tx, event) => void seen.push(event) },
    ]);
    await happens(7);
    await relay.drain();

    expect(seen).toEqual([
      { id: expect.any(String) as unknown, type: 'thing.happened', organisationId, occurredAt: moment, note: 7 },
    ]);
  });

  it('does not relay what was never committed', async () => {
    const relay = aRelay([aSubscriber('one')]);
    const failed = db()
      .transaction()
      .execute(async (tx) => {
        await appendEvents(tx, { organisationId, at: moment, newId: nextId }, [{ type: 'thing.happened' }]);
        throw new Error('Changed my mind');
      });

    await expect(failed).rejects.toThrow('Changed my mind');
    expect(await relay.drain()).toBe(0);
  });
});

describe('a subscriber that fails', () => {
  it('leaves nothing behind, holds up nobody, and is tried again later', async () => {
    const errors: unknown[] = [];
    let broken = true;
    const relay = aRelay(
      [
        aSubscriber('fragile', (note) => {
          if (broken && note === 2) throw new Error('The index is away');
        }),
        aSubscriber('sturdy'),
      ],
      errors,
    );
    await happens(1, 3);
    await relay.drain();

    expect(await effects('fragile')).toEqual([1, 3]);
    expect(await effects('sturdy')).toEqual([1, 2, 3]);
    expect(errors).toMatchObject([{ message: 'The index is away' }]);
    expect(await db().selectFrom('outbox').select(['tries', 'failure']).where('tries', '>', 0).execute()).toEqual([
      { tries: 1, failure: 'Error: The index is away' },
    ]);

    broken = false;
    expect(await relay.drain()).toBe(0);
    wait(3);
    expect(await relay.drain()).toBe(1);
    expect(await effects('fragile')).toEqual([1, 3, 2]);
    expect(await effects('sturdy')).toEqual([1, 2, 3]);
  });

  it('is tried ever more seldom, then left to an operator', async () => {
    const relay = aRelay([
      aSubscriber('broken', () => {
        throw new Error('Never');
      }),
    ]);
    await happens(1);
    const pauses: number[] = [];
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      await relay.drain();
      const row = await db().selectFrom('outbox').select('not_before').executeTakeFirstOrThrow();
      pauses.push((Number(row.not_before) - Number(moment)) / 1000);
      wait(pauses.at(-1)!);
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600]);
    wait(100_000);
    expect(await relay.drain()).toBe(0);

    expect(await retryGivenUp(db())).toBe(1);
    expect(await aRelay([aSubscriber('broken')]).drain()).toBe(1);
  });

  it('may even break the connection, and the others are served all the same', async () => {
    const kill = (note: number) => (note === 3 ? sql`SELECT pg_terminate_backend(pg_backend_pid())` : sql`SELECT 1`);
    const relay = aRelay([
      {
        name: 'deadly',
        on: ['thing.happened'],
        async handle(tx, { note }) {
          await sql`INSERT INTO effect (who, note) VALUES ('deadly', ${note})`.execute(tx);
          await kill(note as number).execute(tx);
        },
      },
    ]);
    await happens(1, 5);
    await relay.drain();

    expect((await effects('deadly')).sort((a, b) => a - b)).toEqual([1, 2, 4, 5]);
    expect(await db().selectFrom('outbox').select('tries').where('relayed_at', 'is', null).execute()).toHaveLength(1);
  });
});

describe('several relays', () => {
  it('share the work, and each effect happens once though subscribers crash at random', async () => {
    let rolls = 1;
    const unlucky = () => (rolls = (rolls * 48_271) % 2_147_483_647) % 5 === 0;
    const crashes = () => {
      if (unlucky()) throw new Error('Crashed');
    };
    const relays = [db(), anotherDatabase(), anotherDatabase()].map((on) =>
      aRelay([aSubscriber('first', crashes), aSubscriber('second', crashes)], [], on),
    );
    await happens(1, 400);
    for (let round = 0; round < 40; round += 1) {
      await Promise.all(relays.map((relay) => relay.drain()));
      const waiting = await db().selectFrom('outbox').select('id').where('relayed_at', 'is', null).execute();
      if (waiting.length === 0) break;
      wait(5000);
    }

    for (const who of ['first', 'second']) {
      expect((await effects(who)).sort((a, b) => a - b)).toEqual(upTo(400));
    }
  });
});

describe('a relay at work', () => {
  it('wakes as soon as something is committed', async () => {
    const relay = createRelay({ db: db(), subscribers: [aSubscriber('one')], now, lookEvery: 60_000 });
    started.push(relay);
    relay.start();
    await happens(1);
    await until(async () => (await effects('one')).length === 1);
    await happens(2);
    await until(async () => (await effects('one')).length === 2);

    expect(await effects('one')).toEqual([1, 2]);
  });

  it('looks by itself when it was told nothing', async () => {
    await sql`ALTER TABLE outbox DISABLE TRIGGER outbox_announced`.execute(db());
    const relay = createRelay({ db: db(), subscribers: [aSubscriber('one')], now, lookEvery: 50 });
    started.push(relay);
    relay.start();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await happens(1);
    await until(async () => (await effects('one')).length === 1);
    await sql`ALTER TABLE outbox ENABLE TRIGGER outbox_announced`.execute(db());

    expect(await effects('one')).toEqual([1]);
  });

  it('finishes what it is doing when it is stopped, and does nothing after that', async () => {
    const slow = aSubscriber('one', () => new Promise((resolve) => setTimeout(resolve, 30)));
    const relay = createRelay({ db: db(), subscribers: [slow], now });
    relay.start();
    await happens(1, 5);
    await until(async () => (await db().selectFrom('outbox').selectAll().execute()).length === 5);
    await relay.stop();
    const done = await effects('one');
    await happens(6);
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(await effects('one')).toEqual(done);
  });
});

describe('the outbox', () => {
  it('lets go of what everybody had three months ago, and of nothing else', async () => {
    await happens(1, 3);
    const relay = aRelay([aSubscriber('one')]);
    await relay.drain();
    wait(91 * 24 * 60 * 60);
    await happens(4, 5);
    await relay.drain();
    await happens(6);

    expect(await sweepOutbox(db(), moment)).toBe(3);
    expect(await db().selectFrom('outbox').select('id').execute()).toHaveLength(3);
    expect(await db().selectFrom('handled_event').select('event_id').execute()).toHaveLength(2);
  });
});
