import { type Job, type JobResult, PgBoss, type WorkOptions } from 'pg-boss';
import { type Enqueue, through } from './enqueue.ts';
import { GIVEN_UP, type JobData, type JobName, queues, schedules } from './queues.ts';

/** What is done for each kind of job. A job whose `signal` is aborted brings what it has in hand to an end, and returns. */
export type Workers = {
  readonly [Name in JobName]: (data: JobData[Name], signal: AbortSignal) => Promise<void>;
};

export type JobsOptions = {
  /** Address of the database that everything else is in; jobs have a schema of their own there. */
  readonly url: string;
  /** Hears of every failure; the job is tried again by itself. */
  readonly onError?: (error: unknown) => void;
  /** Seconds between looks for jobs whose process has died. */
  readonly superviseEvery?: number;
};

export type Jobs = {
  readonly enqueue: Enqueue;
  /** Makes the schema and the queues. Jobs may be enqueued from then on. */
  open(): Promise<void>;
  /** Begins to work, as one of any number of processes. `scheduled: false` leaves out what comes by the clock. */
  work(workers: Workers, options?: { readonly scheduled?: boolean }): Promise<void>;
  /** Ends the jobs at hand, waiting for at most `within` ms, and closes. Never throws. */
  close(within?: number): Promise<void>;
};

const SCHEMA = 'jobs';
/** A notice wakes the workers; they look by themselves, too, as what is tried again is not announced. */
const usualWork = { perJobResults: true, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 } as const;
/** Short jobs come in batches, which saves a round trip for each; long ones run beside each other. */
const inBatches = { batchSize: 20, burstWhenBatchFull: true, notifyPollingIntervalSeconds: 2 } as const;
const ways: Readonly<Partial<Record<JobName, WorkOptions>>> = {
  announce: inBatches,
  consult: inBatches,
  deliver: { localConcurrency: 4, notifyPollingIntervalSeconds: 2 },
};

/** Jobs in the database (pg-boss): each is done at least once, by one process at a time. */
export function createJobs({ url, onError = () => {}, superviseEvery = 10 }: JobsOptions): Jobs {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    application_name: 'copse jobs',
    max: 3,
    useListenNotify: true,
    superviseIntervalSeconds: superviseEvery,
    monitorIntervalSeconds: superviseEvery,
    // Telemetry of the library is not wanted, and warnings are for operators of very large installations.
    registerInstance: false,
  });
  boss.on('error', onError);
  const stopping = new AbortController();

  return {
    async enqueue(tx, name, data, { id, key, after } = {}) {
      await boss.send(name, data, {
        db: through(tx),
        ...(id === undefined ? {} : { id }),
        ...(key === undefined ? {} : { singletonKey: key }),
        ...(after === undefined ? {} : { startAfter: after }),
      });
    },

    async open() {
      await boss.start();
      await boss.createQueue(GIVEN_UP, { retentionSeconds: 90 * 24 * 60 * 60 });
      for (const name of names) {
        await boss.createQueue(name, { ...queues[name], deadLetter: GIVEN_UP });
        // Made by an earlier release, it may have other times.
        const { policy: _fixed, ...times } = queues[name];
        await boss.updateQueue(name, times);
      }
    },

    async work(workers, { scheduled = true } = {}) {
      for (const name of names) {
        const run = async ({ data, signal }: Job<JobData[typeof name]>) => {
          const either = AbortSignal.any([signal, stopping.signal]);
          await (workers[name] as (data: JobData[typeof name], signal: AbortSignal) => Promise<void>)(data, either);
        };
        await boss.work(name, { ...usualWork, ...ways[name] }, async (jobs: Job<JobData[typeof name]>[]) => {
          const results: JobResult[] = [];
          for (const job of jobs) {
            const failed = await run(job).then(
              () => undefined,
              (error: unknown) => ({ error }),
            );
            if (failed) onError(failed.error);
            results.push(
              failed
                ? { id: job.id, status: 'failed', output: withoutWords(failed.error) }
                : { id: job.id, status: 'completed' },
            );
          }
          return results;
        });
        const cron = scheduled ? schedules[name] : undefined;
        if (cron) await boss.schedule(name, cron);
      }
    },

    async close(within = 10_000) {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: within }).catch(onError);
    },
  };
}

const names = Object.keys(queues) as JobName[];

/** pg-boss keeps why a job failed; messages of databases and connectors repeat what people wrote. */
function withoutWords(error: unknown): object {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return { name: typeof name === 'string' ? name : 'Error', ...(typeof code === 'string' ? { code } : {}) };
}
