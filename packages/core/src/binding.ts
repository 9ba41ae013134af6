import type { Kysely } from 'kysely';
import { StaleWriteError } from './kernel/errors.ts';
import type { AccountKey } from './kernel/ids.ts';
import type { Database } from './sql/database.ts';

/** What the composition needs from the process: one database, and everything that is not a pure function. */
export type CorePorts = {
  readonly db: Kysely<Database>;
  readonly newId: () => string;
  readonly now: () => Date;
  /** `count` random bytes from a cryptographic source. */
  readonly chance: (count: number) => Uint8Array;
  /** At least 32 characters, from the environment; keys the hashes of short codes and of nothing else. */
  readonly secret: string;
  /** 32 bytes each, from the environment: the first hides who wrote anonymously, older ones only open what they hid. */
  readonly sealKeys: readonly Uint8Array[];
  /** Accounts that administer their organisation. Empty: the first person of a new organisation does. */
  readonly administrators: readonly AccountKey[];
};

/**
 * Ties use cases to what they need: what is left for the caller is the actor (or the proof) and the input. A use case
 * runs once more when somebody else saved the same record first; the second `StaleWriteError` reaches the caller.
 */
export const bindTo =
  <Deps>(deps: Deps) =>
  <Asked extends readonly unknown[], Answer>(useCase: (deps: Deps, ...asked: Asked) => Promise<Answer>) =>
  async (...asked: Asked): Promise<Answer> => {
    try {
      return await useCase(deps, ...asked);
    } catch (error) {
      if (!isLostRace(error)) throw error;
      return await useCase(deps, ...asked);
    }
  };

/** Somebody saved it first, or PostgreSQL ended one of two transactions that waited for each other (40P01, 40001). */
const isLostRace = (error: unknown) =>
  error instanceof StaleWriteError ||
  (error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001'));
