import { randomBytes } from 'node:crypto';
import { coreSubscribers, createJobs, createRelay, createWorkers, type Messenger } from '@copse/core';
import type { openDatabase } from '@copse/core/sql';
import { createBotMessenger, type Limits, linksFor } from '@copse/teams-app/bot';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from './config.ts';
import { webhookMessenger } from './webhook/webhook-messenger.ts';

export type BackgroundParts = {
  readonly config: Config & { readonly publicUrl: string };
  readonly db: ReturnType<typeof openDatabase>;
  readonly now: () => Date;
  readonly warn: (error: unknown, what: string) => void;
  /** Other times than usual, for tests and measurements that do not wait for minutes. */
  readonly tempo?: Tempo;
};

export type Tempo = {
  /** How long things are gathered that may make one message, in ms. */
  readonly gather?: number;
  /** After how many ms a process that holds messages and is not heard of is taken for dead. */
  readonly hold?: number;
  /** How often it is looked for jobs whose process has died, in seconds. */
  readonly superviseEvery?: number;
  /** What a connector takes, where that is not Teams. */
  readonly limits?: Limits;
};

export type Background = {
  /** Hands on what is in hand or leaves it to the other processes, and ends. Never throws. */
  readonly stop: () => Promise<void>;
};

/** In the try-out nobody wants to wait until more has come together. Milliseconds. */
const GATHER_IN_WORKBENCH = 2000;

/**
 * Starts all that happens by itself: facts are handed to those who follow them, and jobs are done. Any number of
 * processes share both.
 */
export async function startBackground({
  config,
  db,
  now,
  warn,
  tempo = config.mode === 'workbench' ? { gather: GATHER_IN_WORKBENCH } : {},
}: BackgroundParts): Promise<Background> {
  const jobs = createJobs({
    url: config.database.url,
    onError: (error) => warn(error, 'a job failed and will be tried again'),
    ...(tempo.superviseEvery === undefined ? {} : { superviseEvery: tempo.superviseEvery }),
  });
  const workers = createWorkers({
    db,
    now,
    newId: uuidv7,
    chance: (count) => randomBytes(count),
    secret: config.secret,
    sealKeys: config.sealKeys,
    enqueue: jobs.enqueue,
    messenger: messengerOf(config, tempo.limits),
    hasBot: config.bot !== undefined && config.teamsAppId !== undefined,
    onError: (error) => warn(error, 'a message was not sent and will be tried again'),
    ...tempo,
  });
  const relay = createRelay({
    db,
    subscribers: coreSubscribers({ now, newId: uuidv7, enqueue: jobs.enqueue }),
    now,
    onError: (error) => warn(error, 'an event was not relayed and will be tried again'),
  });
  try {
    await jobs.open();
    await jobs.work(workers);
  } catch (error) {
    await jobs.close(0);
    throw error;
  }
  relay.start();
  return {
    async stop() {
      await relay.stop();
      await jobs.close(config.stop.within);
    },
  };
}

function messengerOf({ bot, teamsAppId, publicUrl }: BackgroundParts['config'], limits?: Limits): Messenger {
  const appId = bot?.appId ?? '';
  const byWebhook = webhookMessenger(linksFor({ teamsAppId: teamsAppId ?? '', publicUrl, appId }));
  if (!bot || !teamsAppId) return byWebhook;
  const byBot = createBotMessenger({ ...bot, teamsAppId, publicUrl }, limits ? { limits } : {});
  return (to, message, sending) => (to.by === 'bot' ? byBot : byWebhook)(to, message, sending);
}
