import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { at, environment, node24 } from './project.mjs';

/** Bundles again after each change, in every package that has a webpack configuration. Answers how to stop. */
export function watchBundles(packages) {
  const children = readdirSync(packages)
    .filter((name) => existsSync(join(packages, name, 'webpack.config.mjs')))
    .map((name) => {
      const webpack = at('node_modules', 'webpack-cli', 'bin', 'cli.js');
      const child = spawn(node24, [webpack, '--mode', 'development', '--watch'], {
        cwd: join(packages, name),
        env: environment(),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => console.log(`[${name}] ${line}`));
      }
      return child;
    });
  return () => {
    for (const child of children) child.kill('SIGTERM');
  };
}
