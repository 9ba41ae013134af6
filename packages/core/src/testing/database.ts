import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { type Database, openDatabase } from '../sql/database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** `template` is the address of the migrated database that every test file copies. */
    testServer: { readonly template: string; readonly problem: string | undefined };
  }
}

export type TestDatabase = {
  /** The open database. Only inside of tests and hooks. */
  (): Kysely<Database>;
  /** Its address, for what opens connections of its own. Only inside of tests and hooks. */
  readonly url: () => string;
};

export type TestDatabaseOptions = {
  /** Keep rows from one test to the next: for files that set a scene once and only look at it. */
  readonly keepBetweenTests?: boolean;
};

/**
 * A migrated PostgreSQL database for this test file alone; every test begins with empty tables.
 *
 * Call it once at the top of the file, before other hooks. It copies the template of the test run's one server and is
 * dropped afterwards.
 */
export function testDatabase({ keepBetweenTests = false }: TestDatabaseOptions = {}): TestDatabase {
  const name = `test_${randomBytes(8).toString('hex')}`;
  let opened: { db: Kysely<Database>; url: string } | undefined;

  beforeAll(async () => {
    const { template, problem } = inject('testServer');
    if (problem !== undefined) throw new Error(problem);

    const from = new URL(template).pathname.slice(1);
    await onServer(template, `CREATE DATABASE "${name}" TEMPLATE "${from}"`);
    const url = withDatabase(template, name);
    opened = { db: openDatabase({ url, connections: 5 }), url };
  });

  if (!keepBetweenTests) beforeEach(() => empty(current().db));

  afterAll(async () => {
    await opened?.db.destroy();
    await onServer(inject('testServer').template, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  });

  function current() {
    if (!opened) throw new Error('The test database is there inside of tests and hooks only: call db() in there');
    return opened;
  }

  return Object.assign(() => current().db, { url: () => current().url });
}

async function onServer(template: string, statement: string): Promise<void> {
  const admin = openDatabase({ url: withDatabase(template, 'postgres'), connections: 1 });
  try {
    await sql.raw(statement).execute(admin);
  } finally {
    await admin.destroy();
  }
}

function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * Empties the tables that hold rows, in one round trip; which migrations have run is remembered.
 *
 * Row by row, with foreign keys asleep: TRUNCATE would have to take every table that refers to one of these along, which
 * are nearly all, and makes each of them and their indexes anew.
 */
async function empty(db: Kysely<Database>): Promise<void> {
  await sql`
    DO $$
    DECLARE
      candidate text;
      found boolean;
    BEGIN
      SET LOCAL session_replication_role = replica;
      FOR candidate IN
        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
        -- Of the jobs' schema only the jobs: its other tables say how it works.
        WHERE (schemaname NOT IN ('pg_catalog', 'information_schema', 'jobs') OR (schemaname, tablename) = ('jobs', 'job_common'))
          AND tablename NOT LIKE 'kysely%'
      LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %s)', candidate) INTO found;
        IF found THEN EXECUTE format('DELETE FROM %s', candidate); END IF;
      END LOOP;
    END $$
  `.execute(db);
}
