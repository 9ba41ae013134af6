import type { Variable } from './variable.ts';
import { variables } from './variables.ts';

const INTRODUCTION = `# Configuration

The service reads its configuration from environment variables, once, at start. Whatever is wrong is told in one list
before anything is started; values are never shown. An empty variable counts as unset.

\`npm run serve\` is production mode. It refuses what would let strangers in: issuers, keys or log-in addresses that are
not https or lie on this machine, the workbench's secret, a missing database. Only workbench mode (\`npm start\`) may name
a local issuer, and it listens on the loopback address alone.

The table below is made from \`packages/service/src/config/variables.ts\`; a test keeps it true.
`;

/** The text of `docs/configuration.md`. */
export function describeConfiguration(): string {
  const rows = Object.entries(variables as Readonly<Record<string, Variable>>).map(
    ([name, { about, unset, example }]) =>
      `| \`${name}\` | ${about} | ${
        unset.production === unset.workbench ? unset.production : `${unset.production} · workbench: ${unset.workbench}`
      } | \`${example}\` |`,
  );
  return [INTRODUCTION, '| variable | what it is for | when unset | example |', '|---|---|---|---|', ...rows, ''].join(
    '\n',
  );
}
