import { spawn } from 'node:child_process';
import { at, environment, node24, root } from './project.mjs';

const PATIENCE = 30_000;

/**
 * Runs a command in this terminal and answers its exit code.
 *
 * Ctrl-C reaches the command by itself, because it shares our terminal; we only wait until it has cleaned up.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function follow(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(), ...options });
  let impatient;

  const pass = (signal) => {
    // A terminal sends SIGINT to us all; a second one from us would look like an impatient person.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    impatient ??= setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(impatient);
      for (const each of signals) process.off(each, pass);
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });
}

/** Runs a program of ours under Node 24. It ends when we end, even when we are killed. */
export function followNode(entry, args = [], { nodeArgs = [], ...options } = {}) {
  const preload = new URL('end-with-parent.mjs', import.meta.url).href;
  return follow(node24, [...nodeArgs, '--import', preload, at(entry), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    ...options,
  });
}

/** Runs a tool from node_modules under Node 24, as `npm run` would. */
export function followTool(name, args, options = {}) {
  const path = `${at('node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
  return follow(at('node_modules', '.bin', name), args, {
    shell: process.platform === 'win32',
    ...options,
    env: { ...environment(), PATH: path, ...options.env },
  });
}
