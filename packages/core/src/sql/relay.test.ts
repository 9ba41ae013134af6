import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { anEffectTable, anOrganisationId, aSubscriber, type EffectTable } from '../testing/effects.ts';
import { nextId } from '../testing/scene.ts';
import { type Database, openDatabase } from './database.ts';
import { appendEvents } from './outbox.ts';
import { retryGivenUp } from './outbox-sweep.ts';
import { createRelay } from './relay.ts';
import { MAX_TRIES } from './relaying.ts';
import type { Subscriber } from './subscriber.ts';

const db = testDatabase();
const others: Kysely<Database>[] = [];
let table: EffectTable;

beforeEach(async () => {
  table = await anEffectTable(db());
});
afterEach(async () => {
  await Promise.all(others.splice(0).map((other) => other.destroy()));
});

const aRelay = (subscribers: readonly Subscriber[], errors: unknown[] = [], on = db()) =>
  createRelay({ db: on, subscribers, now: table.now, onError: (error) => errors.push(error) });
const anotherDatabase = () => {
  const other = openDatabase({ url: db.url(), connections: 3 });
  others.push(other);
  return other;
};
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the relay', () => {
  it('hands every fact to every subscriber that listens to it, in order', async () => {
    const relay = aRelay([aSubscriber('one'), aSubscriber('two'), aSubscriber('three', undefined, ['other.happened'])]);
    await table.happens(1, 250);

    expect(await relay.drain()).toBe(250);
    expect(await table.effects('one')).toEqual(upTo(250));
    expect(await table.effects('two')).toEqual(upTo(250));
    expect(await table.effects('three')).toEqual([]);
  });

  it('has nothing to do afterwards', async () => {
    const relay = aRelay([aSubscriber('one')]);
    await table.happens(1, 3);
    await relay.drain();

    expect(await relay.drain()).toBe(0);
    expect(await table.effects('one')).toEqual([1, 2, 3]);
  });

  it('gives the subscriber the fact as it was announced', async () => {
    const seen: unknown[] = [];
    const relay = aRelay([
      { name: 'one', on: ['thing.happened'], handle: async (_tx, event) => void seen.push(event) },
    ]);
    await table.happens(7);
    await relay.drain();

    expect(seen).toEqual([
      {
        id: expect.any(String) as unknown,
        type: 'thing.happened',
        organisationId: anOrganisationId,
        occurredAt: table.now(),
        note: 7,
      },
    ]);
  });

  it('does not relay what was never committed', async () => {
    const relay = aRelay([aSubscriber('one')]);
    const failed = db()
      .transaction()
      .execute(async (tx) => {
        await appendEvents(tx, { organisationId: anOrganisationId, at: table.now(), newId: nextId }, [
          { type: 'thing.happened' },
        ]);
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
    await table.happens(1, 3);
    await relay.drain();

    expect(await table.effects('fragile')).toEqual([1, 3]);
    expect(await table.effects('sturdy')).toEqual([1, 2, 3]);
    expect(errors).toMatchObject([{ message: 'The index is away' }]);
    expect(await db().selectFrom('outbox').select(['tries', 'failure']).where('tries', '>', 0).execute()).toEqual([
      { tries: 1, failure: 'Error: The index is away' },
    ]);

    broken = false;
    expect(await relay.drain()).toBe(0);
    table.wait(3);
    expect(await relay.drain()).toBe(1);
    expect(await table.effects('fragile')).toEqual([1, 3, 2]);
    expect(await table.effects('sturdy')).toEqual([1, 2, 3]);
  });

  it('is tried ever more seldom, then left to an operator', async () => {
    const relay = aRelay([
      aSubscriber('broken', () => {
        throw new Error('Never');
      }),
    ]);
    await table.happens(1);
    const pauses: number[] = [];
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      await relay.drain();
      const row = await db().selectFrom('outbox').select('not_before').executeTakeFirstOrThrow();
      pauses.push((Number(row.not_before) - Number(table.now())) / 1000);
      table.wait(pauses.at(-1)!);
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600]);
    table.wait(100_000);
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
    await table.happens(1, 5);
    await relay.drain();

    expect((await table.effects('deadly')).sort((a, b) => a - b)).toEqual([1, 2, 4, 5]);
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
    await table.happens(1, 400);
    for (let round = 0; round < 40; round += 1) {
      await Promise.all(relays.map((relay) => relay.drain()));
      const waiting = await db().selectFrom('outbox').select('id').where('relayed_at', 'is', null).execute();
      if (waiting.length === 0) break;
      table.wait(5000);
    }

    for (const who of ['first', 'second']) {
      expect((await table.effects(who)).sort((a, b) => a - b)).toEqual(upTo(400));
    }
  });
});
