import { spawn } from 'node:child_process';
import { at, environment, node24, root } from './project.mjs';

/** Milliseconds until a program that was asked to stop is stopped. */
const PATIENCE = 30_000;
/** Milliseconds within which a second signal is an echo of the first. */
const ECHO = 500;

/**
 * Runs a command in this terminal and answers its exit code.
 *
 * On a terminal, Ctrl-C reaches the command by itself and we only wait until it has cleaned up. Elsewhere the command
 * gets a process group of its own and each signal from us exactly once, however many senders there were (npm passes
 * signals on as well): programs take a second signal for an impatient person.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function follow(command, args, options = {}) {
  const onTerminal = process.stdin.isTTY || process.platform === 'win32';
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
    detached: !onTerminal,
    ...options,
  });
  let impatient;
  let passedAt = -ECHO;

  const pass = (signal) => {
    impatient ??= setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref();
    if (onTerminal && signal === 'SIGINT') return;
    if (performance.now() - passedAt > ECHO) child.kill(signal);
    passedAt = performance.now();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  const stopWatching = onceOrphaned(() => pass('SIGTERM'));

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(impatient);
      stopWatching();
      for (const each of signals) process.off(each, pass);
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });
}

/** `npm` ends by killing the shell between itself and us, which passes nothing on: then we are somebody else's child. */
function onceOrphaned(action) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    action();
  }, 250).unref();
  return () => clearInterval(timer);
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
