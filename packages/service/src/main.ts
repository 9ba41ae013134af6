import { ConfigurationError, readConfig } from './config.ts';
import { explainGivenDatabase } from './database/given.ts';
import { DatabaseTrouble } from './database/trouble.ts';
import { startService } from './service.ts';

/** Production: configuration from the environment only; SIGTERM and Ctrl-C stop gracefully, a second one at once. */
async function main(): Promise<void> {
  const config = readConfig();
  const starting = startService(config).catch((error: unknown) => {
    throw ofListening(error, config.host) ? error : explainGivenDatabase(error);
  });
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
  ENOTFOUND: 'The name in HOST leads to no address. Set HOST to an address of this machine, or to 0.0.0.0.',
  EACCES: 'This account may not listen on that port. Set PORT to a number above 1023.',
};

/** A host that is not found may be the one to listen on, as well as that of the database. */
const ofListening = (error: unknown, host: string) => (error as { hostname?: unknown }).hostname === host;

function wordsFor(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof DatabaseTrouble) return error.message;
  const code = String((error as { code?: unknown }).code);
  const words = NOT_LISTENING[code];
  if (words) return words;
  return `The service could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

try {
  await main();
} catch (error) {
  console.error(wordsFor(error));
  process.exitCode = 1;
}
