import type { Kysely } from 'kysely';
import { introductionStores } from '../core-introductions.ts';
import { introducePeople } from '../introductions/introduce-people.ts';
import type { Database } from '../sql/database.ts';

/** Does at once what a job does: carries out a round of introductions that has begun. */
export const carryOutRound = (db: Kysely<Database>, roundId: string, newId: () => string): Promise<void> =>
  introducePeople(introductionStores({ db, newId, now: () => new Date() }), { roundId });
