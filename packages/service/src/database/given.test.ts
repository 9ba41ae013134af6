import { openDatabase } from '@copse/core/sql';
import { testDatabase } from '@copse/core/testing';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { explainGivenDatabase } from './given.ts';
import { demandVersion } from './version-store.ts';

const db = testDatabase({ keepBetweenTests: true });

/** What a start at that address is told. */
async function toldAt(change: (address: URL) => void, statement = 'SELECT 1'): Promise<unknown> {
  const address = new URL(db.url());
  change(address);
  const other = openDatabase({ url: address.href, connections: 1 });
  try {
    await sql.raw(statement).execute(other);
    return 'nothing';
  } catch (error) {
    return explainGivenDatabase(error);
  } finally {
    await other.destroy();
  }
}

const asStranger = (address: URL) => {
  address.username = 'stranger_of_given';
  address.password = 'stranger';
};

it.each([
  ['does not answer', (address: URL) => void (address.port = '1'), /does not answer.*\(ECONNREFUSED\)/],
  ['is nowhere', (address: URL) => void (address.hostname = 'nowhere.invalid'), /does not answer.*\((?:ENOTFOUND|EAI)/],
  ['has another password', (address: URL) => void (address.password = 'wrong'), /refuses the account.*\(28P01\)/],
  ['has no such database', (address: URL) => void (address.pathname = '/nowhere'), /createdb <name>/],
  ['has no TLS', (address: URL) => void (address.search = '?sslmode=verify-full'), /asks for TLS/],
])('a PostgreSQL that %s is told of in a sentence', async (_what, change, words) => {
  expect(await toldAt(change)).toMatchObject({ name: 'DatabaseTrouble', message: expect.stringMatching(words) });
});

it('an account that may make no tables is told what it lacks', async () => {
  await sql`CREATE ROLE stranger_of_given LOGIN PASSWORD 'stranger'`.execute(db());
  try {
    const told = await toldAt(asStranger, 'CREATE TABLE of_a_stranger (id int)');
    expect(told).toMatchObject({ message: expect.stringContaining('may not make tables there') });
  } finally {
    await sql`DROP ROLE stranger_of_given`.execute(db());
  }
});

it('a mistake of ours is not explained away', async () => {
  expect(await toldAt(() => {}, 'SELECT nonsense')).toMatchObject({ code: '42703' });
});

it('a PostgreSQL that is too old is named with its version', async () => {
  await expect(demandVersion(db(), 99)).rejects.toMatchObject({
    message: expect.stringMatching(/^PostgreSQL \d+.* is too old: Copse needs 99 or newer\./),
  });
  await expect(demandVersion(db())).resolves.toBeUndefined();
});
