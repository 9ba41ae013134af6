import type { Kysely } from 'kysely';
import pLimit from 'p-limit';
import type { MeetingMaker } from './gatherings/ports.ts';
import type { AccountKey } from './kernel/ids.ts';
import type { Database } from './sql/database.ts';
import { againAfterLostRace } from './sql/lost-race.ts';

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
  /** Makes meetings in Teams; where there is none, nobody is offered one. */
  readonly meetings?: MeetingMaker;
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
  (...asked: Asked): Promise<Answer> =>
    againAfterLostRace(2, () => useCase(deps, ...asked));

/** Use cases begin in the order in which they were asked for, at most so many at a time; each runs to its end. */
export function fewAtOnce(most: number) {
  const limit = pLimit(most);
  return <Asked extends readonly unknown[], Answer>(useCase: (...asked: Asked) => Promise<Answer>) =>
    (...asked: Asked): Promise<Answer> =>
      limit(() => useCase(...asked));
}
