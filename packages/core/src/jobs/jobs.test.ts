import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { createJobs, type Jobs, type Workers } from './jobs.ts';

const db = testDatabase();
const open: Jobs[] = [];
let failures: unknown[] = [];

/** A process that works; `mishap` may throw. */
async function aProcess(did: string[] = [], mishap: (what: string) => void = () => {}) {
  const jobs = createJobs({ url: db.url(), onError: (error) => failures.push(error) });
  await jobs.open();
  open.push(jobs);
  const note = async (what: string) => {
    did.push(what);
    mishap(what);
  };
  const workers: Workers = {
    announce: ({ event }) => note(event.type),
    mentor: async () => {},
    consult: ({ questionId }) => note(questionId),
    introduce: async () => {},
    deliver: async ({ organisationId }) => {
      await note(organisationId);
      await pause(300);
    },
    look: () => note('look'),
    digest: () => note('digest'),
    sweep: () => note('sweep'),
  };
  return { jobs, work: () => jobs.work(workers, { scheduled: false }) };
}

beforeEach(() => {
  failures = [];
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((jobs) => jobs.close(2000)));
});

const until = async (condition: () => boolean) => {
  for (let tries = 0; !condition() && tries < 200; tries += 1) await pause(50);
};

describe('a job', () => {
  it('exists when the transaction that left it behind commits, and not otherwise', async () => {
    const did: string[] = [];
    const { jobs, work } = await aProcess(did);
    await db()
      .transaction()
      .execute(async (tx) => {
        await jobs.enqueue(tx, 'consult', { questionId: 'undone' });
        throw new Error('Something else went wrong');
      })
      .catch(() => undefined);
    await db()
      .transaction()
      .execute((tx) => jobs.enqueue(tx, 'consult', { questionId: 'kept' }));
    await work();
    await until(() => did.length > 0);

    expect(did).toEqual(['kept']);
  });

  it('is there once for what it follows from, whoever asks again', async () => {
    const did: string[] = [];
    const { jobs, work } = await aProcess(did);
    const id = '01950000-0000-7000-8000-00000000aaaa';
    const event = { id, type: 'thing.happened', organisationId: id, occurredAt: '2026-03-02T09:00:00.000Z' };
    for (let times = 0; times < 3; times += 1) await jobs.enqueue(db(), 'announce', { event }, { id });
    await work();
    await until(() => did.length > 0);
    await jobs.enqueue(db(), 'announce', { event }, { id });
    await pause(700);

    expect(did).toEqual(['thing.happened']);
  });

  it('is shared out among processes, and each is done by one', async () => {
    const did: string[] = [];
    const [first, second] = [await aProcess(did), await aProcess(did)];
    const numbers = Array.from({ length: 60 }, (_, at) => `question ${at}`);
    for (const questionId of numbers) await first.jobs.enqueue(db(), 'consult', { questionId });
    await Promise.all([first.work(), second.work()]);
    await until(() => did.length >= numbers.length);

    expect(did.toSorted()).toEqual(numbers.toSorted());
  });

  it('of one key waits once while one runs, so that nothing that comes meanwhile is missed', async () => {
    const did: string[] = [];
    const { jobs, work } = await aProcess(did);
    const organisationId = 'northwind';
    await work();
    await jobs.enqueue(db(), 'deliver', { organisationId }, { key: organisationId });
    await until(() => did.length === 1);
    for (let times = 0; times < 4; times += 1) {
      await jobs.enqueue(db(), 'deliver', { organisationId }, { key: organisationId });
    }
    await until(() => did.length === 2);
    await pause(1500);

    expect(did).toEqual([organisationId, organisationId]);
  });

  it('that fails is tried again, and its row says nothing of what people wrote', async () => {
    const did: string[] = [];
    const { jobs, work } = await aProcess(did, () => {
      if (did.length === 1) throw new Error('duplicate key: Mara Lindqvist');
    });
    await work();
    await jobs.enqueue(db(), 'consult', { questionId: 'again' });
    await until(() => did.length === 2);

    expect(did).toEqual(['again', 'again']);
    expect(failures).toHaveLength(1);
    const { rows } = await sql<{ kept: string }>`SELECT to_jsonb(job)::text AS kept FROM jobs.job`.execute(db());
    expect(JSON.stringify(rows)).not.toContain('Mara');
  });
});
