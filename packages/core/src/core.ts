import type { Kysely } from 'kysely';
import type { Actor } from './kernel/actor.ts';
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
  /** Accounts that administer their organisation. Empty: the first person of a new organisation does. */
  readonly administrators: readonly AccountKey[];
};

type UseCase<Deps, Input, Output> = (deps: Deps, actor: Actor, input: Input) => Promise<Output>;

/** Ties a use case to what it needs, and runs it once more when somebody else saved the same record first. */
export const bindTo =
  <Deps>(deps: Deps) =>
  <Input, Output>(useCase: UseCase<Deps, Input, Output>) =>
  async (actor: Actor, input: Input): Promise<Output> => {
    try {
      return await useCase(deps, actor, input);
    } catch (error) {
      if (!(error instanceof StaleWriteError)) throw error;
      return await useCase(deps, actor, input);
    }
  };

/** Everything the application can do. Surfaces hold a Core and nothing else. */
export function createCore(ports: CorePorts) {
  void ports;
  return {
    identity: {},
    communities: {},
    practices: {},
    search: {},
    discovery: {},
    stewardship: {},
  };
}

export type Core = ReturnType<typeof createCore>;
