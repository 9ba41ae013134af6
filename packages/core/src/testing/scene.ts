import type { Kysely } from 'kysely';
import { type Core, createCore } from '../core.ts';
import type { Actor } from '../kernel/actor.ts';
import { entraAccount, type OrganisationId, type PersonId } from '../kernel/ids.ts';
import type { Result } from '../kernel/result.ts';
import type { Database } from '../sql/database.ts';
import { DAY_MS } from '../kernel/durations.ts';

/** A clock that stands still until it is moved. */
export type Clock = { readonly now: () => Date; readonly pass: (days: number) => void };

export type Scene = {
  readonly core: Core;
  readonly clock: Clock;
  readonly organisationId: OrganisationId;
  /** Somebody of the organisation, ready to act. */
  readonly person: (name: string, given?: Partial<Omit<PersonGiven, 'name'>>) => Promise<Actor>;
};

type PersonGiven = {
  readonly name: string;
  readonly affiliation: string;
  readonly guest: boolean;
  readonly administrator: boolean;
  readonly interests: readonly string[];
  readonly challenge: string;
  readonly skills: readonly { readonly topic: string; readonly level: string }[];
};

const START = new Date('2026-03-02T09:00:00.000Z');
let made = 0;
/** Dice that fall the same in every run (Lehmer's generator). */
let drawn = 1;

/** Ids in the order in which they were made, so that a failing test reads the same each time. */
export const nextId = () => `01950000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`;

/** The real core on the test's database, in an organisation of its own, at a moment that the test moves on. */
export async function aScene(db: Kysely<Database>): Promise<Scene> {
  let moment = START.getTime();
  const clock: Clock = {
    now: () => new Date(moment),
    pass(days) {
      moment += days * DAY_MS;
    },
  };
  const core = createCore({
    db,
    newId: nextId,
    now: clock.now,
    chance: (count) => Uint8Array.from({ length: count }, () => (drawn = (drawn * 48_271) % 2_147_483_647) >> 12),
    secret: 'a secret of at least thirty-two characters',
    sealKeys: [new Uint8Array(32).fill(7)],
    administrators: [],
  });
  const organisationId = nextId() as OrganisationId;
  await db
    .insertInto('organisation')
    .values({ id: organisationId, name: 'Northwind', entra_tenant_id: organisationId, created_at: START, revision: 1 })
    .execute();

  return {
    core,
    clock,
    organisationId,
    async person(name, given = {}) {
      const { guest = false, administrator = false, affiliation, interests = [], challenge, skills = [] } = given;
      const personId = nextId() as PersonId;
      await db
        .insertInto('person')
        .values({
          id: personId,
          organisation_id: organisationId,
          name,
          affiliation: affiliation ?? null,
          guest,
          administrator,
          time_zone: 'Europe/Berlin',
          working_hours: JSON.stringify({ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }),
          languages: [],
          interests: [...interests],
          challenge: challenge ?? null,
          profile_started: true,
          state: 'present',
          merged_into: null,
          created_at: clock.now(),
          revision: 1,
        })
        .execute();
      if (skills.length > 0) {
        await db
          .insertInto('skill')
          .values(skills.map((skill) => ({ ...skill, person_id: personId })))
          .execute();
      }
      return { personId, organisationId, account: entraAccount(organisationId, personId), guest, administrator };
    },
  };
}

/** What a use case answered, where the scene of a test needs it to have gone well. */
export function certain<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`It was refused: ${result.reason}`);
  return result.value;
}
