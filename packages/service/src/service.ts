import { randomBytes } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createCore } from '@copse/core';
import { migrateToLatest, openDatabase } from '@copse/core/sql';
import { createBot } from '@copse/teams-app/bot';
import { v7 as uuidv7 } from 'uuid';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { type Background, startBackground, type Tempo } from './background.ts';
import { type Config, inAddress } from './config.ts';
import { demandVersion } from './database/version-store.ts';
import { graphMeetings } from './graph/graph-meetings.ts';
import { graphThreads } from './graph/graph-threads.ts';
import { askDatabase } from './http/database-store.ts';
import { KEPT_FOR_MS, sqlIdempotencyStore } from './http/idempotency-store.ts';
import { answerKeeping } from './http/kept-answer.ts';
import { sharedDeliveries } from './http/deliveries-store.ts';
import type { LogStream } from './log.ts';

const HOUR_MS = 60 * 60 * 1000;

export type RunningService = {
  /** Where it listens, without a slash at its end. */
  readonly url: string;
  /** Stops gracefully; more calls wait for the same stop. Never throws. */
  readonly stop: () => Promise<void>;
};

export type ServiceOptions = {
  readonly logStream?: LogStream;
  readonly tabFolder?: string;
  readonly tempo?: Tempo;
};

/** Migrates the database, starts everything that the service is made of, and listens. */
export async function startService(config: Config, options: ServiceOptions = {}): Promise<RunningService> {
  const { port, publicUrl } = await settle(config);
  const db = openDatabase({ url: config.database.url, connections: config.database.connections });
  const readiness = { stopping: false, askDatabase: askDatabase(db) };
  let app: FastifyInstance | undefined;
  let background: Background | undefined;
  try {
    await demandVersion(db);
    await migrateToLatest(db);
    const now = () => new Date();
    const answers = sqlIdempotencyStore(db, answerKeeping(config.secret, randomBytes));
    const deliveries = sharedDeliveries(db, config.secret, now);
    const graph = { now, warn: (fields: object, message: string) => app?.log.warn(fields, message) };
    const core = createCore({
      db,
      newId: uuidv7,
      now,
      chance: (count) => randomBytes(count),
      secret: config.secret,
      sealKeys: config.sealKeys,
      administrators: config.administrators,
      ...(config.graph?.uses.includes('meetings') ? { meetings: graphMeetings(config.graph, graph) } : {}),
    });
    const { bot, teamsAppId } = config;
    app = await buildApp({
      config: { ...config, publicUrl },
      core,
      answers,
      readiness,
      ...(bot && teamsAppId
        ? {
            createBot: (log) =>
              createBot({
                core,
                config: { ...bot, teamsAppId, publicUrl },
                log,
                now,
                sharing: deliveries.share,
                ...(config.graph?.uses.includes('threads') ? { threads: graphThreads(config.graph, graph) } : {}),
              }),
          }
        : {}),
      tabFolder: options.tabFolder ?? join(import.meta.dirname, '../../teams-app/dist/tab'),
      ...(options.logStream ? { logStream: options.logStream } : {}),
    });
    const running = app;
    await app.listen({ host: config.host, port, listenTextResolver: (address) => `listening at ${address}` });

    const forgetOldAnswers = () =>
      Promise.all([answers.forgetBefore(new Date(now().getTime() - KEPT_FOR_MS)), deliveries.forget()]).catch(
        (error: unknown) => running.log.warn({ err: error }, 'old answers were not cleared'),
      );
    const housekeeping = setInterval(() => void forgetOldAnswers(), HOUR_MS).unref();
    void forgetOldAnswers();

    background = await startBackground({
      config: { ...config, publicUrl },
      db,
      now,
      warn: (error, what) => running.log.warn({ err: error }, what),
      ...(options.tempo ? { tempo: options.tempo } : {}),
    });
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      clearInterval(housekeeping);
      readiness.stopping = true;
      await closeGracefully(running, config.stop);
      await background?.stop();
      await db.destroy();
    };
    const { port: listening } = app.server.address() as AddressInfo;
    return {
      url: `http://${inAddress(config.host)}:${listening}`,
      stop: () => (stopping ??= stop().catch((error: unknown) => running.log.error({ err: error }, 'the stop failed'))),
    };
  } catch (error) {
    await app?.close();
    await db.destroy();
    throw error;
  }
}

/**
 * While `readiness.stopping`, `/readyz` says 503 and answers ask for the connection to be closed, while requests are still taken for `after`
 * milliseconds; then the port closes, and what is under way has `within` milliseconds to end.
 */
async function closeGracefully(app: FastifyInstance, { after, within }: Config['stop']): Promise<void> {
  app.log.info('stopping');
  await pause(after);
  const cut = setTimeout(() => {
    app.log.warn('requests under way were cut off, because they took too long');
    app.server.closeAllConnections();
  }, within);
  await app.close();
  clearTimeout(cut);
}

/** A port that is left to chance is chosen before anything is built, because links name it. */
async function settle({ host, port, publicUrl }: Config): Promise<{ port: number; publicUrl: string }> {
  if (publicUrl !== undefined) return { port, publicUrl };
  const free = await new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host }, () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => resolve(found));
    });
  });
  return { port: free, publicUrl: `http://${inAddress(host)}:${free}` };
}
