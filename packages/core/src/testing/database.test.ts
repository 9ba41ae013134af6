import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../sql/database.ts';
import { testDatabase } from './database.ts';

const db = testDatabase();

const organisation = {
  id: '0198d0d0-0000-7000-8000-000000000001',
  name: 'Northwind',
  entra_tenant_id: 'northwind',
  created_at: new Date('2026-03-02T09:00:00Z'),
  revision: 1,
};

const names = async () => (await db().selectFrom('organisation').select('name').execute()).map(({ name }) => name);

describe('a test database', () => {
  it('is migrated', async () => {
    await db().insertInto('organisation').values(organisation).execute();

    expect(await names()).toEqual(['Northwind']);
  });

  it('begins every test with empty tables', async () => {
    expect(await names()).toEqual([]);
  });

  it('can be opened a second time by its address', async () => {
    const second = openDatabase({ url: db.url(), connections: 1 });
    await second.insertInto('organisation').values(organisation).execute();
    await second.destroy();

    expect(await names()).toEqual(['Northwind']);
  });

  it('is not shared with another test file', async () => {
    const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(db());

    expect(rows[0]?.name).toMatch(/^test_[0-9a-f]{16}$/);
  });

  it('runs in a far-off time zone, where mixing up local time and UTC shows', () => {
    expect(new Date('2026-03-02T00:00:00Z').getHours()).toBe(5);
  });
});

describe('a test database that keeps its rows', () => {
  const kept = testDatabase({ keepBetweenTests: true });

  it('is set once', async () => {
    const inserted = await kept().insertInto('organisation').values(organisation).returning('revision').execute();

    expect(inserted).toEqual([{ revision: 1 }]);
  });

  it('and still there later', async () => {
    expect(await kept().selectFrom('organisation').select('name').execute()).toEqual([{ name: 'Northwind' }]);
  });
});
