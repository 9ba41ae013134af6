import { writeFileSync } from 'node:fs';
import { type Core, createCore } from '@copse/core';
import type { Database } from '@copse/core/sql';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { actorOf, ADDRESSES, personOf, type Route } from './addresses.ts';
import type { Size } from './data.ts';
import type { Statement } from './floor.ts';

/** Writes down which statements stand behind each address, as Copse runs them, for the floor. */
export async function recordStatements(
  url: string,
  { routes, size, file }: { readonly routes: readonly Route[]; readonly size: Size; readonly file: string },
): Promise<void> {
  const recording = recordingCore(url);
  const byPath: Record<string, unknown> = {};
  for (const route of routes) {
    for (let n = 0; n < ADDRESSES; n += 1) {
      const person = personOf(n, size);
      const ask = () => route.ask(recording.core, actorOf(person), n, size, person);
      // What the service remembers after the first time, the floor need not ask either.
      if (!route.body) await ask();
      recording.take();
      await ask();
      byPath[`${route.body ? 'POST' : 'GET'} ${route.path(n, size)}`] = recording.take();
    }
  }
  await recording.close();
  writeFileSync(file, JSON.stringify(byPath));
}

/** Core as the service puts it together. */
export const coreOn = (db: Kysely<Database>, newId: () => string = () => crypto.randomUUID()): Core =>
  createCore({
    db,
    newId,
    now: () => new Date(),
    chance: (count) => crypto.getRandomValues(new Uint8Array(count)),
    secret: 'a secret of the bench with 32 characters',
    sealKeys: [new Uint8Array(32)],
    administrators: [],
  });

/** Opens a core that writes down the statements it runs. */
function recordingCore(url: string): {
  core: Core;
  /** The statements since the last call, and the ids that were made for them. */
  take: () => { statements: Statement[]; ids: string[] };
  close: () => Promise<void>;
} {
  let taken: Statement[] = [];
  let made: string[] = [];
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) }),
    log: ({ query }) => {
      taken.push({ text: query.sql, values: query.parameters.map(asJson) });
    },
  });
  return {
    core: coreOn(db, () => {
      const id = crypto.randomUUID();
      made.push(id);
      return id;
    }),
    take: () => {
      const since = { statements: taken, ids: made };
      taken = [];
      made = [];
      return since;
    },
    close: () => db.destroy(),
  };
}

/** Bytes as the floor reads them back; all other values are JSON already. */
function asJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') };
  return Array.isArray(value) ? value.map(asJson) : value;
}
