import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { MeView } from '@copse/core/contracts';
import { testDatabase, untilSomebodyWaits } from '@copse/core/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { holdPeople } from '../test/faults.ts';
import { type Issuers, startIssuers } from '../test/issuers.ts';
import { readConfig } from './config.ts';
import { type RunningService, startService } from './service.ts';

const db = testDatabase();
let issuers: Issuers;
let running: RunningService | undefined;
beforeAll(async () => void (issuers = await startIssuers()));
afterEach(() => running?.stop());
afterAll(() => issuers.close());

async function start(settings: Record<string, string> = {}) {
  const config = readConfig({ ...issuers.settings, DATABASE_URL: db.url(), LOG_LEVEL: 'silent', ...settings });
  running = await startService(config);
  return running;
}

type Answer = { readonly status: number; readonly body: string; readonly connection: string | undefined };

/** One request through `agent`; answers the error's code where the connection failed. */
const ask = (
  url: string,
  { agent, headers, method, body }: { agent?: Agent; headers?: Record<string, string>; method?: string; body?: string },
) =>
  new Promise<Answer | string>((resolve) => {
    const outgoing = request(url, { agent, headers, method: method ?? 'GET' }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text, connection: response.headers.connection }),
      );
      response.on('error', (error) => resolve(`cut off: ${error.message}`));
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    outgoing.end(body);
  });

describe('a service', () => {
  it('starts on an empty port, answers, and stops without leaving anything open', async () => {
    const { url, stop } = await start();
    const me = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${await issuers.entra('Mara')}` } });
    expect(((await me.json()) as MeView).name).toBe('Mara');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    await Promise.all([stop(), stop()]);
    expect(await ask(`${url}/livez`, {})).toBe('ECONNREFUSED');
  });

  it('that finds its port in use says so and leaves nothing open', async () => {
    const { url } = await start();
    const second = readConfig({
      ...issuers.settings,
      DATABASE_URL: db.url(),
      LOG_LEVEL: 'silent',
      PORT: new URL(url).port,
    });
    await expect(startService(second)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('answers bytes that are not HTTP with problem details', async () => {
    const { url } = await start();
    const { connect } = await import('node:net');
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('HELO copse\r\n\r\n'));
      let text = '';
      socket.on('data', (part) => (text += part.toString())).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json.*"reason":"not-json"/s);
  });
});

describe('a stop', () => {
  it('lets a request finish that is in the middle of its work', async () => {
    const { url, stop } = await start({ STOP_AFTER_MS: '50' });
    const headers = {
      authorization: `Bearer ${await issuers.entra('Mara')}`,
      'content-type': 'application/json',
      'if-match': '*',
    };
    await ask(`${url}/api/v1/me`, { headers });

    const lock = holdPeople(db());
    await lock.held;
    const slow = ask(`${url}/api/v1/me`, { headers, method: 'PATCH', body: JSON.stringify({ affiliation: 'Press' }) });
    await untilSomebodyWaits(db());
    const stopped = stop();
    await expect.poll(() => ask(`${url}/livez`, {}), { timeout: 10_000 }).toBe('ECONNREFUSED');
    lock.release();
    await lock.done;

    expect(await slow).toMatchObject({ status: 200, connection: 'close', body: expect.stringContaining('Press') });
    await stopped;
  });

  it('waits no longer than it was told to', async () => {
    const { url, stop } = await start({ STOP_WITHIN_MS: '300' });
    const headers = {
      authorization: `Bearer ${await issuers.entra('Mara')}`,
      'content-type': 'application/json',
      'if-match': '*',
    };
    await ask(`${url}/api/v1/me`, { headers });
    const lock = holdPeople(db());
    await lock.held;
    const slow = ask(`${url}/api/v1/me`, { headers, method: 'PATCH', body: '{"affiliation":"Press"}' });
    await untilSomebodyWaits(db());

    const stopped = stop();
    expect(await slow).toBe('ECONNRESET');
    lock.release();
    await lock.done;
    await stopped;
  });

  it('under load cuts off nobody: readiness ends first, then connections are handed back, then the port closes', async () => {
    const { url, stop } = await start({ STOP_AFTER_MS: '4000' });
    const headers = { authorization: `Bearer ${await issuers.entra('Mara')}` };
    let ready = true;
    let asked = 0;
    const broken: (Answer | string)[] = [];

    // As a load balancer does: requests go on until readiness ends, over connections that stay open.
    const callers = Array.from({ length: 16 }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      while (ready) {
        const answer = await ask(`${url}/api/v1/me`, { agent, headers });
        asked += 1;
        if (typeof answer === 'string' || answer.status !== 200 || !answer.body.endsWith('}')) broken.push(answer);
      }
      agent.destroy();
    });
    const balancer = (async () => {
      while (ready) {
        const answer = await ask(`${url}/readyz`, {});
        if (typeof answer !== 'string' && answer.status === 503) ready = false;
        await pause(20);
      }
    })();

    await expect.poll(() => asked, { timeout: 15_000 }).toBeGreaterThan(100);
    const stopped = stop();
    await Promise.all([...callers, balancer]);
    await stopped;

    expect(broken).toEqual([]);
    expect(await ask(`${url}/livez`, {})).toBe('ECONNREFUSED');
  });

  it('does not wait for callers that keep idle connections open', async () => {
    const { url, stop } = await start();
    const agents = Array.from({ length: 5 }, () => new Agent({ keepAlive: true }));
    await Promise.all(agents.map((agent) => ask(`${url}/livez`, { agent })));
    const began = performance.now();
    await stop();
    expect(performance.now() - began).toBeLessThan(2000);
    agents.forEach((agent) => agent.destroy());
  });
});
