import type { ArchetypeName, Entry, Format, Reach } from './archetype.ts';
import type { CommunityCard, Standing } from './contract.ts';
import type { MembershipState } from './membership.ts';
import { mayNow } from './permission.ts';
import type { Stage } from './stage.ts';
import { utc } from '../kernel/instant.ts';

/** One community as every list query brings it (`communityCardColumns`). */
export type CommunityCardRow = {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly topics: string[];
  readonly archetype: string;
  readonly format: string;
  readonly visibility: string;
  readonly reach: string;
  readonly stage: string;
  readonly member_count: number;
  readonly practice_count: number;
  readonly founded_at: Date | string;
  /** The viewer's own membership. */
  readonly my_state: MembershipState | null;
};

export const standingOf = (state: MembershipState | null | undefined): Standing =>
  state === 'member' || state === 'invited' || state === 'requested' ? state : 'none';

/** Coming and going, which belong to a person and to no role. */
export function doors(standing: Standing, visibility: string, closed: boolean) {
  const mayEnter = !closed && standing !== 'member';
  return {
    join: mayEnter && (visibility === 'open' || standing === 'invited'),
    requestToJoin: mayEnter && visibility === 'on-request' && standing === 'none',
    leave: standing === 'member',
  };
}

/** A community in a list. */
export function viewCommunityCard(row: CommunityCardRow): CommunityCard {
  const standing = standingOf(row.my_state);
  const closed = row.stage === 'closed';
  return {
    id: row.id,
    name: row.name,
    purpose: row.purpose,
    topics: row.topics,
    archetype: row.archetype as ArchetypeName,
    format: row.format as Format,
    visibility: row.visibility as Entry,
    reach: row.reach as Reach,
    stage: row.stage as Stage,
    memberCount: row.member_count,
    practiceCount: row.practice_count,
    foundedAt: utc(row.founded_at),
    standing,
    abilities: {
      ...doors(standing, row.visibility, closed),
      // No role adds to it, so that a list need not read the viewer's.
      ask: mayNow(standing === 'member' ? ['member'] : [], 'ask', closed),
    },
  };
}
