import { ConfigurationError, readConfig } from './config.ts';
import { type RunningService, startService } from './service.ts';

/** Production: configuration from the environment only; SIGTERM and Ctrl-C stop gracefully, a second one at once. */
async function main(): Promise<void> {
  let service: RunningService;
  try {
    service = await startService(readConfig());
  } catch (error) {
    console.error(wordsFor(error));
    process.exitCode = 1;
    return;
  }

  let asked = false;
  const stop = () => {
    if (asked) process.exit(1);
    asked = true;
    void service.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function wordsFor(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const { code } = error as { code?: unknown };
  if (code === 'EADDRINUSE') return 'The port is in use. Stop what listens there, or set PORT to another one.';
  if (code === 'EACCES') return 'This account may not listen on that port. Set PORT to a number above 1023.';
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000') {
    return `The database cannot be used (${code}). Check DATABASE_URL and that PostgreSQL is running.`;
  }
  return `The service could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

await main();
