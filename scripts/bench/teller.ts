/**
 * The part of the service that happens by itself, in a process of its own, towards a connector that is so many times
 * faster than Teams.
 *
 * node teller.ts <how many times faster>; the settings are those of the service.
 */
import { openDatabase } from '@copse/core/sql';
import { readConfig } from '@copse/service';
import { TEAMS_LIMITS } from '@copse/teams-app/bot';
import { startBackground } from '../../packages/service/src/background.ts';

const faster = Number(process.argv[2] ?? 1);
const scaled = <Window extends { readonly ms: number }>(window: Window) => ({ ...window, ms: window.ms / faster });
const config = readConfig();
const db = openDatabase({ url: config.database.url, connections: 6 });
const { stop } = await startBackground({
  config: { ...config, publicUrl: 'https://copse.example.com' },
  db,
  now: () => new Date(),
  warn: (error, what) => console.error(what, error instanceof Error ? error.message : ''),
  tempo: {
    gather: 200,
    limits: {
      perConversation: TEAMS_LIMITS.perConversation.map(scaled),
      perTenant: scaled(TEAMS_LIMITS.perTenant),
      share: TEAMS_LIMITS.share,
      breath: TEAMS_LIMITS.breath / faster,
    },
  },
});
process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
console.log('ready');
