import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { BundleTables } from '../bundle/tables.ts';
import type { CommunityTables } from '../communities/tables.ts';
import type { ConsultationTables } from '../consultations/tables.ts';
import type { GatheringTables } from '../gatherings/tables.ts';
import type { IdentityTables } from '../identity/tables.ts';
import type { IntroductionTables } from '../introductions/tables.ts';
import type { LearningTables } from '../learning/tables.ts';
import type { NotificationTables } from '../notifications/tables.ts';
import type { PracticeTables } from '../practices/tables.ts';
import type { PublishingTables } from '../publishing/tables.ts';
import type { QuestionTables } from '../questions/tables.ts';
import type { SearchTables } from '../search/tables.ts';
import type { TrustTables } from '../trust/tables.ts';
import { readers } from './reading-values.ts';
import type { OutboxTables } from './tables.ts';

export type Database = IdentityTables &
  CommunityTables &
  TrustTables &
  PracticeTables &
  PublishingTables &
  QuestionTables &
  ConsultationTables &
  GatheringTables &
  IntroductionTables &
  SearchTables &
  LearningTables &
  NotificationTables &
  OutboxTables &
  BundleTables;

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const usual: unknown = pg.types.getTypeParser(oid, format);
    return format === 'binary' ? usual : (readers[oid] ?? usual);
  },
};

export type DatabaseOptions = {
  readonly url: string;
  /** Connections of this process. */
  readonly connections?: number;
  /** A broken idle connection is replaced by the pool; this hears of it. */
  readonly onConnectionError?: (error: Error) => void;
};

/** Opens a pool of connections. Nothing is connected until the first query. Close it with `destroy()`. */
export function openDatabase({
  url,
  connections = 10,
  onConnectionError = () => {},
}: DatabaseOptions): Kysely<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    application_name: 'copse',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', onConnectionError);
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool, onConnectionError) }) });
}

/**
 * Gives each distinct statement a name, so that PostgreSQL plans it once per connection: a point read takes 43 instead
 * of 65 µs. The number of names is bounded; beyond it statements go unnamed (the texts of one program are few), and so
 * do those that begin with a comment (see planned-anew.ts).
 */
function preparing(pool: pg.Pool, onConnectionError: (error: Error) => void) {
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= 1000 || !/^\s*(?:select|with|insert|update|delete)/iu.test(text))
      return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
  const wrapped = new WeakSet<pg.PoolClient>();

  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      if (wrapped.has(client)) return client;
      wrapped.add(client);
      // The pool listens to idle connections only; an error that nobody listens to would end the process.
      client.on('error', onConnectionError);
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      client.query = ((...args: unknown[]) => {
        const [text, values] = args;
        if (typeof text !== 'string' || !Array.isArray(values) || args.length !== 2) return query(...args);
        const name = nameOf(text);
        return name === undefined ? query(text, values) : query({ name, text, values });
      }) as typeof client.query;
      return client;
    },
    end: () => pool.end(),
  };
}
