import { CompiledQuery, type Kysely } from 'kysely';
import type { ConnectionOptions } from 'pg-boss';
import type { Database } from '../sql/database.ts';
import type { JobData, JobName } from './queues.ts';

export type JobOptions = {
  /** The id of what the job follows from: a second job for it is not made. */
  readonly id?: string;
  /** Of one key at most one job waits. */
  readonly key?: string;
  /** In how many seconds it may begin. */
  readonly after?: number;
};

/** Leaves a job behind in the transaction `tx`: it exists when that commits, and not otherwise. */
export type Enqueue = <Name extends JobName>(
  tx: Kysely<Database>,
  name: Name,
  data: JobData[Name],
  options?: JobOptions,
) => Promise<void>;

/** Has pg-boss speak through a transaction of ours. */
export const through = (tx: Kysely<Database>): NonNullable<ConnectionOptions['db']> => ({
  async executeSql(text, values = []) {
    const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values));
    return { rows };
  },
});
