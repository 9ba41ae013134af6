import { enableCompileCache } from 'node:module';

// Must come before anything of ours is loaded: the second start then neither strips types nor compiles again.
enableCompileCache();
const { ConfigurationError, readConfig } = await import('./config.ts');
const { startService } = await import('./service.ts');

/** Production: configuration from the environment only; SIGTERM and Ctrl-C stop gracefully, a second one at once. */
async function main(): Promise<void> {
  const starting = startService(readConfig());
  let asked = false;
  const stop = () => {
    if (asked) process.exit(1);
    asked = true;
    // A start that failed has said why; there is nothing left to stop.
    void starting
      .then((service) => service.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  // Before the start is over: it listens before the last job runs, and a signal in between must not kill it.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await starting;
}

const NOT_LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is in use. Stop what listens there, or set PORT to another one.',
  EADDRNOTAVAIL: 'This machine has no such address. Set HOST to one that it has, or to 0.0.0.0.',
  EACCES: 'This account may not listen on that port. Set PORT to a number above 1023.',
};
const NO_DATABASE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000', '57P03']);

function wordsFor(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const code = String((error as { code?: unknown }).code);
  const words = NOT_LISTENING[code];
  if (words) return words;
  if (NO_DATABASE.has(code)) {
    return `The database cannot be used (${code}). Check DATABASE_URL and that PostgreSQL is running.`;
  }
  return `The service could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

try {
  await main();
} catch (error) {
  console.error(wordsFor(error));
  process.exitCode = 1;
}
