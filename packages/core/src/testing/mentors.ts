import { learningStores } from '../core-learning.ts';
import type { Kysely } from 'kysely';
import type { CommunityId } from '../kernel/ids.ts';
import { pairSeekers } from '../learning/pair-seekers.ts';
import type { Database } from '../sql/database.ts';

/** Does at once what a job does: asks mentors for those who look for one in a community. */
export const bringMentors = (db: Kysely<Database>, communityId: string, newId: () => string): Promise<void> =>
  pairSeekers(learningStores({ db, newId, now: () => new Date() }), communityId as CommunityId);
