import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { startEverything as StartEverything } from './start-everything.ts';

const FOLDER = fileURLToPath(new URL('../../../.copse', import.meta.url));
const EXPECTED = new Set(['DatabaseTrouble', 'ConfigurationError']);

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3978' },
    'workbench-port': { type: 'string', default: '4600' },
    folder: { type: 'string', default: FOLDER },
  },
});

let leaving = false;
let everything: Awaited<ReturnType<typeof StartEverything>> | undefined;

/** The first signal stops in good order, also in the middle of a start; the second one does not wait. */
function leave() {
  if (leaving) process.exit(1);
  leaving = true;
  console.log('\n» Stopping');
  if (everything) void everything.stop().then(() => process.exit(0));
}
process.on('SIGINT', leave);
process.on('SIGTERM', leave);

// Loaded after the handlers are there: a signal in the first second is heard as well.
const { NotWantedAnyMore, startEverything } = await import('./start-everything.ts');
const { explainDatabaseError } = await import('@copse/service/database');

try {
  everything = await startEverything({
    folder: values.folder,
    servicePort: Number(values.port),
    workbenchPort: Number(values['workbench-port']),
    onProgress: (step) => console.log(`» ${step}`),
    isWanted: () => !leaving,
  });
  console.log(box(everything.workbench.url, everything.service.url));
} catch (error) {
  if (!(error instanceof NotWantedAnyMore)) {
    console.error(`\n${explain(error)}`);
    process.exit(1);
  }
  process.exit(0);
}

function explain(thrown: unknown): string {
  const error = explainDatabaseError(thrown, values.folder);
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'A port is in use by another program. Stop that one, or choose others: npm start -- --port=3979 --workbench-port=4601';
  }
  return EXPECTED.has(error.name) ? error.message : (error.stack ?? error.message);
}

function box(workbench: string, service: string): string {
  const lines = [
    'Copse is running.',
    '',
    `Try it      ${workbench}`,
    `API         ${service}/api/docs`,
    `Data        ${values.folder.replace(`${process.cwd()}/`, '')}`,
    '',
    'Stop with Ctrl-C. What you did is kept for the next start.',
  ];
  const width = Math.max(...lines.map((line) => line.length));
  const body = lines.map((line) => `│  ${line.padEnd(width)}  │`);
  return [`\n╭${'─'.repeat(width + 4)}╮`, ...body, `╰${'─'.repeat(width + 4)}╯\n`].join('\n');
}
