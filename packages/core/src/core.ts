import type { Kysely } from 'kysely';
import type { Actor } from './kernel/actor.ts';
import { StaleWriteError } from './kernel/errors.ts';
import type { AccountKey } from './kernel/ids.ts';
import { changeLife } from './practices/change-life.ts';
import { compareVersions } from './practices/compare-versions.ts';
import { creditPerson } from './practices/credit-person.ts';
import { draftPractice } from './practices/draft-practice.ts';
import { editPractice } from './practices/edit-practice.ts';
import { endorsePractice } from './practices/endorse-practice.ts';
import { listPractices } from './practices/list-practices.ts';
import { listVersions } from './practices/list-versions.ts';
import { recordAdoption } from './practices/record-adoption.ts';
import { removeCredit } from './practices/remove-credit.ts';
import { seePractice } from './practices/see-practice.ts';
import { takeBackAdoption } from './practices/take-back-adoption.ts';
import { takeBackEndorsement } from './practices/take-back-endorsement.ts';
import { sqlPractitioners } from './practices/practitioner-queries.ts';
import { sqlPracticeViews } from './practices/queries.ts';
import { sqlPracticeStore } from './practices/store.ts';
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

function practiceUseCases(ports: CorePorts) {
  const bind = bindTo({
    practices: sqlPracticeStore(ports),
    practitioners: sqlPractitioners(ports),
    practiceViews: sqlPracticeViews(ports),
    newId: ports.newId,
    now: ports.now,
  });
  return {
    draftPractice: bind(draftPractice),
    seePractice: bind(seePractice),
    listPractices: bind(listPractices),
    editPractice: bind(editPractice),
    changeLife: bind(changeLife),
    endorsePractice: bind(endorsePractice),
    takeBackEndorsement: bind(takeBackEndorsement),
    recordAdoption: bind(recordAdoption),
    takeBackAdoption: bind(takeBackAdoption),
    creditPerson: bind(creditPerson),
    removeCredit: bind(removeCredit),
    listVersions: bind(listVersions),
    compareVersions: bind(compareVersions),
  };
}

/** Everything the application can do. Surfaces hold a Core and nothing else. */
export function createCore(ports: CorePorts) {
  void ports;
  return {
    identity: {},
    communities: {},
    practices: practiceUseCases(ports),
    search: {},
    discovery: {},
    stewardship: {},
  };
}

export type Core = ReturnType<typeof createCore>;
