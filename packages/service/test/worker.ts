import { openDatabase } from '@copse/core/sql';
import { readConfig } from '../src/config.ts';
import { startBackground } from '../src/background.ts';

/**
 * A process that does what happens by itself, and nothing else: tests start several and kill them. It says `ready` when
 * it works, and works until it is killed.
 */
const config = readConfig();
const db = openDatabase({ url: config.database.url, connections: 6 });
await startBackground({
  config: { ...config, publicUrl: 'https://copse.example.com' },
  db,
  now: () => new Date(),
  warn: (error, what) => console.error(what, error instanceof Error ? error.name : ''),
  tempo: { gather: 200, hold: 4000, superviseEvery: 1 },
});
console.log('ready');
