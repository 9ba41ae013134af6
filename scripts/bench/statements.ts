import { type Actor, type Core, createCore, entraAccount, type OrganisationId, type PersonId } from '@copse/core';
import type { Database } from '@copse/core/sql';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { idOf, kinds, ORGANISATION, type Size, TENANT } from './data.ts';
import type { Statement } from './floor.ts';

/** A route of the bench: the n-th address of it, and the use case behind it. */
export type Route = {
  readonly name: string;
  /** `?for=` tells the floor whose page it is; Copse knows from the token, and is not sent it. */
  readonly path: (n: number, size: Size) => string;
  readonly ask: (core: Core, actor: Actor, n: number, size: Size) => Promise<unknown>;
};

/** Every tenth community is by invitation, and most people would rightly be told that there is none: never a tenth. */
const community = (n: number, { communities }: Size) =>
  idOf(kinds.community, 1 + 10 * ((n * 37) % (communities / 10)) + (n % 8));
/** Words that are there, words that are half there, and one with a typing error. */
const SEARCHES = [
  'welding',
  'careful testing',
  'cloud cost',
  'desgin',
  'mentoring',
  'open data',
  'acessibility',
  'honest',
];
const searched = (n: number) => SEARCHES[n % SEARCHES.length] as string;

export const routes: readonly Route[] = [
  {
    name: 'community page',
    path: (n, size) => `/api/v1/communities/${community(n, size)}`,
    ask: (core, actor, n, size) => core.communities.seeCommunity(actor, { communityId: community(n, size) }),
  },
  {
    name: 'directory page',
    path: (n) => `/api/v1/communities?limit=${n % 2 ? 25 : 24}`,
    ask: (core, actor, n) => core.communities.listDirectory(actor, { limit: n % 2 ? 25 : 24 }),
  },
  {
    name: 'directory search',
    path: (n) => `/api/v1/communities?q=${encodeURIComponent(searched(n))}`,
    ask: (core, actor, n) => core.communities.listDirectory(actor, { limit: 25, q: searched(n) }),
  },
  {
    name: 'home',
    path: (n) => `/api/v1/me/home?for=${n}`,
    ask: (core, actor) => core.stewardship.seeHome(actor),
  },
];

export const actorOf = (person: number): Actor => ({
  personId: idOf(kinds.person, person) as PersonId,
  organisationId: ORGANISATION as OrganisationId,
  account: entraAccount(TENANT, idOf(kinds.person, person)),
  guest: person % 50 === 0,
  administrator: false,
});

/** Opens a core that writes down the statements it runs. */
export function recordingCore(url: string): { core: Core; take: () => Statement[]; close: () => Promise<void> } {
  let taken: Statement[] = [];
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) }),
    log: ({ query }) => {
      taken.push({ text: query.sql, values: query.parameters });
    },
  });
  return {
    core: createCore({
      db,
      newId: () => crypto.randomUUID(),
      now: () => new Date(),
      chance: (count) => crypto.getRandomValues(new Uint8Array(count)),
      secret: 'a secret of the bench with 32 characters',
      administrators: [],
    }),
    take: () => {
      const statements = taken;
      taken = [];
      return statements;
    },
    close: () => db.destroy(),
  };
}
