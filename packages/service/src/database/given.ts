import { DatabaseTrouble } from './trouble.ts';

const AWAY = 'The PostgreSQL that DATABASE_URL names does not answer. Check its address, and that it is running.';
const REFUSED = 'PostgreSQL refuses the account that DATABASE_URL names. Check its name and password, and pg_hba.conf.';
const NOT_OURS =
  'The account that DATABASE_URL names may not make tables there. Let it own the database: ' +
  'ALTER DATABASE <name> OWNER TO <account>; and if others made the tables, give those to it, too.';
const UNTRUSTED =
  'The certificate of that PostgreSQL is not trusted. Name its authority in DATABASE_URL (sslrootcert=<file>).';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', AWAY],
  ['ECONNRESET', AWAY],
  ['ENOTFOUND', AWAY],
  ['EAI_AGAIN', AWAY],
  ['ETIMEDOUT', AWAY],
  ['EHOSTUNREACH', AWAY],
  ['ENETUNREACH', AWAY],
  ['57P03', 'The PostgreSQL that DATABASE_URL names is starting or stopping. Start again in a moment.'],
  ['53300', 'PostgreSQL has no connection left. Lower DATABASE_CONNECTIONS, or raise its max_connections.'],
  ['28P01', REFUSED],
  ['28000', REFUSED],
  ['3D000', 'There is no database of the name in DATABASE_URL. Make one: createdb <name>.'],
  ['42501', NOT_OURS],
  ['3F000', NOT_OURS],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', UNTRUSTED],
  ['SELF_SIGNED_CERT_IN_CHAIN', UNTRUSTED],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', UNTRUSTED],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', UNTRUSTED],
  ['CERT_HAS_EXPIRED', 'The certificate of the PostgreSQL that DATABASE_URL names has expired.'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate of that PostgreSQL is for another host than DATABASE_URL names.'],
]);

/** Turns what a PostgreSQL that is not ours says at the start into a sentence; everything else passes unchanged. */
export function explainGivenDatabase(error: unknown): unknown {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const words =
    typeof code === 'string'
      ? WORDS.get(code)
      : message === 'The server does not support SSL connections'
        ? 'DATABASE_URL asks for TLS (sslmode), and that PostgreSQL has it switched off.'
        : undefined;
  if (!words) return error;
  return new DatabaseTrouble('not-usable', `${words}${typeof code === 'string' ? ` (${code})` : ''}`, error);
}
