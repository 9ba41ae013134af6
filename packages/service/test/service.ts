import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, createCore } from '@copse/core';
import { testDatabase } from '@copse/core/testing';
import { createBot } from '@copse/teams-app/bot';
import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll } from 'vitest';
import { type AppParts, buildApp } from '../src/app.ts';
import { type BotSettings, readConfig } from '../src/config.ts';
import { graphMeetings } from '../src/graph/graph-meetings.ts';
import { askDatabase } from '../src/http/database-store.ts';
import { sqlIdempotencyStore } from '../src/http/idempotency-store.ts';
import { answerKeeping } from '../src/http/kept-answer.ts';
import type { Problem } from '../src/http/problem.ts';
import { type Issuers, startIssuers } from './issuers.ts';

/** An answer; the caller says what its JSON should be, and what it really is shows in the assertions. */
export type Reply<View> = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  readonly json: View;
};

export type Ask = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

const botFor =
  (core: Core, settings: BotSettings, teamsAppId: string): NonNullable<AppParts['createBot']> =>
  (log) =>
    createBot({ core, config: { ...settings, teamsAppId, publicUrl: 'https://copse.example.com' }, log });

export type TestServiceOptions = {
  readonly keepBetweenTests?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
};

/**
 * The real application on a real database, with issuers whose tokens it trusts. Call it once at the top of a file.
 */
export function testService(options: TestServiceOptions = {}) {
  const db = testDatabase(options);
  let issuers: Issuers;
  let app: FastifyInstance;
  const readiness = { stopping: false, askDatabase: () => askDatabase(db())() };
  let core: Core;
  let folder: string;
  const lines: string[] = [];

  beforeAll(async () => {
    issuers = await startIssuers();
    folder = await mkdtemp(join(tmpdir(), 'copse-tab-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Tab</title>');
    await writeFile(join(folder, 'configure.html'), '<!doctype html><title>Configure</title>');
    await writeFile(join(folder, 'tab.0123456789.js'), `console.log(${JSON.stringify('copse '.repeat(500))})`);
    const config = readConfig({ ...issuers.settings, DATABASE_URL: db.url(), ...options.settings });
    core = createCore({
      db: db(),
      newId: uuidv7,
      now: () => new Date(),
      chance: (count) => randomBytes(count),
      secret: config.secret,
      sealKeys: config.sealKeys,
      administrators: config.administrators,
      ...(config.graph
        ? {
            meetings: graphMeetings(config.graph, {
              now: () => new Date(),
              warn: (fields, message) => app.log.warn(fields, message),
            }),
          }
        : {}),
    });
    app = await buildApp({
      config: { ...config, publicUrl: 'https://copse.example.com' },
      core,
      answers: sqlIdempotencyStore(db(), answerKeeping(config.secret, randomBytes)),
      readiness,
      ...(config.bot && config.teamsAppId ? { createBot: botFor(core, config.bot, config.teamsAppId) } : {}),
      tabFolder: folder,
      logStream: { write: (line) => void lines.push(line) },
    });
    await app.ready();
  });
  afterAll(async () => {
    await app?.close();
    await issuers?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  async function ask<View = Problem>(
    method: Method,
    url: string,
    { body, headers = {} }: Ask = {},
  ): Promise<Reply<View>> {
    const response = await app.inject({
      method,
      url: url.startsWith('/me') || !/^\/(?:api|tab|open|calendars|livez|readyz)/u.test(url) ? `/api/v1${url}` : url,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    const isJson = /json/u.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      json: (isJson && response.body ? JSON.parse(response.body) : undefined) as View,
    };
  }

  const bearing = (token: () => Promise<string>) => {
    let known: Promise<string> | undefined;
    const authorised =
      (method: Method) =>
      async <View = Problem>(url: string, given: Ask = {}) =>
        ask<View>(method, url, {
          ...given,
          headers: { authorization: `Bearer ${await (known ??= token())}`, ...given.headers },
        });
    return {
      get: authorised('GET'),
      post: authorised('POST'),
      put: authorised('PUT'),
      patch: authorised('PATCH'),
      delete: authorised('DELETE'),
    };
  };

  return {
    db,
    ask,
    app: () => app,
    readiness,
    core: () => core,
    issuers: () => issuers,
    log: lines,
    /** Somebody in Teams; `tenant` is another organisation's. */
    inTeams: (name: string, bend: Parameters<Issuers['entra']>[1] = {}) => bearing(() => issuers.entra(name, bend)),
    /** Our app in Confluence, running by itself. */
    appThere: (bend: Parameters<Issuers['forgeApp']>[0] = {}) => bearing(() => issuers.forgeApp(bend)),
    inConfluence: (name: string, bend: Parameters<Issuers['forge']>[1] = {}) =>
      bearing(() => issuers.forge(name, bend)),
  };
}

export type TestService = ReturnType<typeof testService>;
export type Client = ReturnType<ReturnType<typeof testService>['inTeams']>;
