/**
 * The floor: bare node:http and pg, which runs the very statements that Copse runs for an address and answers with
 * their rows. No framework, no sign-in, no rules, no views. What it costs is what PostgreSQL and HTTP cost.
 *
 * node floor.ts <statements.json> <database url>; prints its origin when it listens.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

const [file, url] = process.argv.slice(2);
const byPath = JSON.parse(readFileSync(file as string, 'utf8')) as Record<string, Statement[]>;
const pool = new pg.Pool({ connectionString: url, max: 10 });
const names = new Map<string, string>();

const nameOf = (text: string) => {
  const known = names.get(text) ?? `f${names.size}`;
  names.set(text, known);
  return known;
};

const server = createServer((request, response) => {
  const statements = byPath[request.url ?? ''] ?? [];
  Promise.all(statements.map(({ text, values }) => pool.query({ name: nameOf(text), text, values: [...values] }))).then(
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
