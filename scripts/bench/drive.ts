import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export type Measured = {
  /** Requests per second over the whole run. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  /** How many were answered. */
  readonly count: number;
  readonly bytes: number;
};

export type Load = {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly headers?: (n: number) => Record<string, string>;
  /** Bodies to post; without it the addresses are read. */
  readonly body?: ((n: number) => string) | undefined;
  readonly callers: number;
  readonly seconds: number;
};

/**
 * A closed loop of callers over keep-alive connections, bounded in time: each sends its next request when the last was
 * answered. Every answer is read to its end; anything but 200 or 201 counts as failed.
 */
export async function drive({ origin, paths, headers = () => ({}), body, callers, seconds }: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const latencies: number[] = [];
  let failed = 0;
  let bytes = 0;
  let next = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const { hostname, port } = new URL(origin);

  const call = (n: number) =>
    new Promise<void>((resolve) => {
      const sent = performance.now();
      const path = paths[n % paths.length] as string;
      const sending = body?.(n);
      const length =
        sending === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sending) };
      const method = sending === undefined ? 'GET' : 'POST';
      const asked = request(
        { agent, hostname, port, path, method, headers: { ...headers(n), ...length } },
        (answer) => {
          answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
          answer.on('end', () => {
            latencies.push(performance.now() - sent);
            if (answer.statusCode !== 200 && answer.statusCode !== 201) failed += 1;
            resolve();
          });
        },
      );
      asked.on('error', () => {
        failed += 1;
        resolve();
      });
      asked.end(sending);
    });
  const caller = async () => {
    while (performance.now() < end) await call(next++);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const took = (performance.now() - start) / 1000;
  agent.destroy();

  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
  return {
    rate: latencies.length / took,
    p50: at(0.5),
    p99: at(0.99),
    failed,
    count: latencies.length,
    bytes: bytes / Math.max(1, latencies.length),
  };
}
