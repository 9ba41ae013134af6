import { enableCompileCache } from 'node:module';

// As in production: many of these are started in one test, and the next ones need not compile again.
enableCompileCache();
const { readConfig } = await import('../src/config.ts');
const { startService } = await import('../src/service.ts');

/**
 * The whole service, at a tempo for tests that do not wait for minutes: they start several and kill them. It says `ready`
 * when it works, and works until it is killed.
 */
await startService(readConfig(), { tempo: { gather: 200, hold: 4000, superviseEvery: 1 } });
console.log('ready');
