import { coreSubscribers, createRelay } from '@copse/core';
import { expect } from 'vitest';
import { allRoutes } from '../src/routes/all.ts';
import type { Route } from '../src/http/route.ts';
import type { Ask, Client, TestService } from './service.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks routes of the table, holds their answers to what the table promises, and remembers which were asked. */
export function routeWalker(service: TestService) {
  const walked = new Set<string>();
  const routes = () => allRoutes(service.core());

  /** The answer must be the view of the route, down to no field too many. */
  async function expectAnswer<View>(
    who: Client,
    line: `${Method} /${string}`,
    params: Record<string, string> = {},
    { query = '', ...given }: Ask & { query?: string } = {},
  ) {
    const [method = '', url = ''] = line.split(' ');
    const route = routes().find((one) => one.method === method && one.url === url);
    if (!route) throw new Error(`There is no route ${line}`);

    const address = url.replaceAll(/:(\w+)/gu, (_, name: string) => params[name] ?? '') + query;
    const ask = { GET: who.get, POST: who.post, PUT: who.put, PATCH: who.patch, DELETE: who.delete }[route.method];
    const reply = await ask<View>(address, given);
    expect({ status: reply.status, ...(reply.status === route.status ? {} : { json: reply.json }) }).toEqual({
      status: route.status,
    });
    expect(reply.headers['cache-control']).toBe('no-store');
    if (route.status === 204) expect(reply.text).toBe('');
    else expect(route.answer.parse(reply.json)).toEqual(reply.json);
    walked.add(line);
    return reply;
  }

  return {
    expectAnswer,
    notWalked: (isMeant: (route: Route) => boolean) =>
      routes()
        .filter(isMeant)
        .map(({ method, url }) => `${method} ${url}`)
        .filter((line) => !walked.has(line)),
    /** Hands over what has happened, as the relay of a running service does. */
    async relay() {
      const now = () => new Date();
      await createRelay({ db: service.db(), subscribers: coreSubscribers({ now }), now }).drain();
    },
  };
}
