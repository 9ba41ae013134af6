/**
 * The floor: bare node:http and pg, which runs the very statements that Copse runs for an address and answers with
 * their rows. No framework, no sign-in, no rules, no views. What it costs is what PostgreSQL and HTTP cost.
 *
 * node floor.ts <statements.json> <database url>; prints its origin when it listens.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

const [file, url] = process.argv.slice(2);
const byPath = JSON.parse(readFileSync(file as string, 'utf8')) as Record<
  string,
  { statements: Statement[]; ids: string[] }
>;
const pool = new pg.Pool({ connectionString: url, max: 10 });
const names = new Map<string, string>();

const nameOf = (text: string) => {
  const known = names.get(text) ?? `f${names.size}`;
  names.set(text, known);
  return known;
};

const run = (client: pg.Pool | pg.PoolClient, { text, values }: Statement, fresh: (text: string) => string) =>
  client.query({ name: nameOf(text), text, values: values.map((value) => valueOf(value, fresh)) });

function valueOf(value: unknown, fresh: (text: string) => string): unknown {
  if (typeof value === 'string') return fresh(value);
  if (Array.isArray(value)) return value.map((one) => valueOf(one, fresh));
  const { bytes } = (value ?? {}) as { bytes?: string };
  return bytes === undefined ? value : Buffer.from(bytes, 'hex');
}

const asItIs = (text: string) => text;

/** A write: the same statements one after the other in a transaction, with new ids wherever the ids of the record stand. */
async function write({ statements, ids }: { statements: Statement[]; ids: string[] }) {
  const news = new Map(ids.map((id) => [id, randomUUID()]));
  const fresh = (text: string) => [...news].reduce((now, [old, id]) => now.replaceAll(old, id), text);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const results: pg.QueryResult[] = [];
    for (const statement of statements) results.push(await run(client, statement, fresh));
    await client.query('COMMIT');
    return results;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  request.resume();
  const recorded = byPath[`${request.method} ${request.url}`] ?? { statements: [], ids: [] };
  const answered =
    request.method === 'POST'
      ? write(recorded)
      : Promise.all(recorded.statements.map((statement) => run(pool, statement, asItIs)));
  answered.then(
    (results) => {
      const body = JSON.stringify(results.map(({ rows }) => rows as unknown));
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        .end(body);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
