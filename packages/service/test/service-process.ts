import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('run-service.ts', import.meta.url));

export type ServiceProcess = {
  readonly url: string;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
};

/** Starts the whole service as a process of its own, and answers when it takes requests and does its jobs. */
export async function startServiceProcess(settings: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env['PATH'], ...settings, PORT: String(port), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr?.on('data', (part) => said.push(String(part)));
  const over = once(child, 'exit');
  await Promise.race([
    ready(child),
    over.then(() => {
      throw new Error(`The service did not start: ${said.join('')}`);
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    async kill() {
      child.kill('SIGKILL');
      await over;
    },
  };
}

async function ready({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) return;
  for await (const line of createInterface({ input: stdout })) if (line === 'ready') return;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
