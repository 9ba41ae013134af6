import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkStructure } from './check-structure.mjs';
import { projectOfOneFile } from './testing/project-of-one-file.mjs';

const problemsOf = projectOfOneFile();
const core = (file) => `packages/core/src/${file}`;

it('is checked in under two seconds', () => {
  const begin = performance.now();
  checkStructure(fileURLToPath(new URL('..', import.meta.url)));

  expect(performance.now() - begin).toBeLessThan(2000);
});

describe('good code passes', () => {
  it.each([
    [
      'a noun',
      core('practices/life.ts'),
      `import { ok } from '../kernel/result.ts';\nexport const next = () => ok(1);\n`,
    ],
    [
      'a use case',
      core('practices/endorse-practice.ts'),
      `import type { P } from './ports.ts';\nexport async function endorsePractice(p: P) {\n  await p.save();\n}\n`,
    ],
    ['a store', core('practices/store.ts'), `import type { Kysely } from 'kysely';\nexport async function find() {}\n`],
    ['a second contract of a slice', core('communities/membership-contract.ts'), `import { z } from 'zod';\n`],
    ['a clock in a comment', core('practices/life.ts'), `// new Date() is up to the caller\nexport const a = 1;\n`],
    ['a test of a store', core('practices/store.test.ts'), `import { testDatabase } from '../testing/database.ts';\n`],
    [
      'types from the contracts in the tab',
      'packages/teams-app/src/tab/a.ts',
      `import type { X } from '@copse/core/contracts';\n`,
    ],
    [
      'the configuration',
      'packages/service/src/config.ts',
      `import { z } from 'zod';\nexport const a = process.env;\n`,
    ],
    [
      'Forge behind its folder',
      'packages/confluence-macro/src/forge/resolver.ts',
      `import R from '@forge/resolver';\n`,
    ],
    ['the bot adapter', 'packages/teams-app/src/bot/adapter.ts', `import { CloudAdapter } from 'botbuilder';\n`],
  ])('%s', (_what, path, source) => {
    expect(problemsOf(path, source)).toEqual([]);
  });
});

describe('in core', () => {
  it.each([
    [
      'an import of a neighbour',
      'practices/a.ts',
      `import { a } from '../trust/a.ts';\nimport { b } from '../ideas/b.ts';\n`,
      'imports ideas, which does not rank below practices',
    ],
    [
      'an import up the ranks',
      'identity/a.ts',
      `import { a } from '../communities/a.ts';\n`,
      'imports communities, which',
    ],
    [
      'a type taken from up the ranks',
      'kernel/a.ts',
      `import type { A } from '../identity/person.ts';\n`,
      'imports identity, which',
    ],
    [
      'an import over several lines',
      'kernel/a.ts',
      `import {\n  a,\n  b,\n} from '../identity/person.ts';\n`,
      'imports identity, which',
    ],
    [
      'an import while running',
      'kernel/a.ts',
      `const a = import('../identity/person.ts');\n`,
      'imports identity, which',
    ],
    ['an import of the composition', 'practices/a.ts', `import { a } from '../core.ts';\n`, 'imports core.ts, which'],
    ['a slice nobody knows', 'gossip/a.ts', '', 'add gossip to RANKS'],
    ['a folder in a slice', 'practices/rules/a.ts', '', 'folders are subjects'],
    [
      'a rule that waits',
      'practices/practice.ts',
      'export async function endorse() {}\n',
      'must export function practice()',
    ],
    [
      'two use cases in one file',
      'practices/endorse.ts',
      'export async function endorse() {}\nexport async function retire() {}\n',
      'more than one use case',
    ],
    [
      'a rule that throws',
      'practices/practice.ts',
      `export const a = () => {\n  throw new Error('no');\n};\n`,
      'returns refuse(',
    ],
    [
      'a use case that holds a store',
      'practices/see-practice.ts',
      `import { s } from './store.ts';\nexport async function seePractice() {}\n`,
      'take what you need as a port',
    ],
    ['a door that lets a store out', 'practices/index.ts', `export { s } from './store.ts';\n`, 'lets a store out'],
    ['SQL in a rule', 'practices/practice.ts', `import { sql } from 'kysely';\n`, 'speaks SQL'],
    ['zod in a rule', 'practices/practice.ts', `import { z } from 'zod';\n`, 'parses with zod'],
    ['the clock', 'practices/practice.ts', 'export const a = () => new Date();\n', 'reads the clock'],
    ['milliseconds', 'practices/store.ts', 'export const a = () => Date.now();\n', 'reads the clock'],
    ['chance', 'practices/practice.ts', 'export const a = () => Math.random();\n', 'throws dice'],
    [
      'a random id',
      'kernel/ids.ts',
      `import { randomUUID } from 'node:crypto';\nexport const a = () => randomUUID();\n`,
      'throws dice',
    ],
    ['React', 'practices/practice.ts', `import { useState } from 'react';\n`, 'draws with React'],
    ['the test runner', 'practices/practice.ts', `import { vi } from 'vitest';\n`, 'outside of a test'],
  ])('%s is reported', (_what, path, source, expected) => {
    expect(problemsOf(core(path), source)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('everywhere', () => {
  it.each([
    [
      'the environment',
      'packages/service/src/start.ts',
      'export const a = process.env.PORT;\n',
      'reads the environment',
    ],
    [
      'HTML from text',
      'packages/teams-app/src/tab/a.tsx',
      'const a = <p dangerouslySetInnerHTML={b} />;\n',
      'puts HTML into a page',
    ],
    ['HTML by assignment', 'packages/workbench/src/pages/a.ts', 'element.innerHTML = text;\n', 'puts HTML into a page'],
    ['text run as code', 'packages/service/src/a.ts', 'eval(text);\n', 'runs text as code'],
    [
      'a mock of our own module',
      core('practices/a.test.ts'),
      ['vi', `mock('./store.ts');\n`].join('.'),
      'fakes our own code',
    ],
    ['a spy', 'packages/service/test/a.test.ts', ['vi', `spyOn(core, 'see');\n`].join('.'), 'fakes our own code'],
    ['a barrel', 'packages/service/src/index.ts', `export * from './a.ts';\n`, 'list the names'],
    ['a name that says nothing', 'packages/service/src/utils.ts', '', 'name it after what it holds'],
    ['a file too long', 'scripts/long.mjs', '\n'.repeat(251), 'has 251 lines'],
  ])('%s is reported', (_what, path, source, expected) => {
    expect(problemsOf(path, source)).toEqual([expect.stringContaining(expected)]);
  });
});
